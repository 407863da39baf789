import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { beforeEach, expect, test } from "vitest";
import type { LedgerOptions } from "../../src/ledger/ledger.ts";
import { lookUp } from "../../src/ledger/lookup.ts";
import { continueLedger } from "../../src/ledger/open-ledger.ts";
import type { FindOther } from "../../src/ledger/other-logs.ts";
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

const banner = Array.from({ length: 120 }, (_, n) => `setting ${n}: the value that every start writes\n`).join("");
const line = (id: number) => `id=${id} error 10054\n`;
const same = (n: number) => "connect failed: error 10054\n".repeat(n);

/** A log whose content a test changes. */
function growing(content = "") {
  return {
    content,
    get size() {
      return this.content.length;
    },
    async read(at: number, length: number) {
      return this.content.slice(at, at + length);
    },
  };
}

async function open(name: string, log: ReturnType<typeof growing>, options: Partial<LedgerOptions> = {}) {
  const source = { host: "here", name };
  const run = await store.begin(1_795_000_000_000);
  return await continueLedger({ store, run, source, identity: "content", ...options }, log);
}

/** Finds one file that holds everything. */
function otherFile(content: string, change: Partial<Awaited<ReturnType<FindOther>>> = {}): FindOther {
  const log = growing(content);
  const other = { path: "other", size: log.size, read: log.read.bind(log) };
  return async ({ checkpoint }) =>
    checkpoint.position > content.length
      ? null
      : { isPast: false, isCurrent: false, isOriginal: false, isSameFile: false, ...other, ...change };
}

test("a short log that grows is the one that another program has read further", async () => {
  const log = growing(line(1));
  const { ledger } = await open("app.log", log, { live: true });
  await feed(ledger, line(1));
  log.content += "id=2 error";
  await readLog(store, "app.log", log.content);
  await ledger.flush();
  log.content += " 10054\n";
  await feed(ledger, line(1) + line(2), undefined, { position: line(1).length, lines: 1 });
  await ledger.close();
  expect(await storedCounts(store)).toEqual({ 10054: 2 });
});

test("a log that grows leaves to a rotated file what was counted there", async () => {
  await readLog(store, "app.log", banner + same(20));
  const log = growing();
  const findOther = otherFile(banner + same(20), { isPast: true });
  const { ledger } = await open("app.log", log, { live: true, findOther });
  log.content = banner + same(30);
  await feed(ledger, log.content);
  await ledger.close();
  expect(await storedCounts(store)).toEqual({ 10054: 50 });
});

test.each([
  ["the file that was counted", { isSameFile: true }, 50],
  ["what was counted under its name", { isOriginal: true }, 50],
  ["no other file", {}, 30],
])("equal lines are left to %s", async (_, change, n) => {
  await readLog(store, "app.log", banner + same(20));
  const findOther = otherFile(banner + same(20), change);
  const log = growing(banner + same(30));
  const { ledger, start } = await open("other.log", log, { findOther });
  await feed(ledger, log.content, undefined, start ?? undefined);
  await ledger.close();
  expect(await storedCounts(store)).toEqual({ 10054: n });
});

test("a log that was cut since it was taken is known by what was taken", async () => {
  await readLog(store, "app.log", banner + line(1));
  const log = growing(banner + line(3) + line(4));
  const slow: LedgerOptions["store"] = {
    commit: (batch) => store.commit(batch),
    async generationsFor(key, source) {
      await setImmediate();
      return await store.generationsFor(key, source);
    },
  };
  const { ledger } = await open("moved.log", log, { live: true, store: slow });
  await feed(ledger, banner + line(1) + line(2), { group: 200, flushEvery: 0 });
  await ledger.close();
  expect(await storedCounts(store)).toEqual({ 10054: 2 });
});

test("a copy that grows counts what it has more than its original", async () => {
  const original = banner + line(1) + line(2);
  await readLog(store, "app.log", original);
  const log = growing(banner + line(1));
  const { ledger } = await open("copy.log", log, { live: true, findOther: otherFile(original) });
  await feed(ledger, log.content);
  await ledger.flush();
  log.content += line(3);
  await feed(ledger, log.content, undefined, { position: banner.length + line(1).length, lines: 121 });
  await ledger.close();
  expect(await storedCounts(store)).toEqual({ 10054: 3 });
});

test("a copy that ends inside a line leaves that line to its original", async () => {
  const original = banner + line(1) + line(2);
  await readLog(store, "app.log", original);
  const copy = growing(original.slice(0, -1));
  for (const _ of ["first", "again"]) {
    const { ledger } = await open("copy.log", copy, { findOther: otherFile(original) });
    await feed(ledger, copy.content);
    await ledger.close();
  }
  expect(await storedCounts(store)).toEqual({ 10054: 2 });
  expect(await store.exportGenerations()).toHaveLength(2);
});

test("a new life that begins with all the lines of the former one is no copy of its rotated file", async () => {
  const former = banner + line(1) + line(2) + line(3);
  await readLog(store, "app.log", former);
  const log = growing(banner + line(1) + line(2));
  const { ledger } = await open("app.log", log, { findOther: otherFile(former, { isPast: true }) });
  await feed(ledger, log.content);
  await ledger.close();
  expect(await storedCounts(store)).toEqual({ 10054: 5 });
});

test("the beginning of a line that another log has too makes no copy", async () => {
  const original = banner + line(1) + line(2);
  await readLog(store, "app.log", original);
  const log = growing(`${banner}id=1 error 10054`);
  for (const more of ["", " again\n", line(4)]) {
    log.content += more;
    const { ledger } = await open("other.log", log, { findOther: otherFile(original) });
    await feed(ledger, log.content);
    await ledger.close();
    expect(await storedCounts(store)).toEqual({ 10054: more === line(4) ? 4 : 3 });
  }
});

test("an unfinished line is taken back by the log alone that has it, however that is read", async () => {
  await readLog(store, "app.log", `${banner}id=1 error 10054 uncert`);
  await readLog(store, "app.log.1", banner);
  expect(await storedCounts(store)).toEqual({ 10054: 1 });
  await readLog(store, "other.log", banner + line(2));
  expect(await storedCounts(store)).toEqual({ 10054: 2 });
  await readLog(store, "app.log", `${banner}id=1 error 10054 uncertain\n`);
  expect(await storedCounts(store)).toEqual({ 10054: 2 });
});

test("a log that has not changed is looked for nowhere, and neither are logs that begin alike", async () => {
  const asked: string[] = [];
  const findOther: FindOther = async ({ source }) => {
    asked.push(source.name);
    return null;
  };
  const logs = Array.from({ length: 9 }, (_, n) => banner + [1, 2, 3, 4].map((id) => line(100 * n + id)).join(""));
  for (const _ of ["first", "again"]) {
    for (const [n, content] of logs.entries()) {
      const { ledger, start } = await open(`${n}.log`, growing(content), { findOther });
      await feed(ledger, content, undefined, start ?? undefined);
      await ledger.close();
    }
  }
  expect(await storedCounts(store)).toEqual({ 10054: 36 });
  expect(asked).toEqual([]);
});

test.each([
  ["two lives of a log", "app.log", line(1), line(2)],
  ["two logs with one beginning", "other.log", banner + line(1), banner + line(2)],
])("%s are each counted when both were looked up before one was committed", async (_, second, one, two) => {
  const logs = await Promise.all(
    [["app.log", one] as const, [second, two] as const].map(async ([name, content]) => {
      const { ledger } = await open(name, growing(content), { live: true });
      await feed(ledger, content);
      return ledger;
    }),
  );
  await Promise.all(logs.map((ledger) => ledger.flush()));
  expect(logs.map(({ counted }) => counted.yielded)).toEqual([false, false]);
  expect(await storedCounts(store)).toEqual({ 10054: 2 });
});

test("a log is read in a few places, however many logs begin like it", async () => {
  const lines = (n: number) => Array.from({ length: 3 + (n % 7) }, (_, id) => line(20_000 * (n + 1) + id)).join("");
  for (let n = 0; n < 60; n++) await readLog(store, `${n}.log`, banner + lines(n));
  const log = growing(banner + lines(61));
  let reads = 0;
  const { read } = log;
  log.read = (at, length) => {
    reads++;
    return read.call(log, at, length);
  };
  const { base } = await lookUp(log, { store, source: { host: "here", name: "new.log" } });
  expect(base).toBeNull();
  expect(reads).toBeLessThan(5);
});
