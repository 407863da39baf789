import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, test } from "vitest";
import { openMemoryStore } from "../../../src/store/memory/memory-store.ts";
import { createTables } from "../../../src/store/memory/tables.ts";
import { openStore } from "../../../src/store/open-store.ts";
import { countIn } from "../scene.ts";
import { compare, expectNoHarm, isFull, seed, type Tally, tallyOf } from "../tally.ts";
import { type Counterexample, ofEqualLines, ofNumberedLines } from "./counterexamples.ts";
import { bannerLines, LogFolder, type Step, step } from "./log-folder.ts";
import { createProgram, createReader } from "./program.ts";

/** A failing run prints its seed, and `WSA_SEED` repeats it. */
const runs = Number(process.env["WSA_RUNS"] ?? (isFull ? 5000 : 60));
const LONG = 3_600_000;

const numbered = (n: number) => `id=${n} socket error 10054 in the request\n`;
const same = () => "connect failed: socket error 10061\n";

/** What is counted after all steps, beside what was written. */
async function countedAfter(steps: readonly Step[], banner: number, lineOf: (n: number) => string, tally: Tally) {
  tally.injected++;
  const home = mkdtempSync(join(tmpdir(), "wsa-annotate-"));
  const folder = join(home, "logs");
  mkdirSync(folder);
  const path = join(home, "counts.db");
  const store = await openStore(path, { codes: [] });
  const program = createProgram(folder, path, store);
  try {
    const logs = new LogFolder(folder, { banner, program, lineOf });
    for (const act of steps) await logs.apply(act);
    logs.finish();
    await program.stop("SIGTERM");
    await program.ingest();
    return { logs, counted: countIn(path, tally) };
  } finally {
    await program.stop("SIGKILL");
    await store.close();
    rmSync(home, { recursive: true, force: true });
  }
}

/** The same in this process, into a store in memory. */
async function countedHere(steps: readonly Step[], banner: number, lineOf: (n: number) => string, tally: Tally) {
  tally.injected++;
  const home = mkdtempSync(join(tmpdir(), "wsa-annotate-"));
  const folder = join(home, "logs");
  mkdirSync(folder);
  const tables = createTables();
  const program = createReader(folder, openMemoryStore(tables));
  try {
    const logs = new LogFolder(folder, { banner, program, lineOf });
    for (const act of steps) await logs.apply(act);
    logs.finish();
    await program.ingest();
    const cells = [...tables.generations.values()].flatMap((one) => [...one.cells.values()]);
    const counted = sum(cells.filter(({ kind }) => kind === "counts").map(({ n }) => n));
    if (counted !== sum([...tables.runs.values()].map(({ occurrences }) => occurrences))) tally.corrupted++;
    return { logs, counted };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);

const steps = fc.array(step, { minLength: 2, maxLength: 12 });

/** Every run begins with the examples, and counts them. */
function optionsFor(examples: readonly Counterexample[], times: number) {
  const endOnFailure = process.env["WSA_SHRINK"] === undefined;
  const first = examples.map((one): [Step[], number] => [[...one.steps], one.banner]);
  return { numRuns: runs * times + first.length, seed, endOnFailure, examples: first };
}

/** The same seconds and the same lines come in no two logs, but the minute is one for many of them. */
const stamped = (n: number) =>
  `${new Date(Date.UTC(2026, 10, 20, 8) + n * 1000).toISOString()} worker ${n % 5}: socket error 10054\n`;
/** Two lines, in no order. */
const few = (n: number) => `connect to db-${(Math.imul(n, 2_654_435_761) >>> 9) % 2}: socket error 10061\n`;

const counters = [
  ["read by the program", countedAfter, 1],
  ["read in this process", countedHere, 4],
] as const;

describe.each(counters)("%s", (way, counted, times) => {
  test.each([
    ["numbered", numbered, ofNumberedLines],
    ["stamped", stamped, []],
  ] as const)(
    "every line of two logs counts once, whatever happens to its files: %s lines",
    {
      timeout: LONG,
    },
    async (kind, lineOf, examples) => {
      const tally = tallyOf(`files: what happens to two logs of ${kind} lines that begin alike, ${way}`);
      const property = fc.asyncProperty(steps, bannerLines, async (steps, banner) => {
        const { logs, counted: n } = await counted(steps, banner, lineOf, tally);
        const right = logs.written + logs.again;
        compare(tally, n, Math.min(Math.max(n, right - logs.replaced), right + logs.restored));
        expectNoHarm(tally);
      });
      await fc.assert(property, optionsFor(examples, times));
    },
  );

  // A copy of such lines is another log to anybody, what is written in place of them is their continuation, and so is an
  // archive that begins like another log; a beginning with one of them is the same as another one.
  test.each([
    ["identical", same, ofEqualLines],
    ["few", few, []],
  ] as const)(
    "of lines that do not differ, none is lost but for a rewritten log, and none doubled but by a copy: %s",
    {
      timeout: LONG,
    },
    async (kind, lineOf, examples) => {
      const tally = tallyOf(`files: what happens to a log of ${kind} lines, ${way}`);
      const property = fc.asyncProperty(steps, fc.constantFrom(0, 120), async (steps, banner) => {
        const ofOne = steps.map((act) => ({ ...act, of: "app.log" as const }));
        const { logs, counted: n } = await counted(ofOne, banner, lineOf, tally);
        const least = logs.written - logs.destroyed - logs.packed - logs.lives;
        const most = logs.written + logs.copied + logs.again + logs.open + logs.restored;
        compare(tally, n, Math.min(Math.max(n, least), most));
        expectNoHarm(tally);
      });
      await fc.assert(property, optionsFor(examples, times));
    },
  );
});
