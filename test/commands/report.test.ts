import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createReportCommand } from "../../src/commands/report.ts";
import { temporaryFolder } from "../program.ts";
import { friday, storeOf } from "../report/sample.ts";
import { type Done, runCommand } from "./run-command.ts";

async function fridayStore(): Promise<string> {
  const path = join(temporaryFolder(), "counts.db");
  await (await storeOf(path, friday)).close();
  return path;
}

const report = (path: string, ...args: string[]): Promise<Done> =>
  runCommand(createReportCommand, ["report", "--store", path, "--tz", "Europe/Berlin", ...args], {
    now: "2026-11-21T09:00+01:00",
  });

test.each([
  [["--code", "10061"], [10061], 1102],
  [["--code", "WSAECONNRESET,10061"], [10054, 10061], 1168],
  [["--code", "10061", "--code", "10013"], [10061], 1102],
  [["--endpoint", "db-2:5432"], [10061], 1098],
  [["--endpoint", "db-2:5432", "--code", "10054"], [], 0],
])("%j limits the report to %j", async (limits, codes, occurrences) => {
  const { stdout } = await report(await fridayStore(), "--since", "yesterday", "--format", "json", ...limits);
  const { totals, codes: rows } = JSON.parse(stdout);
  expect(totals.occurrences).toBe(occurrences);
  expect(rows.map((row: { code: number }) => row.code).sort()).toEqual(codes);
});

test("the heading says what the report is limited to", async () => {
  const { stdout } = await report(await fridayStore(), "--code", "10061,10054", "--endpoint", "db-2:5432");
  expect(stdout.split("\n", 2).join(" ")).toContain("· 10061, 10054 · → db-2:5432");
});

test("an endpoint that nothing names may be misspelled", async () => {
  const path = await fridayStore();
  const { stderr, exitCode } = await report(path, "--endpoint", "db2:5432");
  expect({ stderr, exitCode }).toEqual({
    stderr: "wsa-annotate: report: nothing that was counted names db2:5432; did you mean db-2:5432?\n",
    exitCode: 0,
  });
  expect((await report(path, "--endpoint", "db-2:5432", "--until", "2026-01-01")).stderr).toBe("");
});

test("yesterday is a day of the zone that was named", async () => {
  const { stdout, stderr, exitCode, error } = await report(
    await fridayStore(),
    "--since",
    "yesterday",
    "--until",
    "today",
  );
  expect({ stderr, exitCode, error }).toEqual({ stderr: "", exitCode: 0, error: null });
  expect(stdout).toMatch(
    /^Winsock errors · Fri 2026-11-20 00:00 – Sat 2026-11-21 00:00 \(Europe\/Berlin\)\n1,169 occurrences · 3 codes · 3 sources\n/,
  );
});

test("the real catalogue gives the cause and the next step, the endpoint filled in", async () => {
  const { stdout } = await report(await fridayStore());
  const [, advice = ""] = /What to do first\n( {2}10061 WSAECONNREFUSED {2}\S[\s\S]*?)\n {2}10054/.exec(stdout) ?? [];
  expect(advice).toContain("5432");
  expect(advice).not.toMatch(/\bPORT\b/);
});

test("a quiet period is no error", async () => {
  const { stdout, exitCode, error } = await report(await fridayStore(), "--since", "2026-12-01");
  expect({ exitCode, error }).toEqual({ exitCode: 0, error: null });
  expect(stdout.trimEnd().split("\n")).toHaveLength(1);
  expect(stdout).toContain("none");
});

test("only one source of one host", async () => {
  const { stdout } = await report(await fridayStore(), "--source", "orders.log", "--host", "web-1");
  expect(stdout).toContain("source orders.log · host web-1\n1,102 occurrences · 1 code · 1 source\n");
});

test("a store that does not exist is an error that says what to do, and is not created", async () => {
  const folder = temporaryFolder();
  const path = join(folder, "deep", "counts.db");
  const { stdout, error } = await report(path);
  expect(stdout).toBe("");
  expect(error).toMatchObject({ code: "store", subject: path, hint: expect.stringContaining("wsa-annotate ingest") });
  expect(existsSync(join(folder, "deep"))).toBe(false);
});

test.each([
  [["--tz", "Mars/Olympus"], { subject: "--tz Mars/Olympus", hint: expect.stringContaining("Europe/Berlin") }],
  [["--since", "soon"], { subject: "--since soon" }],
  [["--format", "pdf"], { subject: "command line" }],
  [["--sinse", "today"], { subject: "command line" }],
])("%j is refused", async (args, expected) => {
  const { stdout, error } = await runCommand(createReportCommand, ["report", ...args]);
  expect(stdout).toBe("");
  expect(error).toMatchObject({ code: "usage", ...expected });
});

test("a terminal gets colours and its own width", async () => {
  const path = await fridayStore();
  const args = ["report", "--store", path, "--tz", "UTC"];
  const narrow = await runCommand(createReportCommand, args, { columns: 80, env: { NO_COLOR: "1" } });
  const wide = await runCommand(createReportCommand, args, { columns: 120 });
  expect(wide.stdout).toContain("\x1b[31m10061\x1b[39m");
  expect(Math.max(...narrow.stdout.split("\n").map(({ length }) => length))).toBeLessThanOrEqual(80);
  expect(Math.max(...wide.stdout.split("\n").map(({ length }) => length))).toBeGreaterThan(80);
});
