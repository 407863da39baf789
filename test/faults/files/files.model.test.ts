import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { test } from "vitest";
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
function optionsFor(examples: readonly Counterexample[]) {
  const endOnFailure = process.env["WSA_SHRINK"] === undefined;
  const first = examples.map((one): [Step[], number] => [[...one.steps], one.banner]);
  return { numRuns: runs + first.length, seed, endOnFailure, examples: first };
}

test("every line of two logs counts once, whatever happens to its files", { timeout: LONG }, async () => {
  const tally = tallyOf("files: what happens to two logs that begin alike");
  const property = fc.asyncProperty(steps, bannerLines, async (steps, banner) => {
    const { logs, counted } = await countedAfter(steps, banner, numbered, tally);
    compare(tally, counted, logs.written + logs.again);
    expectNoHarm(tally);
  });
  await fc.assert(property, optionsFor(ofNumberedLines));
});

// A copy of such lines is another log to anybody, what is written in place of them is their continuation, and so is an
// archive that begins like another log; a beginning with one of them is the same as another one.
test("of lines of one log that are all the same, none is lost but for a rewritten log, and none doubled but by a copy", {
  timeout: LONG,
}, async () => {
  const tally = tallyOf("files: what happens to a log of identical lines");
  const property = fc.asyncProperty(steps, fc.constantFrom(0, 120), async (steps, banner) => {
    const ofOne = steps.map((act) => ({ ...act, of: "app.log" as const }));
    const { logs, counted } = await countedAfter(ofOne, banner, same, tally);
    const [least, most] = [
      logs.written - logs.destroyed - logs.packed - logs.lives,
      logs.written + logs.copied + logs.again + logs.open,
    ];
    compare(tally, counted, Math.min(Math.max(counted, least), most));
    expectNoHarm(tally);
  });
  await fc.assert(property, optionsFor(ofEqualLines));
});

test("QUICK numbered", { timeout: LONG }, async () => {
  const tally = tallyOf("files: quick numbered");
  const property = fc.asyncProperty(steps, bannerLines, async (steps, banner) => {
    const { logs, counted } = await countedHere(steps, banner, numbered, tally);
    compare(tally, counted, logs.written + logs.again);
    expectNoHarm(tally);
  });
  await fc.assert(property, optionsFor(ofNumberedLines));
});

test("QUICK identical", { timeout: LONG }, async () => {
  const tally = tallyOf("files: quick identical");
  const property = fc.asyncProperty(steps, fc.constantFrom(0, 120), async (steps, banner) => {
    const ofOne = steps.map((act) => ({ ...act, of: "app.log" as const }));
    const { logs, counted } = await countedHere(ofOne, banner, same, tally);
    const [least, most] = [
      logs.written - logs.destroyed - logs.packed - logs.lives,
      logs.written + logs.copied + logs.again + logs.open,
    ];
    compare(tally, counted, Math.min(Math.max(counted, least), most));
    expectNoHarm(tally);
  });
  await fc.assert(property, optionsFor(ofEqualLines));
});
