import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { WsaError } from "../../src/error.ts";
import type { Ledger, LedgerOptions } from "../../src/ledger/ledger.ts";
import { continueLedger, openLedger } from "../../src/ledger/open-ledger.ts";
import { openSqliteStore } from "../../src/store/sqlite/sqlite-store.ts";
import type { Store } from "../../src/store/store.ts";
import { say } from "../../src/wording.ts";
import { codes, scratchFolder } from "../store/scratch.ts";
import { storedCounts } from "./reading.ts";

const folder = scratchFolder();
let files = 0;
let store: Store;

beforeEach(async () => {
  store = await openSqliteStore({ path: join(folder, `${++files}.db`), codes });
});

const identity = { stream: "logs", partition: "0" };

async function open(change: Partial<LedgerOptions> = {}) {
  const run = await store.begin(0);
  const options = { store, run, source: { host: "here", name: "logs" }, identity, reading: "1 UTC", ...change };
  const opened = await continueLedger(options, null);
  opened.ledger.follow?.(() => ({ any: "state" }));
  return opened;
}

function record(ledger: Ledger): void {
  ledger.record("error 10054\n", { number: 1, time: null, operation: null, endpoint: null, body: "" }, [10054]);
}

/** Reads messages of one line each, up to an offset. */
function read(ledger: Ledger, from: number, to: number): void {
  for (let offset = from; offset < to; offset++) {
    record(ledger);
    ledger.reached?.(offset + 1);
  }
}

test("a sequence is read on from its checkpoint, with the figures of what came before", async () => {
  const first = await open();
  expect(first.start).toBeNull();
  read(first.ledger, 0, 5);
  await first.ledger.close();
  expect(first.ledger.counted).toMatchObject({ occurrences: 5, already: 0, lines: 5, bytes: 60 });
  const second = await open();
  expect(second.start).toEqual({
    position: 5,
    lines: 5,
    time: null,
    occurrences: 5,
    reading: "1 UTC",
    state: { any: "state" },
  });
  read(second.ledger, 5, 7);
  await second.ledger.close();
  expect(second.ledger.counted).toMatchObject({ occurrences: 2, already: 5, lines: 2, bytes: 24 });
  expect(await storedCounts(store)).toEqual({ 10054: 7 });
});

test("another way of reading goes on at the same position, without the state", async () => {
  const { ledger } = await open();
  read(ledger, 0, 5);
  await ledger.close();
  expect((await open({ reading: "1 Asia/Tokyo" })).start).toMatchObject({ position: 5, lines: 5, state: null });
});

test("a sequence is known by its stream and its partition, under any name", async () => {
  for (const stream of ["a#b", "a"])
    for (const partition of ["c", "b#c"]) {
      const { ledger, start } = await open({ identity: { stream, partition } });
      expect(start).toBeNull();
      read(ledger, 0, 2);
      await ledger.close();
    }
  expect(await storedCounts(store)).toEqual({ 10054: 8 });
  const { start } = await open({ identity: { stream: "a", partition: "c" }, source: { host: "there", name: "new" } });
  expect(start).toMatchObject({ position: 2 });
});

test("a message is counted as a whole: a flush in the middle of it commits what came before", async () => {
  const { ledger } = await open();
  read(ledger, 0, 2);
  record(ledger);
  await ledger.flush();
  expect(await storedCounts(store)).toEqual({ 10054: 2 });
  await ledger.close({ ended: false });
  expect(await storedCounts(store)).toEqual({ 10054: 2 });
  const next = await open();
  expect(next.start).toMatchObject({ position: 2, lines: 2, occurrences: 2 });
});

test("messages that are committed while others arrive are counted once", async () => {
  const { ledger } = await open();
  read(ledger, 0, 2);
  const flushed = ledger.flush();
  await Promise.resolve();
  read(ledger, 2, 4);
  await flushed;
  read(ledger, 4, 5);
  await ledger.close();
  expect(ledger.counted).toMatchObject({ occurrences: 5, lines: 5, bytes: 60 });
  expect(await storedCounts(store)).toEqual({ 10054: 5 });
});

test("of two readers of one partition the slower one yields", async () => {
  const [fast, slow] = [await open(), await open()];
  read(fast.ledger, 0, 3);
  await fast.ledger.flush();
  read(slow.ledger, 0, 4);
  await slow.ledger.flush();
  expect(slow.ledger.counted).toMatchObject({ occurrences: 0, yielded: true });
  read(slow.ledger, 4, 6);
  await slow.ledger.close();
  read(fast.ledger, 3, 6);
  await fast.ledger.close();
  expect(await storedCounts(store)).toEqual({ 10054: 6 });
});

test("a batch whose answer was lost is not committed twice", async () => {
  let isBroken = true;
  const failing: LedgerOptions["store"] = {
    generationsFor: (key, name) => store.generationsFor(key, name),
    async commit(batch) {
      const committed = await store.commit(batch);
      if (isBroken) throw new WsaError("store-full", "store", say`no space`);
      return committed;
    },
  };
  const { ledger } = await open({ store: failing });
  read(ledger, 0, 3);
  await expect(ledger.flush()).rejects.toThrow("no space");
  isBroken = false;
  await ledger.flush();
  read(ledger, 3, 4);
  await ledger.close();
  expect(await storedCounts(store)).toEqual({ 10054: 4 });
});

test("a sequence cannot be opened at its beginning", async () => {
  const options = { store, run: await store.begin(0), source: { host: "here", name: "logs" }, identity };
  expect(() => openLedger(options)).toThrow("a sequence is read from its checkpoint");
});

test("an endpoint that a later message names is stored with what its record counted before", async () => {
  const { ledger } = await open();
  const line = { number: 1, time: null, operation: null, endpoint: null, body: "" };
  ledger.record("error 10054\n", line, [10054]);
  ledger.reached?.(1);
  const completes = { endpoint: [10054], operation: [10054] };
  ledger.record("  to db\n", { ...line, number: 2, operation: "connect", endpoint: "db", completes }, []);
  ledger.reached?.(2);
  await ledger.close();
  const { held } = await store.exportContent(1);
  expect(held.map(({ kind, subject, n }) => [kind, subject, n])).toEqual([
    ["counts", "", 1],
    ["endpoints", "db", 1],
    ["operations", "connect", 1],
  ]);
});
