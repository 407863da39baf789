import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** Paths of PEM files. */
export interface Certificates {
  /** The authority that all are from, and that nobody trusts by himself. */
  readonly ca: string;
  /** For 127.0.0.1, and no other name. */
  readonly server: { readonly cert: string; readonly key: string };
  readonly client: { readonly cert: string; readonly key: string };
  /** Another authority. */
  readonly otherCa: string;
}

/** Makes certificates in a folder with openssl. */
export function makeCertificates(folder: string): Certificates {
  const openssl = (...args: string[]) => execFileSync("openssl", args, { cwd: folder, stdio: "pipe" });
  const newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  const path = (name: string) => join(folder, name);

  function authority(name: string): string {
    openssl(
      "req",
      "-x509",
      ...newKey,
      "-keyout",
      `${name}.key`,
      "-out",
      `${name}.pem`,
      "-days",
      "2",
      "-subj",
      `/CN=${name}`,
    );
    return path(`${name}.pem`);
  }

  function signed(name: string) {
    openssl("req", ...newKey, "-keyout", `${name}.key`, "-out", `${name}.csr`, "-subj", `/CN=${name}`);
    writeFileSync(path(`${name}.ext`), "subjectAltName=IP:127.0.0.1\n");
    openssl(
      ...["x509", "-req", "-in", `${name}.csr`, "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "2"],
      ...["-extfile", `${name}.ext`, "-out", `${name}.pem`],
    );
    return { cert: path(`${name}.pem`), key: path(`${name}.key`) };
  }

  return { ca: authority("ca"), server: signed("server"), client: signed("client"), otherCa: authority("other") };
}
