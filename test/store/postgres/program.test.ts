import { appendFileSync, chmodSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { sceneOf } from "../../faults/scene.ts";
import { type Ended, ended, FIXTURES, start, temporaryFolder } from "../../program.ts";
import { makeCertificates } from "../../services/certificates.ts";
import { PostgresServer } from "../../services/postgres.ts";
import { postgresPrograms } from "../../services/programs.mjs";

const isThere = postgresPrograms() !== null;

const PASSWORD = "s3cr3t/#?@%: &signs";

describe.runIf(isThere)("the program counts in PostgreSQL", () => {
  let server: PostgresServer;
  let schemas = 0;

  beforeAll(async () => {
    server = await PostgresServer.create();
  });
  afterAll(() => server.remove());

  async function newStore(): Promise<string> {
    const schema = `program_${++schemas}`;
    await server.ask(`CREATE SCHEMA ${schema}`);
    return server.address(schema);
  }

  const run = (args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> => ended(start(args, { env }));

  async function total(store: string): Promise<number> {
    const { stdout } = await run([
      "query",
      "select coalesce(sum(n), 0) as n from counts",
      "--format",
      "csv",
      "--store",
      store,
    ]);
    return Number(stdout.trim().split("\n").at(-1));
  }

  test("a report is the same byte for byte as that of a file, in every format", async () => {
    const stores = [join(temporaryFolder(), "counts.db"), await newStore()];
    for (const store of stores) expect(await run(["ingest", FIXTURES, "--store", store])).toMatchObject({ code: 0 });
    for (const format of ["text", "markdown", "html", "json", "csv"]) {
      const args = ["report", "--since", "2026-01-01", "--until", "2026-12-31", "--format", format];
      const [file, database] = await Promise.all(stores.map((store) => run([...args, "--store", store])));
      expect(database).toMatchObject({ code: 0, stderr: "" });
      expect(database?.stdout).toBe(file?.stdout);
      expect(database?.stdout.length).toBeGreaterThan(500);
    }
  });

  test("every other command takes the address as it takes a file", async () => {
    const store = await newStore();
    const log = join(FIXTURES, "service.log");
    expect(await run(["annotate", log, "--store", store])).toMatchObject({ code: 0 });
    const counted = await total(store);
    expect(counted).toBeGreaterThan(400);
    expect(await run(["ingest", log, "--store", store])).toMatchObject({ code: 0 });
    expect(await total(store)).toBe(counted);
    expect((await run(["trend", "--store", store])).code).toBe(0);
    expect((await run(["ack", "10054", "--store", store])).code).toBe(0);
    expect((await run(["ack", "--store", store])).stdout).toContain("10054");
    const other = join(temporaryFolder(), "other.db");
    await run(["ingest", log, "--store", other]);
    expect((await run(["merge", other, "--store", store])).code).toBe(0);
    expect(await total(store)).toBe(counted);
    expect((await run(["prune", "--keep", "1d", "--store", store])).code).toBe(0);
    expect(await total(store)).toBeLessThan(counted);
  });

  test("logs that two processes count at the same time are counted once", async () => {
    const { logs, occurrences } = sceneOf(20);
    const store = await newStore();
    const both = await Promise.all([1, 2].map(() => run(["ingest", logs, "--store", store])));
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(await total(store)).toBe(occurrences);
  });

  test("a server that is killed while logs are counted loses and doubles nothing", async () => {
    const { logs, occurrences } = sceneOf(60);
    const store = await newStore();
    const counting = run(["ingest", logs, "--store", store]);
    for (let kills = 0; kills < 3; kills++) {
      await server.kill();
      await server.start();
    }
    const { code } = await counting;
    if (code !== 0) await run(["ingest", logs, "--store", store]);
    expect(await total(store)).toBe(occurrences);
  });

  test("a password is taken from PGPASSFILE, and never printed", async () => {
    await server.require("locked", PASSWORD);
    const home = temporaryFolder();
    const file = join(home, "pgpass");
    writeFileSync(file, `*:*:*:locked:${PASSWORD.replace(/[\\:]/g, "\\$&")}\n`);
    chmodSync(file, 0o600);
    const address = server.address().replace("tester@", "locked@");
    await server.ask("CREATE SCHEMA locked AUTHORIZATION locked");
    const log = join(FIXTURES, "service.log");
    const byFile = await run(["ingest", log, "--store", address], { PGPASSFILE: file });
    expect(byFile).toMatchObject({ code: 0 });
    const given = address.replace("locked@", `locked:${encodeURIComponent(PASSWORD)}@`);
    const wrong = given.replace("s3cr3t", "s3cr3t-of-another");
    const outputs = await Promise.all([
      run(["ingest", log, "--store", given]),
      run(["ingest", log, "--json", "--store", given]),
      run(["annotate", log, "--store", given]),
      run(["ingest", log, "--store", wrong]),
      run(["report", "--store", wrong, "--debug"]),
      run(["query", "select nothing", "--store", given]),
    ]);
    expect(outputs.map(({ code }) => code)).toEqual([0, 0, 0, 2, 2, 2]);
    for (const { stdout, stderr } of [byFile, ...outputs]) expect(stdout + stderr).not.toContain("s3cr3t");
    expect(outputs[3]?.stderr).toContain("refuses this user or password");
  });

  test("a certificate is looked at as far as sslmode says", async () => {
    const own = await PostgresServer.create();
    onTestFinished(() => own.remove());
    const home = temporaryFolder();
    const { ca, otherCa, server: certificate } = makeCertificates(home);
    await own.showCertificate(certificate);
    const isOn = "SELECT 1 FROM pg_stat_ssl WHERE ssl AND pid = pg_backend_pid()";
    const ask = (query: string, host = "127.0.0.1") =>
      run(["ingest", join(FIXTURES, "service.log"), "--store", `${own.address().replace("127.0.0.1", host)}?${query}`]);
    const trusted = `sslmode=verify-full&sslrootcert=${ca}`;
    expect(await ask(trusted)).toMatchObject({ code: 0 });
    expect(await ask(`sslmode=require`)).toMatchObject({ code: 0 });
    const query = await run(["query", isOn, "--store", `${own.address()}?${trusted}`]);
    expect(query).toMatchObject({ code: 0, stdout: expect.stringContaining("1") });
    // It is a certificate for 127.0.0.1 alone.
    const refused = [await ask(trusted, "localhost"), await ask(trusted.replace(ca, otherCa))];
    for (const { code, stderr } of refused) {
      expect([code, stderr]).toEqual([2, expect.stringContaining("no TLS connection")]);
      expect(stderr).not.toMatch(/bug|\bat .*\.js/);
    }
    expect(await ask(trusted.replace("full", "ca"), "localhost")).toMatchObject({ code: 0 });
  });

  test("a server that is not there, or has no TLS, is named in a sentence", async () => {
    const log = join(FIXTURES, "service.log");
    const refused = await run(["report", "--store", "postgres://someone:s3cr3t@127.0.0.1:1/none"]);
    const plain = await run(["ingest", log, "--store", `${server.address()}?sslmode=require`]);
    const unknown = await run(["report", "--store", `${server.address()}nosuch`]);
    expect(refused.stderr).toContain("postgres://127.0.0.1:1/none: its server cannot be reached\n");
    expect(plain.stderr).toContain("no TLS connection: The server does not support SSL connections\n");
    expect(unknown.stderr).toContain("there is no such database\n");
    for (const { code, stderr } of [refused, plain, unknown]) {
      expect(code).toBe(2);
      expect(stderr).not.toMatch(/s3cr3t|bug|Warning|\bat .*\.js/);
    }
  });

  test("a query of a person changes nothing and holds nobody up", async () => {
    const store = await newStore();
    await run(["ingest", join(FIXTURES, "service.log"), "--store", store]);
    const counted = await total(store);
    for (const statement of [
      "DELETE FROM counts",
      "SELECT 1; DELETE FROM counts",
      "SELECT 1; COMMIT; DELETE FROM counts",
      "WITH gone AS (DELETE FROM counts RETURNING n) SELECT * FROM gone",
      "SELECT pg_sleep(3600)",
    ]) {
      const { code, stderr } = await run(["query", statement, "--timeout", "1", "--store", store]);
      expect([statement, code]).toEqual([statement, 2]);
      expect(stderr).not.toMatch(/bug|\bat .*\.js/);
      expect(await total(store)).toBe(counted);
    }
  });

  test("when a server fails, another one of the address takes over, and counts stay exact", async () => {
    const primary = await PostgresServer.create();
    onTestFinished(() => primary.remove());
    const standby = await PostgresServer.standbyOf(primary);
    onTestFinished(() => standby.remove());
    const hosts = [standby, primary].map(({ port }) => `127.0.0.1:${port}`).join(",");
    const store = `postgres://tester@${hosts}/postgres?target_session_attrs=read-write`;
    const { logs, occurrences } = sceneOf(60);
    const counting = run(["ingest", logs, "--store", store]);
    const begun = () => primary.ask<{ n: number }>("SELECT count(*)::int AS n FROM runs").catch(() => [{ n: 0 }]);
    for (let tries = 0; (await begun())[0]?.n === 0 && tries < 500; tries++) await sleep(10);
    await primary.kill();
    await standby.ask("SELECT pg_promote()");
    await counting;
    // What the standby did not have yet is counted again from where the standby was.
    expect(await run(["ingest", logs, "--store", store])).toMatchObject({ code: 0 });
    expect(await total(store)).toBe(occurrences);
    const report = await run(["report", "--store", store.replace("read-write", "any")]);
    expect(report).toMatchObject({ code: 0, stderr: "" });
  });

  test("an agent that loses the server goes on reading, and counts all of it later", async () => {
    const store = await newStore();
    const folder = temporaryFolder();
    const log = join(folder, "app.log");
    const line = "2026-11-20T01:02:03Z connect to db: error 10061\n";
    writeFileSync(log, line);
    const agent = start(["ingest", folder, "--follow", "--store", store]);
    agent.stderr.resume();
    const until = async (n: number) => {
      for (let tries = 0; (await total(store)) !== n && tries < 60; tries++) await sleep(50);
      return await total(store);
    };
    expect(await until(1)).toBe(1);
    for (let round = 0; round < 2; round++) {
      await server.kill();
      for (let times = 0; times < 20; times++) appendFileSync(log, line.repeat(50));
      renameSync(log, `${log}.${2 - round}`);
      writeFileSync(log, line);
      await server.start();
      expect(await until(1 + 1001 * (round + 1))).toBe(1 + 1001 * (round + 1));
    }
    agent.kill("SIGTERM");
    expect((await ended(agent)).code).toBe(143);
    expect(await total(store)).toBe(2003);
  });

  test("a reader needs no more than the right to read", async () => {
    const store = await newStore();
    await run(["ingest", join(FIXTURES, "service.log"), "--store", store]);
    const schema = `program_${schemas}`;
    await server.ask("CREATE ROLE reader LOGIN");
    await server.ask(`GRANT USAGE ON SCHEMA ${schema} TO reader`);
    await server.ask(`GRANT SELECT ON ALL TABLES IN SCHEMA ${schema} TO reader`);
    const reader = store.replace("tester@", "reader@");
    for (const args of [["report"], ["trend"], ["query", "select 1"]])
      expect(await run([...args, "--store", reader])).toMatchObject({ code: 0, stderr: "" });
    const counting = await run(["ingest", join(FIXTURES, "service.log"), "--store", reader]);
    expect(counting.stderr).toContain("this user may not read or write it");
  });
});
