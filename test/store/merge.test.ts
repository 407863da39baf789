import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Store } from "../../src/store/index.ts";
import { openSqliteStore } from "../../src/store/sqlite.ts";
import { readLog, storedCounts } from "./reading.ts";
import { codes, scratchFolder } from "./scratch.ts";

const folder = scratchFolder();
let files = 0;

function open(): Promise<Store> {
  return openSqliteStore({ path: join(folder, `${++files}.db`), codes });
}

const line = (id: number) => `id=${id * 20} error ${id % 3 === 0 ? "10061 after 10054" : "10054"} ${"-".repeat(80)}\n`;
const linesOf = (from: number, to: number) => Array.from({ length: to - from }, (_, id) => line(from + id)).join("");

/** Everything that people ask a store for, without its own numbers. */
async function tell(store: Store): Promise<unknown> {
  const of = "JOIN generations AS g ON g.id = generation_id JOIN sources AS s ON s.id = source_id";
  return [
    await store.read(`SELECT host, name, position, lines, head_hash, window_hash FROM generations AS g
      JOIN sources AS s ON s.id = source_id ORDER BY 1, 2, 3, 5, 6`),
    await store.read(`SELECT host, name, minute, code, n FROM counts ${of} ORDER BY 1, 2, 3, 4, 5`),
    await store.read(`SELECT host, name, day, code, endpoint, n FROM endpoints ${of} ORDER BY 1, 2, 3, 4, 5, 6`),
    await store.read(`SELECT host, name, day, code, operation, n FROM operations ${of} ORDER BY 1, 2, 3, 4, 5, 6`),
  ];
}

async function mergeAll(stores: readonly Store[]): Promise<Store> {
  const into = await open();
  for (const store of stores) await into.merge(store, 1_795_000_000_000);
  return into;
}

/** What a machine has read of a log: some of its first lines, under one of its names. */
const reading = fc.record({
  log: fc.constantFrom(0, 1, 2),
  host: fc.constantFrom("web-1", "web-2"),
  lines: fc.integer({ min: 60, max: 120 }),
});

async function count(readings: readonly { log: number; host: string; lines: number }[]): Promise<Store> {
  const store = await open();
  for (const { log, host, lines } of readings)
    await readLog(store, "app.log", linesOf(log * 1000, log * 1000 + lines), undefined, {
      source: { host, name: `${log}.log` },
    });
  return store;
}

test("stores can be merged in any order and any number of times", async () => {
  const property = fc.asyncProperty(
    fc.array(fc.array(reading, { maxLength: 4 }), { minLength: 2, maxLength: 3 }),
    fc.array(fc.nat(2), { maxLength: 3 }),
    async (contents, repeats) => {
      const stores = await Promise.all(contents.map(count));
      const some = repeats.flatMap((index) => stores[index] ?? []);
      const forth = await mergeAll(stores);
      const back = await mergeAll([...some, ...stores, ...some].reverse());
      expect(await tell(back)).toEqual(await tell(forth));
      const before = await tell(forth);
      expect((await forth.merge(back, 0)).occurrences).toBe(0);
      expect(await tell(forth)).toEqual(before);
      const [sum] = await forth.read<{ n: number }>("SELECT total(n) AS n FROM counts");
      expect(await forth.read("SELECT total(occurrences) AS n FROM runs")).toEqual([sum]);
      for (const store of [...stores, forth, back]) await store.close();
    },
  );
  await fc.assert(property, { numRuns: 25 });
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
  expect(await into.read("SELECT code, note FROM acks ORDER BY code")).toEqual([
    { code: 10054, note: "new" },
    { code: 10061, note: "kept" },
  ]);
});
