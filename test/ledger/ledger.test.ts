import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { WsaError } from "../../src/error.ts";
import type { LedgerOptions } from "../../src/ledger/ledger.ts";
import { openLedger } from "../../src/ledger/open-ledger.ts";
import { openSqliteStore } from "../../src/store/sqlite/sqlite-store.ts";
import type { Store } from "../../src/store/store.ts";
import { say } from "../../src/wording.ts";
import { everything } from "../store/everything.ts";
import { codes, scratchFolder } from "../store/scratch.ts";
import { codesOf, readLog, storedCounts } from "./reading.ts";

const folder = scratchFolder();
let files = 0;
let store: Store;

beforeEach(async () => {
  store = await openSqliteStore({ path: join(folder, `${++files}.db`), codes });
});

const line = (id: number) => `id=${id} error 10054 ${"-".repeat(80)}\n`;
const long = Array.from({ length: 200 }, (_, id) => line(id)).join("");
const occurrencesOf = (log: string) => log.split("\n").filter((text) => codesOf(text).length > 0).length;
const source = { host: "here", name: "app.log" };

describe("a log that is read again", () => {
  test("is counted once, and the figures are those of what is new", async () => {
    expect(await readLog(store, "app.log", long)).toMatchObject({
      occurrences: 200,
      already: 0,
      lines: 200,
      bytes: long.length,
    });
    expect(await readLog(store, "app.log", long + line(200))).toMatchObject({ occurrences: 1, already: 200, lines: 1 });
    expect(await storedCounts(store)).toEqual({ 10054: 201 });
  });

  test("leaves no trace in the store when nothing is new", async () => {
    await readLog(store, "app.log", `${long}error 10054`);
    expect(await readLog(store, "app.log", `${long}error 10054`)).toMatchObject({ occurrences: 0, lines: 0 });
    expect((await store.runTotals()).runs).toBe(1);
  });

  test("is known under any other name when it has a full head", async () => {
    await readLog(store, "app.log", long);
    await readLog(store, "archive/old-stuff.txt", long);
    expect(await storedCounts(store)).toEqual({ 10054: 200 });
  });

  test("is known under a rotated name only when it is short", async () => {
    await readLog(store, "app.log", line(1));
    await readLog(store, "archive/app.log.1.gz", line(1));
    expect(await storedCounts(store)).toEqual({ 10054: 1 });
    await readLog(store, "web.log", line(1));
    expect(await storedCounts(store)).toEqual({ 10054: 2 });
  });

  test("counts its unfinished last line once, before and after it is finished", async () => {
    for (const end of ["error 10054", "error 10054\n", "error 10054\nmore\n"]) {
      await readLog(store, "app.log", end);
      expect(await storedCounts(store)).toEqual({ 10054: 1 });
    }
  });
});

describe("a log that is not what it was", () => {
  test("is a new generation when its bytes differ behind the same head, and the gap is recorded", async () => {
    await readLog(store, "app.log", long);
    const rewritten = `${long.slice(0, 6000).replace(/[^\n]*$/, "")}${"id=9 error 10061\n".repeat(2000)}`;
    const counted = await readLog(store, "app.log", rewritten);
    expect(counted).toMatchObject({ lostBytes: long.length - 4096, already: 0 });
    expect((await store.runTotals()).lostBytes).toBe(long.length - 4096);
  });

  test.each([
    ["its last line", (log: string) => log.replace(/[^\n]*\n$/, ""), 0],
    ["a part of its last line", (log: string) => log.slice(0, -20), 0],
    ["the last third of its bytes", (log: string) => log.slice(0, (log.length * 2) / 3), 0],
    ["its last lines, and then grew", (log: string) => log.replace(/([^\n]*\n){3}$/, "") + line(300) + line(301), 2],
  ])("that has lost %s is not counted again, and what is gone is told", async (_, cut, fresh) => {
    for (const log of [long, Array.from({ length: 20 }, (_, id) => line(id)).join("")]) {
      await readLog(store, `${log.length}.log`, log);
      const counted = await readLog(store, `${log.length}.log`, cut(log));
      expect(counted.occurrences).toBe(fresh);
      expect(counted.lostBytes).toBeGreaterThanOrEqual(Math.max(1, log.length - cut(log).length));
      expect(counted.lostBytes).toBeLessThan(log.length / 2);
      expect(counted.already).toBe(occurrencesOf(cut(log)) - fresh);
    }
  });

  test("is another log, and counted, when all of its lines are the same", async () => {
    await readLog(store, "app.log", "error 10054\n".repeat(100));
    await readLog(store, "app.log", "error 10054\n".repeat(40));
    expect(await storedCounts(store)).toEqual({ 10054: 140 });
  });

  test("is left to the next run when reading was broken off", async () => {
    await readLog(store, "app.log", long);
    const counted = await readLog(store, "app.log", long.slice(0, 9000), undefined, { ended: false });
    expect(counted).toMatchObject({ occurrences: 0, lostBytes: 0 });
    expect(await storedCounts(store)).toEqual({ 10054: 200 });
  });
});

test("two streams without identity are counted each, even with the same bytes", async () => {
  for (const _ of "ab") await readLog(store, "-", long, undefined, { identity: "none" });
  expect(await storedCounts(store)).toEqual({ 10054: 400 });
  await readLog(store, "app.log", long);
  expect(await storedCounts(store)).toEqual({ 10054: 600 });
});

test("what was counted while the store was out of order is committed by the next flush", async () => {
  let isBroken = true;
  const failing: LedgerOptions["store"] = {
    generationsFor: (head, name) => store.generationsFor(head, name),
    async commit(batch) {
      // The worse half of the failures: the transaction happened, and the answer was lost.
      const id = await store.commit(batch);
      if (isBroken) throw new WsaError("store-full", "store", say`no space`);
      return id;
    },
  };
  const ledger = openLedger({ store: failing, run: await store.begin(0), source, identity: "content", live: true });
  const record = (id: number) =>
    ledger.record(line(id), { number: id, time: null, operation: null, endpoint: null, body: "" }, [10054]);
  record(1);
  await expect(ledger.flush()).rejects.toThrow("no space");
  isBroken = false;
  await ledger.flush();
  record(2);
  await ledger.close();
  expect(await storedCounts(store)).toEqual({ 10054: 2 });
});

test("a ledger yields when another one has counted a part of what it holds", async () => {
  const options = { store, run: await store.begin(0), source, identity: "content", live: true } as const;
  const [slow, fast] = [openLedger(options), openLedger(options)];
  const record = (ledger: typeof slow, id: number) =>
    ledger.record(line(id), { number: id, time: null, operation: null, endpoint: null, body: "" }, [10054]);
  for (const ledger of [slow, fast]) record(ledger, 1);
  await slow.flush();
  await fast.flush();
  expect(fast.counted).toMatchObject({ occurrences: 0, already: 1, yielded: false });
  record(fast, 2);
  await fast.close();
  record(slow, 2);
  record(slow, 3);
  await slow.close();
  expect(slow.counted).toMatchObject({ occurrences: 1, yielded: true });
  expect(await storedCounts(store)).toEqual({ 10054: 2 });
  await readLog(store, "app.log", [1, 2, 3].map(line).join(""));
  expect(await storedCounts(store)).toEqual({ 10054: 3 });
});

test("text for people is decoded, bytes that are no UTF-8 notwithstanding", async () => {
  const body = Buffer.from("年 10054 \xff", "utf8").toString("latin1").replace("Ã¿", "\xff");
  const ledger = openLedger({ store, run: await store.begin(0), source, identity: "content" });
  ledger.record(
    `${body}\n`,
    { number: 1, time: null, operation: null, endpoint: Buffer.from("主机:1").toString("latin1"), body },
    [10054],
  );
  await ledger.close();
  expect(await store.sampleLines(everything, 9)).toMatchObject([{ text: "年 10054 \ufffd" }]);
  expect(await store.endpointTotals(everything, 9)).toMatchObject([{ endpoint: "主机:1" }]);
});
