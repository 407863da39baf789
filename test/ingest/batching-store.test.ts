import { join } from "node:path";
import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { WsaError } from "../../src/error.ts";
import { createBatchingStore } from "../../src/ingest/batching-store.ts";
import type { LedgerOptions } from "../../src/ledger/ledger.ts";
import { openLedger } from "../../src/ledger/open-ledger.ts";
import { openSqliteStore } from "../../src/store/sqlite/sqlite-store.ts";
import type { Store } from "../../src/store/store.ts";
import { say } from "../../src/wording.ts";
import { feed, storedCounts } from "../ledger/reading.ts";
import { generationsOf } from "../store/everything.ts";
import { codes, scratchFolder } from "../store/scratch.ts";

const folder = scratchFolder();
let files = 0;
let store: Store;
const fresh = () => openSqliteStore({ path: join(folder, `${++files}.db`), codes });

beforeEach(async () => {
  store = await fresh();
});

const linesOf = (name: string, count: number) =>
  Array.from({ length: count }, (_, id) => `${name} id=${id} error 10054\n`).join("");

/** Reads a log to its end and resolves when its last batch has been handed to the store, which need not have it yet. */
async function leave(into: LedgerOptions["store"], run: number, name: string, content: string) {
  const ledger = openLedger({ store: into, run, source: { host: "here", name }, identity: "content" });
  await feed(ledger, content);
  const closed = ledger.close().then(() => ledger.counted);
  await new Promise(setImmediate);
  return { closed };
}

test("many logs share few transactions, and none is reported before its own is written", async () => {
  const sizes: number[] = [];
  const batching = createBatchingStore({
    generationsFor: (head, source) => store.generationsFor(head, source),
    async commitAll(batches) {
      sizes.push(batches.length);
      return await store.commitAll(batches);
    },
  });
  const run = await store.begin(0);
  let reported = 0;
  const all = [];
  for (let n = 0; n < 99; n++) {
    const { closed } = await leave(batching, run, `${n}.log`, linesOf(`${n}`, 3));
    all.push(closed.then(() => reported++));
  }
  const atOnce = sizes.reduce((sum, size) => sum + size, 0);
  expect(reported).toBe(atOnce);
  await batching.settle();
  await Promise.all(all);
  expect(sizes.length).toBeLessThan(20);
  expect(await storedCounts(store)).toEqual({ 10054: 99 * 3 });
  expect(await store.runTotals()).toMatchObject({ runs: 1, occurrences: 297, lines: 297 });
});

test("a batch that nobody asks for is written after a moment", async () => {
  const { closed } = await leave(createBatchingStore(store), await store.begin(0), "app.log", linesOf("a", 3));
  expect((await closed).occurrences).toBe(3);
});

test("when a transaction fails nothing of it is written, and the next one does not suffer", async () => {
  let isBroken = true;
  const batching = createBatchingStore({
    generationsFor: (head, source) => store.generationsFor(head, source),
    async commitAll(batches) {
      if (isBroken) throw new WsaError("store-full", "store", say`no space`);
      return await store.commitAll(batches);
    },
  });
  const run = await store.begin(0);
  const [one, two] = [
    await leave(batching, run, "1.log", linesOf("1", 3)),
    await leave(batching, run, "2.log", linesOf("2", 3)),
  ];
  const failures = Promise.allSettled([one.closed, two.closed]);
  await batching.settle();
  expect((await failures).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  isBroken = false;
  const three = await leave(batching, run, "3.log", linesOf("3", 3));
  await batching.settle();
  expect((await three.closed).occurrences).toBe(3);
  expect(await storedCounts(store)).toEqual({ 10054: 3 });
});

test("a log that is broken by itself takes nothing of the others with it", async () => {
  const run = await store.begin(0);
  const { generation } =
    (await store.commit({ ...(await someBatch(run)), source: { host: "here", name: "z.log" } })) ?? {};
  const batch = { ...(await someBatch(run)), newest: generation ?? 0 };
  const stale = { ...batch, generation: generation ?? 0, from: 5, to: 9 };
  const committed = await store.commitAll([
    batch,
    stale,
    { ...batch, source: { host: "here", name: "y.log" }, head: { bytes: 3, hash: "y" } },
  ]);
  expect(committed.map((each) => each !== null)).toEqual([true, false, true]);
});

async function someBatch(run: number) {
  let taken: Parameters<Store["commit"]>[0] | null = null;
  const into = {
    generationsFor: (head: string, source: { host: string; name: string }) => store.generationsFor(head, source),
    async commit(batch: Parameters<Store["commit"]>[0]) {
      taken = batch;
      return { generation: 1, taken: [], again: [] };
    },
  };
  await (await leave(into, run, "a.log", linesOf("a", 3))).closed;
  if (taken === null) throw new Error("nothing was committed");
  return taken as Parameters<Store["commit"]>[0];
}

test("logs that have to do with each other are counted as if each batch had been written at once", async () => {
  const name = fc.constantFrom("app.log", "app.log.1", "app.log.2", "web.log", "other/app.log");
  const log = fc.record({
    name,
    from: fc.constantFrom("", "x"),
    lines: fc.nat(60),
    tail: fc.constantFrom("", "more 10061\n", "10061", "10061 and on\n"),
    cut: fc.constantFrom(0, 0, 7),
  });
  const property = fc.asyncProperty(fc.array(log, { maxLength: 12 }), async (logs) => {
    const [one, other] = [await fresh(), await fresh()];
    const batching = createBatchingStore(other);
    const [oneRun, otherRun] = [await one.begin(0), await other.begin(0)];
    const [single, shared] = [[] as unknown[], [] as Promise<unknown>[]];
    for (const { name: each, from, lines, tail, cut } of logs) {
      const content = linesOf(from, lines).slice(0, cut === 0 ? undefined : -cut) + tail;
      single.push(await (await leave(one, oneRun, each, content)).closed);
      shared.push((await leave(batching, otherRun, each, content)).closed);
    }
    await batching.settle();
    expect(await Promise.all(shared)).toEqual(single);
    expect(await generationsOf(other)).toEqual(await generationsOf(one));
    expect(await other.runTotals()).toEqual(await one.runTotals());
    for (const each of [one, other]) await each.close();
  });
  await fc.assert(property, { numRuns: 50 });
});
