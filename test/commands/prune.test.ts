import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run, temporaryFolder } from "../program.ts";

/** A store with one occurrence on each of the last 200 days, and one without a time. */
async function countDays(): Promise<{ home: string; log: string }> {
  const home = temporaryFolder();
  const log = join(home, "app.log");
  const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString();
  const lines = Array.from({ length: 200 }, (_, n) => `${day(199 - n)} connect to 10.0.0.5:5432: WSAECONNREFUSED\n`);
  writeFileSync(log, ["WSAECONNRESET\n", ...lines].join(""));
  expect((await run(["annotate", log], { home })).code).toBe(0);
  return { home, log };
}

async function occurrences(home: string): Promise<number> {
  const { stdout } = await run(["query", "SELECT sum(n) FROM counts", "--format", "csv"], { home });
  return Number(stdout.trim().split(/\r?\n/).at(-1));
}

test("prune removes whole days, and nothing of what it removed is counted again", async () => {
  const { home, log } = await countDays();
  const dry = await run(["prune", "--keep", "90d", "--dry-run"], { home });
  expect(dry).toMatchObject({ code: 0, stderr: "" });
  expect(dry.stdout).toMatch(
    /^would remove 109 occurrences from before \d{4}-\d\d-\d\d \(\d+ rows, \d+ samples?\) from a store of [\d.]+ KiB\n$/,
  );
  expect(await occurrences(home)).toBe(201);
  const done = await run(["prune", "--keep", "90d"], { home });
  expect(done.stdout).toMatch(
    /^removed 109 occurrences from before .*; the store had [\d.]+ KiB and has [\d.]+ KiB\n$/,
  );
  expect(await occurrences(home)).toBe(92);
  await run(["annotate", log], { home });
  expect(await occurrences(home)).toBe(92);
  expect((await run(["prune", "--keep", "90d"], { home })).stdout).toMatch(/^removed 0 occurrences/);
});

test.each([
  [["prune"], "how much to keep"],
  [["prune", "--keep", "90"], "not a number of days"],
  [["prune", "--keep", "0d"], "not a number of days"],
  [["prune", "--keep", "90d"], "there is no store here yet"],
])("%j is refused", async (args, message) => {
  const { code, stdout, stderr } = await run(args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(message);
});

test("prune explains itself", async () => {
  const { stdout } = await run(["prune", "--help"]);
  for (const word of ["--keep", "--dry-run", "--store", "prune --keep 90d"]) expect(stdout).toContain(word);
});
