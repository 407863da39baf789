import { join } from "node:path";
import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import type { Checkpoint } from "../../src/ledger/checkpoint.ts";
import type { Counted } from "../../src/ledger/counted.ts";
import type { LedgerOptions } from "../../src/ledger/ledger.ts";
import { continueLedger, resumeLedger } from "../../src/ledger/open-ledger.ts";
import { openSqliteStore } from "../../src/store/sqlite/sqlite-store.ts";
import type { Store } from "../../src/store/store.ts";
import { codes, scratchFolder } from "../store/scratch.ts";
import { feed, readLog, storedCounts } from "./reading.ts";

const folder = scratchFolder();
let files = 0;
let store: Store;

beforeEach(async () => {
  store = await openSqliteStore({ path: join(folder, `${++files}.db`), codes });
});

const line = (id: number) => `id=${id} error 10054 ${"-".repeat(80)}\n`;
const linesOf = (count: number) => Array.from({ length: count }, (_, id) => line(id)).join("");

/** Reads a log on from its checkpoint; `looked` is the number of bytes that were read for the lookup. */
async function resume(name: string, content: string, change: Partial<LedgerOptions> = {}, into = store) {
  const stretches: [from: number, to: number][] = [];
  const log = {
    size: content.length,
    async read(position: number, length: number) {
      stretches.push([position, position + length]);
      return content.slice(position, position + length);
    },
  };
  const run = await into.begin(1_795_000_000_000);
  const source = { host: "here", name };
  const { ledger, start } = await resumeLedger({ store: into, run, source, identity: "content", ...change }, log);
  await feed(ledger, content, undefined, start);
  await ledger.close();
  return { counted: ledger.counted, start, looked: stretches.reduce((sum, [from, to]) => sum + to - from, 0) };
}

test("a log that has grown is read from where it was left, with its line numbers and its time", async () => {
  const log = linesOf(20_000);
  const first = await resume("app.log", log);
  expect(first).toMatchObject({ start: { position: 0, lines: 0, time: null }, looked: 4096 });
  const second = await resume("app.log", log + line(20_000));
  expect(second.start).toEqual<Checkpoint>({
    first: 0,
    position: log.length,
    lines: 20_000,
    time: 1_795_000_000_000 + 19_999_000,
    // The line with the id 10061 names that code too.
    occurrences: 20_001,
    reading: "",
    state: null,
  });
  expect(second.looked).toBeLessThan(32_768);
  expect(second.counted).toMatchObject({
    occurrences: 1,
    bytes: line(20_000).length,
    lines: 1,
  } satisfies Partial<Counted>);
  const { samples } = await store.exportContent(1);
  expect(Math.max(...samples.map(({ line }) => line))).toBe(20_001);
});

test("a short log that grows gets a longer head, and is known by it", async () => {
  for (const count of [1, 2, 30, 100]) await resume("app.log", linesOf(count));
  expect(await store.exportGenerations()).toMatchObject([{ head: { bytes: 4096 }, checkpoint: { lines: 100 } }]);
  await resume("other.log", linesOf(100));
  expect(await storedCounts(store)).toEqual({ 10054: 100 });
});

test("nothing of a log that has lost its end is counted again", async () => {
  for (const count of [500, 20]) {
    const log = linesOf(count);
    await resume(`${count}.log`, log);
    const { counted } = await resume(`${count}.log`, log.slice(0, -30));
    expect(counted).toMatchObject({ occurrences: 0, lostBytes: 30, already: count });
  }
});

test("the reader's state is there again at the same position, for the same way of reading", async () => {
  const read = async (content: string, reading: string, state: unknown) => {
    const log = { size: content.length, read: async (at: number, length: number) => content.slice(at, at + length) };
    const run = await store.begin(0);
    const source = { host: "here", name: "app.log" };
    const { ledger, start } = await continueLedger({ store, run, source, identity: "content", reading }, log);
    ledger.follow?.(() => state);
    await feed(ledger, content, undefined, start ?? undefined);
    await ledger.close();
    return { start, already: ledger.counted.already };
  };
  expect(await read(linesOf(30), "1 UTC", { line: "small" })).toEqual({ start: null, already: 0 });
  expect(await read(linesOf(200), "1 UTC", { line: "large" })).toEqual({ start: null, already: 30 });
  const whole = { position: linesOf(200).length, lines: 200, state: { line: "large" } };
  expect(await read(linesOf(201), "1 UTC", { line: "more" })).toMatchObject({ start: whole, already: 200 });
  expect(await read(linesOf(202), "1 Asia/Tokyo", null)).toEqual({ start: null, already: 201 });
  expect(await read(linesOf(203), "1 Asia/Tokyo", null)).toEqual({ start: null, already: 202 });
  expect(await storedCounts(store)).toEqual({ 10054: 203 });
});

test("the clock's own time is kept when the reader knows it better than the last recorded line", async () => {
  await resume("app.log", linesOf(2), { time: () => 1_795_999_999_000 });
  expect((await resume("app.log", linesOf(3))).start.time).toBe(1_795_999_999_000);
});

test("reading from the beginning and reading on count the same, however a log changes", async () => {
  const step = fc.record({
    keep: fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, fc.double({ min: 0, max: 1, noNaN: true })),
    lines: fc.array(fc.constantFrom("quiet", "error 10054", "10061 after 10054", "-".repeat(900)), { maxLength: 30 }),
    partial: fc.constantFrom("", "", "err", "error 10054"),
    rotated: fc.boolean(),
  });
  let id = 0;
  const property = fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
    const other = await openSqliteStore({ path: join(folder, `${++files}.db`), codes });
    const own = await openSqliteStore({ path: join(folder, `${++files}.db`), codes });
    let log = "";
    for (const { keep, lines, partial, rotated } of steps) {
      if (rotated) log = "";
      const kept = log.slice(0, Math.floor(log.length * keep));
      log = kept + lines.map((text) => `${kept.endsWith("\n") ? "" : "\n"}id=${++id} ${text}\n`).join("") + partial;
      await resume("app.log", log, {}, own);
      await readLog(other, "app.log", log);
      expect(await storedCounts(own)).toEqual(await storedCounts(other));
    }
    for (const each of [own, other]) await each.close();
  });
  await fc.assert(property, { numRuns: 60 });
});
