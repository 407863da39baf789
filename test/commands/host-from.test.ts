import { mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { ended, run, start, temporaryFolder } from "../program.ts";

/** Writes one log for each path, each with a line of its own. */
function written(...paths: readonly string[]): string {
  const home = temporaryFolder();
  for (const path of paths) {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    writeFileSync(join(home, path), `2026-11-20T01:02:03Z ${path}: connect failed: WSAECONNREFUSED\n`);
  }
  return home;
}

async function sources(home: string): Promise<string[]> {
  const { stdout } = await run(["query", "SELECT host, name FROM sources ORDER BY 1, 2", "--format", "json"], { home });
  return JSON.parse(stdout).map(({ host, name }: { host: string; name: string }) => `${host} ${name}`);
}

test.each([["ingest"], ["annotate"]])("%s takes the host from the folder of each log", async (command) => {
  const home = written("logs/web-1/app.log", "logs/web-2/app.log");
  const logs = command === "ingest" ? ["logs"] : ["logs/*/app.log"];
  const { code } = await run([command, "--host-from", "folder", ...logs], { home });
  expect([code, await sources(home)]).toEqual([0, ["web-1 logs/web-1/app.log", "web-2 logs/web-2/app.log"]]);
});

test("a log that no pattern fits has the host of --host", async () => {
  const home = written("logs/web-1/app.log", "logs/other.log");
  await run(["ingest", "logs", "--host-from", "logs/{host}/*.log", "--host", "here"], { home });
  expect(await sources(home)).toEqual(["here logs/other.log", "web-1 logs/web-1/app.log"]);
});

test("a second run finds all logs unchanged, and nothing twice", async () => {
  const home = written("logs/web-1/app.log", "logs/web-2/app.log", "logs/other/deep/app.log");
  const ingest = async () =>
    JSON.parse((await run(["ingest", "logs", "--host-from", "logs/{host}/*.log", "--json"], { home })).stdout);
  // Files are passed over once they are older than what the coarsest file system can tell apart.
  const past = new Date(Date.now() - 60_000);
  for (const log of ["logs/web-1/app.log", "logs/web-2/app.log", "logs/other/deep/app.log"])
    utimesSync(join(home, log), past, past);
  expect(await ingest()).toMatchObject({ occurrences: 3, unchanged: 0 });
  expect(await ingest()).toMatchObject({ occurrences: 0, unchanged: 3 });
});

test("a log that is followed has the host of its path", async () => {
  const home = written("logs/web-1/app.log");
  const child = start(["annotate", "logs", "--follow", "--host-from", "folder"], { home });
  child.stdout.once("data", () => child.kill("SIGINT"));
  await ended(child);
  expect(await sources(home)).toEqual(["web-1 logs/web-1/app.log"]);
});

test("a folder's name is no host by itself", async () => {
  const home = written("logs/web-1/app.log");
  await run(["ingest", "logs", "--host", "here"], { home });
  expect(await sources(home)).toEqual(["here logs/web-1/app.log"]);
});

test.each([["ingest"], ["annotate"]])("%s refuses a pattern without a host", async (command) => {
  const home = written("a.log");
  const { code, stderr } = await run([command, "a.log", "--host-from", "logs/*.log"], { home });
  expect([code, stderr]).toEqual([
    2,
    expect.stringMatching(/--host-from logs\/\*\.log: has no \{host\} in it\n {2}hint/),
  ]);
});
