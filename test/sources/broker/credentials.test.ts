import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { jetstream, jetstreamManager } from "@nats-io/jetstream";
import { type ConnectionOptions, connect, credsAuthenticator, nkeyAuthenticator, nkeys } from "@nats-io/transport-node";
import { describe, expect, onTestFinished, test } from "vitest";
import { run, temporaryFolder } from "../../program.ts";
import { makeCertificates } from "../../services/certificates.ts";
import { freePort } from "../../services/free-port.ts";
import { startNats } from "../../services/nats.ts";
import { makeOperator, seedOf } from "../../services/nats-logins.ts";
import { programPath } from "../../services/programs.mjs";
import { startRedis } from "../../services/redis.ts";

const PASSWORD = "s3cr3t/#:?@% &pass";
const LINE = "2026-11-20T01:02:03Z connect: error 10061\n";

/** A secret may be in none of what the program prints. */
function expectNoSecret({ stdout, stderr }: { readonly stdout: string; readonly stderr: string }): void {
  expect(stdout + stderr).not.toMatch(/s3cr3t|SU[A-Z2-7]{50}|bug|\bat .*\.js/);
}

function makeScene() {
  const home = temporaryFolder();
  const store = join(home, "counts.db");
  writeFileSync(join(home, "app.log"), LINE);
  const file = (name: string, text: string) => {
    writeFileSync(join(home, name), text, { mode: 0o600 });
    return join(home, name);
  };
  const program = async (args: readonly string[], env: NodeJS.ProcessEnv = {}) => {
    const outcome = await run(args, { home, env });
    expectNoSecret(outcome);
    return outcome;
  };
  return { home, store, file, certificates: makeCertificates(home), program };
}

type Scene = ReturnType<typeof makeScene>;

/** A way to log in to a NATS server, and the spellings of it. */
interface Login {
  readonly config: string;
  readonly admin: ConnectionOptions;
  /** Its spellings: before the host, behind the stream, and in the environment. */
  readonly ways: readonly { readonly user?: string; readonly query?: string; readonly env?: NodeJS.ProcessEnv }[];
  readonly scheme?: string;
  readonly wrong: { readonly user?: string; readonly query?: string; readonly refusal: string };
}

/** The package looks for localhost in a certificate otherwise. */
const here = { host: "127.0.0.1" } as object;
const refused = "its server refuses these credentials";
const quoted = encodeURIComponent(PASSWORD);

const logins: Readonly<Record<string, (scene: Scene) => Login>> = {
  "a user and a password": () => ({
    config: `authorization { user: me, password: "${PASSWORD}" }`,
    admin: { user: "me", pass: PASSWORD },
    ways: [{ user: `me:${quoted}@` }, { env: { NATS_USER: "me", NATS_PASSWORD: PASSWORD } }],
    wrong: { user: `me:${quoted}x@`, refusal: refused },
  }),
  "a token": () => ({
    config: 'authorization { token: "s3cr3t-token" }',
    admin: { token: "s3cr3t-token" },
    ways: [
      { user: "s3cr3t-token@" },
      { env: { NATS_TOKEN: "s3cr3t-token" } },
      { env: { NATS_USER: "s3cr3t-token" } },
      // The address wins over the environment.
      { user: "s3cr3t-token@", env: { NATS_CREDS: "nowhere.creds" } },
    ],
    wrong: { user: "s3cr3t@", refusal: refused },
  }),
  "an nkey": ({ file }) => {
    const user = nkeys.createUser();
    const path = file("me.nk", `# mine\n${seedOf(user)}\n`);
    return {
      config: `authorization { users: [ { nkey: ${user.getPublicKey()} } ] }`,
      admin: { authenticator: nkeyAuthenticator(user.getSeed()) },
      ways: [{ query: `nkey=${path}` }, { env: { NATS_NKEY: path } }],
      wrong: { query: `nkey=${file("other.nk", seedOf(nkeys.createUser()))}`, refusal: refused },
    };
  },
  "a file of credentials": ({ file }) => {
    const { config, creds } = makeOperator();
    const path = file("me.creds", creds);
    return {
      config,
      admin: { authenticator: credsAuthenticator(Buffer.from(creds)) },
      ways: [{ query: `creds=${path}` }, { env: { NATS_CREDS: path } }],
      wrong: { query: `creds=${file("other.creds", makeOperator().creds)}`, refusal: refused },
    };
  },
  "TLS by an authority of their own": ({ certificates: { ca, otherCa, server } }) => ({
    config: `tls { cert_file: "${server.cert}", key_file: "${server.key}" }`,
    admin: { tls: { caFile: ca, ...here } },
    ways: [{ query: `tls_ca=${ca}` }, { env: { NATS_CA: ca } }],
    wrong: { query: `tls_ca=${otherCa}`, refusal: "no TLS connection" },
  }),
  "TLS with certificates on both sides": ({ certificates: { ca, client, server } }) => ({
    config: `tls { cert_file: "${server.cert}", key_file: "${server.key}", ca_file: "${ca}", verify: true }`,
    admin: { tls: { caFile: ca, certFile: client.cert, keyFile: client.key, ...here } },
    scheme: "tls",
    ways: [
      { query: `tls_ca=${ca}&tls_cert=${client.cert}&tls_key=${client.key}` },
      { env: { NATS_CA: ca, NATS_CERT: client.cert, NATS_KEY: client.key } },
    ],
    // It hangs up without a word.
    wrong: { query: `tls_ca=${ca}`, refusal: "its server cannot be reached" },
  }),
};

describe.runIf(programPath("nats-server") !== null)("a server of NATS", () => {
  test.each(Object.entries(logins))("lets in who has %s", async (_, loginOf) => {
    const scene = makeScene();
    const { store, file, program } = scene;
    const { config, admin, ways, scheme = "nats", wrong } = loginOf(scene);
    const server = await startNats(["--config", file("server.conf", config)]);
    onTestFinished(() => server.stop());
    const connection = await connect({ servers: server.url, ...admin });
    await (await jetstreamManager(connection)).streams.add({ name: "LOGS", subjects: ["logs.>"] });
    const address = ({ user = "", query = "" }: { readonly user?: string; readonly query?: string }) =>
      `${server.url.replace("nats://", `${scheme}://${user}`)}/LOGS${query === "" ? "" : `?${query}`}`;
    for (const [n, way] of ways.entries()) {
      await jetstream(connection).publish(`logs.web-${n}`, LINE);
      const counted = await program(["ingest", address(way), "--store", store], way.env);
      expect(counted).toMatchObject({ code: 0, stderr: expect.stringContaining("1 occurrence of 1 code counted") });
    }
    const first = ways[0] ?? {};
    expect(await program(["ship", "app.log", "--to", address(first)], first.env)).toMatchObject({ code: 0 });
    await program(["ingest", address(first), "--store", store], first.env);
    const from = await program(["ingest", address(wrong), "--store", store, "--debug"]);
    expect(from).toMatchObject({ code: 2, stderr: expect.stringContaining(wrong.refusal) });
    expect((await program(["ship", "app.log", "--to", address(wrong)])).code).toBe(2);
    const { stdout } = await program(["query", "SELECT sum(n) AS n FROM counts", "--format", "csv", "--store", store]);
    expect(stdout).toBe(`n\n${ways.length + 1}\n`.replaceAll("\n", "\r\n"));
    const all = await program([
      "query",
      "SELECT host, name, head_hash, resume FROM generations JOIN sources ON sources.id = source_id",
      "--store",
      store,
    ]);
    expect(all.stdout).toContain("LOGS");
    await connection.close();
  });
});

describe.runIf(programPath("redis-server") !== null)("a server of Redis", () => {
  test("lets in who has a password", async () => {
    const { store, program } = makeScene();
    const server = await startRedis(["--requirepass", "s3cr3t", "--user", "me", "on", `>${PASSWORD}`, "~*", "+@all"]);
    onTestFinished(() => server.stop());
    const at = (user: string) => `${server.url.replace("//", `//${user}`)}/logs`;
    expect((await program(["ingest", at(`me:${quoted}@`), "--store", store])).stderr).toContain("has no stream logs");
    expect((await program(["ingest", at(":s3cr3t@"), "--store", store])).stderr).toContain("has no stream logs");
    const byVariable = await program(["ingest", at(""), "--store", store], { REDISCLI_AUTH: "s3cr3t" });
    expect(byVariable.stderr).toContain("has no stream logs");
    for (const user of ["", "me:s3cr3t@", ":s3cr3t-of-another@"]) {
      const { code, stderr } = await program(["ingest", at(user), "--store", store, "--debug"]);
      expect([code, stderr]).toEqual([2, expect.stringContaining(refused)]);
    }
  });

  test("shows a certificate by an authority of its own, and asks for one", async () => {
    const { store, program, certificates } = makeScene();
    const { ca, otherCa, server: own, client } = certificates;
    const port = await freePort();
    const tls = ["--port", "0", "--tls-port", `${port}`, "--tls-ca-cert-file", ca];
    const server = await startRedis([...tls, "--tls-cert-file", own.cert, "--tls-key-file", own.key]);
    onTestFinished(() => server.stop());
    const ask = (query: string) => program(["ingest", `rediss://127.0.0.1:${port}/logs?${query}`, "--store", store]);
    const mine = `tls_cert=${client.cert}&tls_key=${client.key}`;
    expect((await ask(`tls_ca=${ca}&${mine}`)).stderr).toContain("has no stream logs");
    for (const query of ["", `tls_ca=${otherCa}&${mine}`, `tls_ca=${ca}`]) {
      const { code, stderr } = await ask(query);
      expect([code, stderr]).toEqual([2, expect.stringContaining("no TLS connection")]);
    }
  });
});
