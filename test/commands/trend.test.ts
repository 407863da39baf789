import { join } from "node:path";
import { expect, test } from "vitest";
import { createTrendCommand } from "../../src/commands/trend.ts";
import { temporaryFolder } from "../program.ts";
import { friday, type Log, seconds, storeOf } from "../report/sample.ts";
import { type Done, runCommand } from "./run-command.ts";

async function trend(logs: readonly Log[], args: readonly string[], now = "2026-11-21T09:00+01:00"): Promise<Done> {
  const path = join(temporaryFolder(), "counts.db");
  await (await storeOf(path, logs)).close();
  return runCommand(createTrendCommand, ["trend", "--store", path, "--tz", "Europe/Berlin", ...args], { now });
}

const once = (iso: string, code = 10054): Log => ({ name: "a.log", minutes: [{ minute: seconds(iso), code, n: 1 }] });

test("every step of the period has its row, those without occurrences too", async () => {
  const { stdout } = await trend(friday, [
    "10054",
    "WSAECONNREFUSED",
    "--bucket",
    "6h",
    "--since",
    "yesterday",
    "--until",
    "today",
  ]);
  expect(stdout).toMatchInlineSnapshot(`
    "10054 WSAECONNRESET, 10061 WSAECONNREFUSED · Fri 2026-11-20 00:00 – Sat
    2026-11-21 00:00 (Europe/Berlin)

      from              10054  10061  total
      2026-11-20 00:00      6  1,102  1,108  ███████████████████████████████████████
      2026-11-20 06:00      9      0      9  ▍
      2026-11-20 12:00     30      0     30  █
      2026-11-20 18:00     21      0     21  ▊
    "
  `);
});

test("Chinese", async () => {
  const { stdout } = await trend(friday, [
    "--bucket",
    "12h",
    "--since",
    "yesterday",
    "--until",
    "today",
    "--lang",
    "zh",
  ]);
  expect(stdout).toMatchInlineSnapshot(`
    "Winsock 错误 · 周五 2026-11-20 00:00 – 周六 2026-11-21 00:00（Europe/Berlin）

      起始               次数
      2026-11-20 00:00  1,117  █████████████████████████████████████████████████████
      2026-11-20 12:00     52  ██▌
    "
  `);
});

test("CSV and Markdown", async () => {
  const args = ["10054", "10061", "--bucket", "12h", "--since", "2026-11-20", "--until", "2026-11-21", "--format"];
  expect((await trend(friday, [...args, "csv"])).stdout.split("\r\n")).toMatchInlineSnapshot(`
    [
      "from,to,10054,10061,total",
      "2026-11-20T00:00:00+01:00,2026-11-20T12:00:00+01:00,15,1102,1117",
      "2026-11-20T12:00:00+01:00,2026-11-21T00:00:00+01:00,51,0,51",
      "",
    ]
  `);
  expect((await trend(friday, [...args, "markdown"])).stdout).toMatchInlineSnapshot(`
    "# 10054 WSAECONNRESET, 10061 WSAECONNREFUSED · Fri 2026-11-20 00:00 – Sat 2026-11-21 00:00 (Europe/Berlin)

    | from | 10054 | 10061 | total |
    | --- | ---: | ---: | ---: |
    | 2026-11-20 00:00 | 15 | 1,102 | 1,117 |
    | 2026-11-20 12:00 | 51 | 0 | 51 |
    "
  `);
});

test.each([
  ["2026-03-29", "2026-03-30", 23],
  ["2026-10-25", "2026-10-26", 25],
  ["2026-11-20", "2026-11-21", 24],
])("%s up to %s has %i hours in Berlin", async (since, until, hours) => {
  const log = once(`${since}T12:00+01:00`);
  const { stdout } = await trend([log], ["--bucket", "1h", "--since", since, "--until", until, "--format", "json"]);
  const { rows } = JSON.parse(stdout);
  expect(rows).toHaveLength(hours);
  expect(rows.reduce((sum: number, { total }: { total: number }) => sum + total, 0)).toBe(1);
});

test.each([
  ["5m", ["02:10", "02:35"]],
  ["15m", ["02:00", "02:30"]],
])("steps of %s hold the minutes that lie in them", async (bucket, expected) => {
  const logs = [once("2026-11-20T02:13+01:00"), { ...once("2026-11-20T02:39+01:00"), name: "b.log" }];
  const { stdout } = await trend(logs, ["--bucket", bucket, "--since", "2026-11-20", "--until", "2026-11-21"]);
  const hits = stdout.split("\n").filter((line) => line.includes("█"));
  expect(hits.map((line) => line.trim().split(/ +/)[1])).toEqual(expected);
});

test("the two turns of a repeated hour are told apart", async () => {
  const logs = [once("2026-10-25T02:30+02:00"), { ...once("2026-10-25T02:30+01:00"), name: "b.log" }];
  const { stdout } = await trend(logs, ["10054", "--bucket", "1h", "--since", "2026-10-25", "--until", "2026-10-26"]);
  expect(stdout).toMatch(/2026-10-25 02:00 \+02:00 +1 .*\n *2026-10-25 02:00 \+01:00 +1 /);
});

test("names, numbers and hexadecimal are the same code, asked for once", async () => {
  const { stdout } = await trend(friday, ["10054", "wsaeconnreset", "0x2746", "--bucket", "1d", "--format", "json"]);
  const { codes } = JSON.parse(stdout);
  expect(codes).toEqual([{ code: 10054, name: "WSAECONNRESET" }]);
});

test("without codes all are counted together", async () => {
  const { stdout } = await trend(friday, ["--bucket", "1d", "--format", "json"]);
  expect(JSON.parse(stdout)).toMatchObject({ codes: null, rows: [{ total: 1169 }] });
});

test("a period told from now runs up to now", async () => {
  const { stdout } = await trend(friday, ["10061", "--bucket", "1h", "--since", "yesterday", "--format", "json"]);
  expect(JSON.parse(stdout).rows).toHaveLength(33);
});

test("a code that never came has rows of zeros where the period is known, and one line where it is not", async () => {
  const known = await trend(friday, [
    "10060",
    "--bucket",
    "1d",
    "--since",
    "2026-11-19",
    "--until",
    "2026-11-21",
    "--format",
    "csv",
  ]);
  expect(
    known.stdout
      .trimEnd()
      .split("\r\n")
      .slice(1)
      .map((line) => line.split(",")[2]),
  ).toEqual(["0", "0"]);
  const unknown = await trend(friday, ["10060"]);
  expect(unknown.stdout).toBe("10060 WSAETIMEDOUT · all (Europe/Berlin) · none\n");
});

test.each([
  [["WSAECONRESET"], { subject: "WSAECONRESET", hint: expect.stringContaining("did you mean WSAECONNRESET") }],
  [["99999"], { subject: "99999", message: "not a Winsock error code" }],
  [["--bucket", "7h"], { subject: "--bucket 7h" }],
  [["--bucket", "0m"], { subject: "--bucket 0m" }],
  [["--bucket", "1m", "--since", "2020-01-01"], { hint: expect.stringContaining("longer --bucket") }],
])("%j is refused", async (args, expected) => {
  const { stdout, error } = await trend(friday, args);
  expect(stdout).toBe("");
  expect(error).toMatchObject({ code: "usage", ...expected });
});

test("a log that is not known is an error, not a row of zeros", async () => {
  const { error, stdout } = await trend(friday, ["--source", "order.log"]);
  expect(stdout).toBe("");
  expect(error).toMatchObject({ code: "usage", hint: expect.stringMatching(/^known, the nearest first: orders.log/) });
});
