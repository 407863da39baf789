import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { FIXTURES, run, temporaryFolder } from "../program.ts";
import { ask, serving } from "../serve/serving.ts";

const LOG = join(FIXTURES, "acme.log");
const OWN = ["--catalogue", join(FIXTURES, "acme.json")];

test("codes of one's own are explained where they stand, in a file and in a pipe", async () => {
  const [fromFile, fromPipe] = [
    await run([LOG, ...OWN, "--no-store"]),
    await run([...OWN, "--no-store"], { input: readFileSync(LOG) }),
  ];
  expect(fromFile.stdout.match(/«.*?»/g)).toEqual([
    "«ACME_LICENCE_BUSY: all licences in use»",
    "«ACME_LICENCE_BUSY: all licences in use»",
    "«WSAECONNREFUSED: connection refused»",
    "«20041: the token has expired»",
  ]);
  expect(fromPipe.stdout).toBe(fromFile.stdout);
});

test("they are counted, and a report knows them without the file that they are from", async () => {
  const home = temporaryFolder();
  await run(["ingest", LOG, ...OWN], { home });
  const { stdout } = await run(["report", "--format", "csv"], { home });
  const rows = stdout.split("\r\n").map((line) => line.split(",").slice(0, 5));
  expect(rows.slice(1, -1)).toEqual([
    ["20017", "ACME_LICENCE_BUSY", "all licences in use", "resource", "2"],
    ["10061", "WSAECONNREFUSED", "connection refused", "connection", "1"],
    ["20041", "ACME_TOKEN_EXPIRED", "the token has expired", "connection", "1"],
  ]);
  const kept = await run(
    ["query", "SELECT code, catalogue FROM codes WHERE code IN (10061, 20017)", "--format", "csv"],
    { home },
  );
  expect(kept.stdout).toBe("code,catalogue\r\n10061,winsock\r\n20017,acme\r\n");
});

test.each([
  [["report", "--code", "ACME_LICENCE_BUSY"], 0, "2 occurrences"],
  [["report", "--code", "20017", "--fail-on", "acme_licence_busy>1"], 1, "2 occurrences"],
  [["trend", "20017", "--since", "2026-11-20", "--until", "2026-11-21", "--bucket", "1d"], 0, "ACME_LICENCE_BUSY"],
  [["ack", "ACME_TOKEN_EXPIRED"], 0, ""],
])("a store that knows them takes their names and numbers: %j", async (args, exitCode, shown) => {
  const home = temporaryFolder();
  await run(["ingest", LOG, ...OWN], { home });
  const { code, stdout, stderr } = await run(args, { home });
  expect(code, stderr).toBe(exitCode);
  expect(stdout).toContain(shown);
});

test("so does the live page, where its links lead, and completion", async () => {
  const home = temporaryFolder();
  const store = join(home, "x.db");
  await run(["ingest", LOG, ...OWN, "--store", store], { home });
  const { port } = await serving(store);
  const own = await ask(port, "/?code=20017");
  expect(own.status).toBe(200);
  expect(own.body).toContain("ACME_LICENCE_BUSY");
  expect((await ask(port, "/?code=20018")).status).toBe(400);
  const words = ["wsa-annotate", "report", "--store", store, "--code", "ACME"];
  expect((await run(["--get-yargs-completions", ...words], { home })).stdout).toContain("ACME_LICENCE_BUSY");
});

test("a merged store knows them too", async () => {
  const [home, other] = [temporaryFolder(), temporaryFolder()];
  await run(["ingest", LOG, ...OWN, "--store", join(other, "a.db")], { home: other });
  await run(["merge", join(other, "a.db")], { home });
  expect((await run(["report"], { home })).stdout).toContain("ACME_LICENCE_BUSY");
});

test("a log that is read on two threads gives the same", async () => {
  const folder = temporaryFolder();
  const path = join(folder, "large.log");
  // From 32 MiB on.
  writeFileSync(path, Buffer.concat([Buffer.alloc(33 << 20, "an ordinary line of a log\n"), readFileSync(LOG)]));
  const { stdout } = await run(["ingest", path, ...OWN, "--jobs", "2", "--json"], { home: folder });
  expect(JSON.parse(stdout).codes).toEqual({ 10061: 1, 20017: 2, 20041: 1 });
});
