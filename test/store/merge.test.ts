import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { openMemoryStore } from "../../src/store/memory/memory-store.ts";
import { openSqliteStore } from "../../src/store/sqlite/sqlite-store.ts";
import type { Store } from "../../src/store/store.ts";
import { readLog, storedCounts } from "../ledger/reading.ts";
import { everything, generationsOf } from "./everything.ts";
import { codes, scratchFolder } from "./scratch.ts";

const folder = scratchFolder();
let files = 0;

const openSqlite = () => openSqliteStore({ path: join(folder, `${++files}.db`), codes });
const openMemory = async () => openMemoryStore();
let open: () => Promise<Store> = openSqlite;
/** How many cases of a property are tried: the rules are the same for every kind, and memory is fast. */
let numRuns = 25;

const line = (id: number) => `id=${id * 20} error ${id % 3 === 0 ? "10061 after 10054" : "10054"} ${"-".repeat(80)}\n`;
const linesOf = (from: number, to: number) => Array.from({ length: to - from }, (_, id) => line(from + id)).join("");

/** Everything that was counted, without the store's own numbers. */
async function tell(store: Store): Promise<unknown> {
  const known = await generationsOf(store);
  const logs = known.map(({ source: { host, name }, checkpoint: { position, lines }, head, tail }) =>
    JSON.stringify([host, name, position, lines, head.hash, tail.hash]),
  );
  const rows = known.flatMap(({ source: { host, name }, held }) =>
    held
      .filter(({ n, again }) => n > again)
      .map(({ kind, minute, code, subject, n, again }) =>
        JSON.stringify([host, name, kind, minute, code, subject, n - again]),
      ),
  );
  return [logs.sort(), rows.sort()];
}

/** Occurrences that are counted, and those that the runs have reported. */
async function sumsOf(store: Store): Promise<{ readonly counted: number; readonly reported: number }> {
  const counted = (await store.codeTotals(everything)).reduce((sum, { n }) => sum + n, 0);
  return { counted, reported: (await store.runTotals()).occurrences };
}

async function mergeAll(stores: readonly Store[]): Promise<Store> {
  const into = await open();
  for (const store of stores) await into.merge(store, 1_795_000_000_000);
  return into;
}

interface Reading {
  readonly log: number;
  readonly host: string;
  /** How many of the log's first lines. */
  readonly lines: number;
}

/** What a machine has read of a log: some of its first lines, under one of its names. */
function readingOf(min: number, max: number, ...hosts: string[]): fc.Arbitrary<Reading> {
  return fc.record({
    log: fc.constantFrom(0, 1, 2),
    host: fc.constantFrom(...hosts),
    lines: fc.integer({ min, max }),
  });
}

/** More lines than a log is known by, and so many of them that it is known again when it is cut to any other number. */
const long = readingOf(80, 120, "web-1");
/** Fewer: of such a log two stores that have counted different lengths cannot tell that it is the same one. */
const short = readingOf(1, 30, "web-1");

async function read(store: Store, { log, host, lines }: Reading): Promise<void> {
  const source = { host, name: `${log}.log` };
  await readLog(store, "app.log", linesOf(log * 1000, log * 1000 + lines), undefined, { source });
}

async function count(readings: readonly Reading[]): Promise<Store> {
  const store = await open();
  for (const reading of readings) await read(store, reading);
  return store;
}

/** What is counted of each log, in whichever generation. */
async function countsOf(store: Store): Promise<unknown> {
  const sums = new Map<string, number>();
  for (const { source, held } of await generationsOf(store))
    for (const { kind, minute, code, n, again } of held) {
      if (kind !== "counts" || n === again) continue;
      const key = JSON.stringify([source.host, source.name, minute, code]);
      sums.set(key, (sums.get(key) ?? 0) + n - again);
    }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Counts what one machine would have that read every log at its longest. */
async function countLongest(contents: readonly (readonly Reading[])[]): Promise<Store> {
  const byLength = contents.flat().sort((a, b) => b.lines - a.lines);
  return await count(byLength.filter(({ log }, index) => byLength.findIndex((other) => other.log === log) === index));
}

async function checkAnyOrder(contents: readonly (readonly Reading[])[], repeats: readonly number[]): Promise<Store> {
  const stores = await Promise.all(contents.map(count));
  const some = repeats.flatMap((index) => stores[index] ?? []);
  const forth = await mergeAll(stores);
  const back = await mergeAll([...some, ...stores, ...some].reverse());
  expect(await tell(back)).toEqual(await tell(forth));
  const before = await tell(forth);
  expect((await forth.merge(back, 0)).occurrences).toBe(0);
  expect(await tell(forth)).toEqual(before);
  const { counted, reported } = await sumsOf(forth);
  expect(reported).toBe(counted);
  for (const store of [...stores, back]) await store.close();
  return forth;
}

async function checkCounts(store: Store, contents: readonly (readonly Reading[])[]): Promise<void> {
  const one = await countLongest(contents);
  expect(await countsOf(store)).toEqual(await countsOf(one));
  await one.close();
  await store.close();
}

describe.each([
  ["SQLite", 5, openSqlite],
  ["memory", 100, openMemory],
  ["either kind", 5, () => (++files % 2 === 0 ? openSqlite() : openMemory())],
])("stores in %s", (_, runs, openKind) => {
  beforeAll(() => {
    open = openKind;
    numRuns = runs;
  });

  const repeats = fc.array(fc.nat(2), { maxLength: 3 });

  test("stores can be merged in any order and any number of times", async () => {
    const contents = fc.array(fc.array(long, { maxLength: 4 }), { minLength: 2, maxLength: 3 });
    const property = fc.asyncProperty(contents, repeats, async (contents, repeats) => {
      await checkCounts(await checkAnyOrder(contents, repeats), contents);
    });
    await fc.assert(property, { numRuns });
  });

  test("so can stores that have counted short logs, or one log under two names", async () => {
    // What that adds up to is undecided: a shorter log may be another one that begins alike, and in one store a log has the
    // name that it was first read under.
    const reading = readingOf(1, 120, "web-1", "web-2");
    const contents = fc.array(fc.array(reading, { maxLength: 4 }), { minLength: 2, maxLength: 3 });
    const property = fc.asyncProperty(contents, repeats, async (contents, repeats) => {
      await (await checkAnyOrder(contents, repeats)).close();
    });
    await fc.assert(property, { numRuns });
  });

  test("a log that was cut is not counted again from another store that has read it once", async () => {
    const [at81, at82] = [81, 82].map((lines) => ({ log: 2, host: "web-1", lines })) as [Reading, Reading];
    const contents = [[at81], [at82, at81]];
    await checkCounts(await checkAnyOrder(contents, []), contents);
  });

  /** Merges stores again and again while they count, and then what they all have in the end. */
  async function checkAnyTime(contents: readonly (readonly Reading[])[], order: readonly number[]): Promise<void> {
    const stores = await Promise.all(contents.map(() => open()));
    const into = await open();
    const ahead = contents.map((readings) => [...readings]);
    for (const index of order) {
      const [store, next] = [stores[index], ahead[index]?.shift()];
      if (store === undefined || next === undefined) continue;
      await read(store, next);
      await into.merge(store, 0);
    }
    for (const [index, store] of stores.entries()) for (const next of ahead[index] ?? []) await read(store, next);
    for (const store of stores.toReversed()) await into.merge(store, 0);
    const all = await mergeAll(stores);
    expect(await tell(into)).toEqual(await tell(all));
    const { counted, reported } = await sumsOf(into);
    expect(reported).toBe(counted);
    for (const store of [...stores, all]) await store.close();
    await checkCounts(into, contents);
  }

  test("stores can be merged at any time, also while their logs are still short", async () => {
    /** Short logs grow, and in the end none of them is short. */
    const growing = fc
      .tuple(fc.array(short, { maxLength: 4 }), fc.array(long, { maxLength: 4 }))
      .map(([some, others]) => [
        ...some.sort((a, b) => a.lines - b.lines),
        ...others,
        ...some.map((reading) => ({ ...reading, lines: reading.lines + 80 })),
      ]);
    const contents = fc.array(growing, { minLength: 2, maxLength: 3 });
    const order = fc.array(fc.nat(2), { maxLength: 20 });
    await fc.assert(fc.asyncProperty(contents, order, checkAnyTime), { numRuns });
  });

  test("a merged store holds what one machine would have counted that read everything", async () => {
    const one = await count([
      { log: 0, host: "web-1", lines: 70 },
      { log: 1, host: "web-1", lines: 60 },
    ]);
    const two = await count([{ log: 0, host: "web-1", lines: 110 }]);
    const all = await count([
      { log: 0, host: "web-1", lines: 110 },
      { log: 1, host: "web-1", lines: 60 },
    ]);
    expect(await tell(await mergeAll([one, two]))).toEqual(await tell(all));
  });

  test("a short log that grows between two merges is still the same log", async () => {
    const [from, into] = [await open(), await open()];
    for (const lines of [1, 2, 30, 90]) {
      await readLog(from, "app.log", linesOf(0, lines));
      await into.merge(from, 0);
      expect(await tell(into)).toEqual(await tell(from));
    }
  });

  test("two short logs that turn out to be one when they have grown are counted once", async () => {
    const [one, two, into] = [await open(), await open(), await open()];
    await readLog(one, "app.log", linesOf(0, 5));
    await readLog(two, "app.log", linesOf(0, 90));
    await into.merge(one, 0);
    await into.merge(two, 0);
    await readLog(one, "app.log", linesOf(0, 80));
    expect((await into.merge(one, 0)).occurrences).toBe(-7);
    expect(await tell(into)).toEqual(await tell(two));
  });

  test("an older state of a store does not join logs that are told apart", async () => {
    const old = await count([{ log: 0, host: "web-1", lines: 5 }]);
    const into = await mergeAll([old]);
    const grown = linesOf(0, 5) + linesOf(500, 600);
    const source = { host: "web-1", name: "0.log" };
    await readLog(into, "app.log", grown, undefined, { source });
    await readLog(into, "app.log", linesOf(0, 5), undefined, { source });
    const before = await tell(into);
    await into.merge(old, 0);
    expect(await tell(into)).toEqual(before);
  });

  test("different logs that begin alike stay apart when another store knows one of them", async () => {
    const [both, second] = [await open(), await open()];
    const logs = [linesOf(0, 60) + linesOf(500, 900), linesOf(0, 60) + linesOf(1000, 1200)] as const;
    for (const log of logs) await readLog(both, "app.log", log);
    await readLog(second, "app.log", logs[1]);
    expect((await both.exportGenerations()).map(({ replaces }) => replaces)).toEqual([null, null]);
    expect(await tell(await mergeAll([second, both]))).toEqual(await tell(both));
    expect(await tell(await mergeAll([both, second]))).toEqual(await tell(both));
  });

  test("what was cut off a log before another store read it is not counted there and again in what came after", async () => {
    const [one, two] = [await open(), await open()];
    const sameMinute = (name: string, lines: number) => `id=2000 ${name} error 10054 ${"-".repeat(60)}\n`.repeat(lines);
    const beginning = linesOf(0, 80);
    await readLog(one, "app.log", beginning + sameMinute("old", 1));
    await readLog(one, "app.log", beginning + sameMinute("new", 3));
    await readLog(two, "app.log", beginning + sameMinute("old", 5));
    const expected = { 10054: 80 + 5, 10061: 27 };
    expect(await storedCounts(await mergeAll([one, two]))).toEqual(expected);
    expect(await storedCounts(await mergeAll([two, one]))).toEqual(expected);
  });

  test("a last line without an end that only one store has counted is not counted again when it is read on", async () => {
    const [one, two] = [await open(), await open()];
    await readLog(one, "app.log", linesOf(0, 60));
    await readLog(two, "app.log", linesOf(0, 60) + line(60).trimEnd());
    for (const stores of [
      [one, two],
      [two, one],
    ]) {
      const into = await mergeAll(stores);
      await readLog(into, "app.log", linesOf(0, 61));
      expect(await storedCounts(into)).toEqual({ 10054: 61, 10061: 21 });
    }
  });

  test("a log can be read on into the merged store", async () => {
    const from = await open();
    await readLog(from, "app.log", linesOf(0, 100));
    const into = await mergeAll([from]);
    expect(await readLog(into, "app.log", linesOf(0, 120))).toMatchObject({ lines: 20, lostBytes: 0 });
  });

  test("what a log that was cut still holds stays counted once in a merged store", async () => {
    const from = await open();
    await readLog(from, "app.log", linesOf(0, 100));
    await readLog(from, "app.log", linesOf(0, 95));
    const into = await mergeAll([from, from]);
    await readLog(into, "app.log", linesOf(0, 97));
    expect(await storedCounts(into)).toEqual({ 10054: 100, 10061: 34 });
  });

  test("the later mark on a code is taken over", async () => {
    const [from, into] = [await open(), await open()];
    const ack = { code: 10054, until: null, note: "old", acknowledged: 10 };
    await from.acknowledge([
      { ...ack, note: "new", acknowledged: 20 },
      { ...ack, code: 10061, acknowledged: 5 },
    ]);
    await into.acknowledge([ack, { ...ack, code: 10061, note: "kept" }]);
    await into.merge(from, 0);
    expect(await into.acks()).toMatchObject([
      { code: 10054, note: "new" },
      { code: 10061, note: "kept" },
    ]);
  });
});
