import { readFileSync } from "node:fs";
import { WsaError } from "../../error.ts";
import { say } from "../../wording.ts";

/** Parameters of an address that name files: a certificate to trust, and one to be known by with its key. */
export const tlsParameters = ["tls_ca", "tls_cert", "tls_key"] as const;

/** Paths, by these parameters. */
export type TlsFiles = Readonly<Partial<Record<(typeof tlsParameters)[number], string | undefined>>>;

/** What the files have, as Node takes it. Throws a WsaError `usage` for a file that cannot be read. */
export function readTlsFiles({ tls_ca, tls_cert, tls_key }: TlsFiles, shown: string) {
  const read = (path: string) => contentOfFile(path, shown).toString();
  return {
    ...(tls_ca !== undefined && { ca: read(tls_ca) }),
    ...(tls_cert !== undefined && { cert: read(tls_cert) }),
    ...(tls_key !== undefined && { key: read(tls_key) }),
  };
}

/** What a file has that the address of a server names. Throws a WsaError `usage` where it cannot be read. */
export function contentOfFile(path: string, shown: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new WsaError("usage", path, say`cannot be read, and should have what ${shown} asks for`, { cause });
  }
}
