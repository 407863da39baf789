import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { run } from "../program.ts";

let home = "";

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "wsa-annotate-"));
  writeFileSync(
    join(home, "app.log"),
    "connect to db-2:5432 failed: WSAECONNREFUSED\nto `touch x`:80: WSAECONNREFUSED\n",
  );
  writeFileSync(join(home, "web.log"), "WSAECONNRESET\n");
  const options = ["--store", "x.db"];
  await run(["ingest", "app.log", "--host", "web-1", ...options], { home });
  await run(["ingest", "web.log", "--host", "$(touch y)", "--source", "odd name.log", ...options], { home });
});

afterAll(() => rmSync(home, { recursive: true, force: true }));

async function completions(...words: readonly string[]): Promise<string[]> {
  const { stdout } = await run(["--get-yargs-completions", "wsa-annotate", ...words], { home });
  return stdout.split("\n").filter((line) => line !== "");
}

test.each([
  [
    ["explain", "WSAECONNR"],
    ["WSAECONNRESET", "WSAECONNREFUSED"],
  ],
  [["trend", "1005"], expect.arrayContaining(["10054", "10057"])],
  [["report", "--code", "1100"], expect.arrayContaining(["11001"])],
  [["report", "--since", "y"], ["yesterday"]],
  [
    ["report", "--tz", "Europe/Be"],
    ["Europe/Belgrade", "Europe/Berlin"],
  ],
  [["report", "--fail-on", "n"], ["new"]],
  [["ingest", "--encoding", "gb"], ["gb18030"]],
  [["report", "--format", "h"], ["html"]],
  [["rep"], expect.arrayContaining(["report"])],
])("%j is completed with %j", async (words, expected) => {
  expect(await completions(...words)).toEqual(expected);
});

test("names come from the store that the line names, and only those that a shell takes as they are", async () => {
  const store = ["--store", "x.db"];
  expect(await completions("report", ...store, "--host", "")).toEqual(["web-1"]);
  expect(await completions("report", ...store, "--source", "")).toEqual([expect.stringMatching(/app\.log$/)]);
  expect(await completions("report", ...store, "--endpoint", "")).toEqual(["db-2:5432"]);
  expect(await completions("report", "--store", "none.db", "--host", "")).toEqual([]);
});
