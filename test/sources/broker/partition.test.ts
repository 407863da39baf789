import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ingest } from "../../../src/ingest/ingest.ts";
import type { IngestEvent } from "../../../src/ingest/ingest-event.ts";
import { openSqliteStore } from "../../../src/store/sqlite/sqlite-store.ts";
import type { Store } from "../../../src/store/store.ts";
import { storedCounts } from "../../ledger/reading.ts";
import { codes, scratchFolder } from "../../store/scratch.ts";
import { MemoryPartition, memoryStream, type Written } from "./memory-stream.ts";

const folder = scratchFolder();
let stores = 0;
const newStore = () => openSqliteStore({ path: join(folder, `${++stores}.db`), codes });

type Options = Partial<Parameters<typeof ingest>[1]> & { readonly pattern?: string };

async function run(store: Store, partition: MemoryPartition, { pattern, ...options }: Options = {}) {
  const events: IngestEvent[] = [];
  const onEvent = (event: IngestEvent) => events.push(event);
  await ingest([memoryStream([partition], pattern)], { store, zone: "UTC", onEvent, ...options });
  return events;
}

const message = (text: string, headers?: Written["headers"]): Written => ({
  bytes: Buffer.from(text),
  ...(headers && { headers }),
});
const wrapped = (host: string, log: string, second = 0): Written =>
  message(JSON.stringify({ log, hostname: host, date: 1795161600 + second }));

/** A failure as Python writes it, a line in each message. */
const traceback = (host: string) =>
  [
    "2026-11-20 08:00:00 ERROR worker failed",
    "Traceback (most recent call last):",
    '  File "gate.py", line 3, in read',
    "ConnectionRefusedError: [WinError 10061] refused",
    "  caused by: [WinError 10061] refused",
  ].map((line) => wrapped(host, line));

async function byHost(store: Store): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const { host, n } of await store.occurrencesBySource()) found[host] = (found[host] ?? 0) + n;
  return found;
}

describe.each([
  ["offsets", false],
  ["ids", true],
])("a partition with %s", (_, hasIds) => {
  test("records of several logs that are interleaved line by line count once each", async () => {
    const partition = new MemoryPartition("all", { hasIds });
    const [one, two] = [traceback("web-1"), traceback("web-2")];
    for (const [n, first] of one.entries()) {
      partition.write(first);
      partition.write(two[n] as Written);
    }
    const store = await newStore();
    await run(store, partition);
    expect(await byHost(store)).toEqual({ "web-1": 1, "web-2": 1 });
    await store.close();
  });

  test("a record goes on where the last run was ended inside of it", async () => {
    const partition = new MemoryPartition("all", { hasIds });
    const store = await newStore();
    for (const line of traceback("web-1")) {
      partition.write(line);
      await run(store, partition);
    }
    expect(await storedCounts(store)).toEqual({ 10061: 1 });
    await store.close();
  });

  test("messages that come three times and in any order that a broker may have count once, wherever workers are killed", async () => {
    const line = fc.record({
      host: fc.constantFrom("web-1", "web-2", "web-3"),
      text: fc.constantFrom("recv failed: 10054", "all is well", "connect: [WinError 10061]", "  caused by: 10054"),
    });
    const runs = fc.array(fc.tuple(fc.array(line, { maxLength: 40 }), fc.nat(6)), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(runs, async (runs) => {
        const partition = new MemoryPartition("all", { hasIds, times: 3 });
        const store = await newStore();
        const whole = await newStore();
        let number = 0;
        for (const [lines, commits] of runs) {
          for (const { host, text } of lines) {
            const stamp = new Date(1795161600000 + ++number * 61_000).toISOString();
            partition.write(wrapped(host, text.startsWith(" ") ? text : `${stamp} ${text}`, number));
          }
          await runKilled(store, partition, commits);
        }
        await run(store, partition);
        const once = new MemoryPartition("all");
        for (const { bytes } of partition.messages) once.write({ bytes: Buffer.from(bytes) });
        await run(whole, once);
        expect(await minutes(store)).toEqual(await minutes(whole));
        expect((await store.runTotals()).lines).toBe(number);
        await Promise.all([store.close(), whole.close()]);
      }),
      { numRuns: 5 },
    );
  });

  test("two workers that read it at the same time count each message once", async () => {
    const partition = new MemoryPartition("all", { hasIds });
    for (let n = 0; n < 400; n++) partition.write(wrapped(`web-${n % 5}`, `worker ${n}: recv failed: 10054`, n));
    const store = await newStore();
    await Promise.all([run(store, partition), run(store, partition)]);
    await run(store, partition);
    expect(await storedCounts(store)).toEqual({ 10054: 400 });
    await store.close();
  });

  test("a log that was quiet for long is left, and read on when something comes", async () => {
    const partition = new MemoryPartition("all", { hasIds, times: 2 });
    const store = await newStore();
    const stopping = new AbortController();
    const visits: string[] = [];
    const generationsFor: Store["generationsFor"] = (key, source) => {
      visits.push(source.host);
      return store.generationsFor(key, source);
    };
    let clock = 1795161600000;
    // An hour passes with each look at the clock.
    const now = () => {
      clock += 3_600_000;
      return clock;
    };
    const running = run({ ...store, generationsFor }, partition, { now, follow: true, signal: stopping.signal });
    // One record, which the log is left inside of.
    for (const [n, line] of ["2026-11-20 08:00:00 recv failed: 10054", "  caused by: 10054"].entries()) {
      partition.write(wrapped("web-1", line));
      partition.write(wrapped("other", `${n}: recv failed: 10054`));
      while ((await store.runTotals()).lines < 2 * (n + 1)) await new Promise((resolve) => setImmediate(resolve));
    }
    stopping.abort();
    await running;
    expect(visits.filter((host) => host === "web-1").length).toBeGreaterThan(1);
    expect(await byHost(store)).toEqual({ "web-1": 1, other: 2 });
    await store.close();
  });

  test("what cannot be read is set aside, counted once, and named once", async () => {
    const partition = new MemoryPartition("all", { hasIds, times: 3 });
    const store = await newStore();
    for (let n = 0; n < 3; n++) {
      partition.write({ bytes: Buffer.from([0xff, 0xfe, n]) });
      partition.write(message('{"log":"recv failed: 10054'));
      partition.write(message("2026-11-20T08:00:00Z recv failed: 10054"));
      const events = await run(store, partition);
      expect(events.filter(({ kind }) => kind === "message-set-aside")).toHaveLength(2);
    }
    expect(await store.runTotals()).toMatchObject({ setAside: 6, occurrences: 3 });
    await store.close();
  });
});

test("a line without a time of its own has that of its envelope, else that of its message", async () => {
  const partition = new MemoryPartition("all");
  partition.write(wrapped("web-1", "recv failed: 10054", 60));
  partition.write(wrapped("web-1", "recv failed: 10054", 3600));
  partition.write(message("recv failed: 10054"));
  const store = await newStore();
  await run(store, partition);
  expect(await minutes(store)).toEqual({ "10054 1795161600": 1, "10054 1795161660": 1, "10054 1795165200": 1 });
  await store.close();
});

test("what a shipper sends again counts once, in whichever stream, however it is wrapped", async () => {
  const headers = (offset: number) => ({
    ...{ "Wsa-Generation": "7d5e", "Wsa-Offset": String(offset) },
    ...{ "Wsa-Host": "web-1", "Wsa-Source": encodeURIComponent("日志.log") },
  });
  const store = await newStore();
  for (const key of ["one", "two"]) {
    const partition = new MemoryPartition(key);
    for (const offset of [0, 0, 21, 0, 21, 42])
      partition.write(message(`recv failed: 10054 ${offset}\n`, headers(offset)));
    await run(store, partition);
  }
  expect(await storedCounts(store)).toEqual({ 10054: 3 });
  expect(await store.occurrencesBySource()).toMatchObject([{ host: "web-1", source: "日志.log", n: 3 }]);
  await store.close();
});

test("headers, the pattern of the address and fields name a log, in this order", async () => {
  const partition = new MemoryPartition("from-key");
  partition.write(message("recv failed: 10054", { host: "from-header", source: "gate.log" }));
  partition.write(message("recv failed: 10054"));
  const store = await newStore();
  await run(store, partition, { pattern: "{host}" });
  expect((await store.occurrencesBySource()).map(({ host, source }) => [host, source])).toEqual([
    ["from-key", "from-key"],
    ["from-header", "gate.log"],
  ]);
  await store.close();
});

test("without a store nothing waits to be counted", async () => {
  const partition = new MemoryPartition("all");
  for (let n = 0; n < 50; n++) partition.write(wrapped(`web-${n % 3}`, "recv failed: 10054", n));
  let behind: number | undefined;
  const { totals } = await ingest([memoryStream([partition])], {
    store: null,
    onEvent: (event) => {
      if (event.kind === "progress") behind = event.progress.behind ?? behind;
    },
  });
  expect(totals).toMatchObject({ isStored: false, occurrences: 50 });
  expect(behind ?? 0).toBe(0);
});

test("memory is bounded while the store is slow", async () => {
  const partition = new MemoryPartition("all");
  for (let n = 0; n < 3000; n++) partition.write(message(`${"x".repeat(30_000)} recv failed: 10054`));
  const store = await newStore();
  let isOpen = () => {};
  const open = new Promise<void>((resolve) => {
    isOpen = resolve;
  });
  let behind = 0;
  const slow: Store = {
    ...store,
    generationsFor: async (...args) => await open.then(() => store.generationsFor(...args)),
  };
  // The index is looked up at once, the log waits.
  slow.generationsFor = async (key, source) => {
    if (source.name === "all") await open;
    return await store.generationsFor(key, source);
  };
  const running = run(slow, partition, {
    onEvent(event) {
      if (event.kind !== "progress") return;
      const before = behind;
      behind = event.progress.behind ?? 0;
      if (behind > 0 && behind === before) isOpen();
    },
  });
  await open;
  expect(behind * 30_000).toBeLessThan(40 << 20);
  await running;
  expect(await storedCounts(store)).toEqual({ 10054: 3000 });
  await store.close();
});

/** Lets a worker commit so often; then it is killed: nothing that it does later has an effect. */
async function runKilled(store: Store, partition: MemoryPartition, commits: number): Promise<void> {
  const stopping = new AbortController();
  let left = commits;
  const killed: Store = {
    ...store,
    async commitAll(batches) {
      if (left-- <= 0) {
        stopping.abort();
        return batches.map(() => null);
      }
      return await store.commitAll(batches);
    },
  };
  await run(killed, partition, { signal: stopping.signal });
}

async function minutes(store: Store): Promise<Record<string, number>> {
  const sql = "SELECT code || ' ' || minute AS at, sum(n) AS n FROM counts GROUP BY code, minute HAVING sum(n) <> 0";
  const found: Record<string, number> = {};
  for await (const { rows } of store.query(sql)) for (const [at, n] of rows) found[String(at)] = Number(n);
  return found;
}
