import { appendFileSync, utimesSync, writeFileSync } from "node:fs";
import { PassThrough } from "node:stream";
import { gzipSync } from "node:zlib";
import { expect, onTestFinished, test, vi } from "vitest";
import { WsaError } from "../../src/error.ts";
import { ingest } from "../../src/ingest/ingest.ts";
import { createStdinSource } from "../../src/sources/stdin.ts";
import { say } from "../../src/wording.ts";
import { logLines } from "../commands/counted.ts";
import { storedCounts } from "../ledger/reading.ts";
import { scene, storeWith } from "./scene.ts";

const full = new WsaError("store-full", "x.db", say`no space`);

test("a log is read and counted, then passed over, then read where it was left", async () => {
  const { store, folder, path, options, events, happened } = await scene();
  const log = path("a.log");
  const long = logLines(0, 200);
  writeFileSync(log, long);
  utimesSync(log, 1_700_000_000, 1_700_000_000);
  const first = await ingest([folder], options);
  expect(first.totals).toMatchObject({ isStored: true, occurrences: 200, already: 0, codes: new Map([[10054, 200]]) });
  expect(first.logs).toMatchObject([{ path: log, source: log, size: long.length, counted: { lines: 200 } }]);
  expect(happened()).toEqual([{ kind: "log-read", log: first.logs[0] }]);
  expect(events.at(-1)).toEqual({
    kind: "progress",
    progress: { bytes: long.length, known: 0, total: long.length, occurrences: 200 },
  });

  events.length = 0;
  expect(await ingest([folder], options)).toMatchObject({ logs: [], unchanged: [log], totals: { occurrences: 0 } });
  expect(happened()).toEqual([{ kind: "log-unchanged", path: log }]);

  appendFileSync(log, logLines(200, 203));
  expect((await ingest([folder], options)).totals).toMatchObject({ occurrences: 3, already: 200 });
  expect(events.at(-1)).toMatchObject({ progress: { known: long.length, total: logLines(0, 203).length } });
  expect(await storedCounts(store)).toEqual({ 10054: 203 });
});

test("what cannot be read is reported and does not stop the rest", async () => {
  const { folder, path, options, happened } = await scene();
  writeFileSync(path("a.log"), logLines(0, 2));
  writeFileSync(path("b.log.gz"), gzipSync(logLines(0, 99)).subarray(0, 40));
  writeFileSync(path(".hidden"), "");
  writeFileSync(path("core"), Buffer.alloc(99));
  const { logs, skipped, failed, totals } = await ingest([path("none"), folder], options);
  expect(totals.occurrences).toBe(2);
  expect(logs.map((log) => log.path)).toEqual([path("a.log")]);
  expect(skipped).toEqual([
    { path: path(".hidden"), why: "hidden" },
    { path: path("core"), why: "binary" },
  ]);
  expect(failed).toEqual([
    { path: path("none"), why: "no such file" },
    { path: path("b.log.gz"), why: expect.stringMatching(/broken or unfinished gzip/) },
  ]);
  // A log is read only when its counts are committed.
  expect(happened().map(({ kind }) => kind)).toEqual([
    ...["log-skipped", "log-failed", "log-failed", "log-skipped", "log-read"],
  ]);
  expect(happened()[1]).toEqual({ kind: "log-failed", error: expect.any(WsaError) });
});

test("bytes that are gone from a log are reported", async () => {
  const { path, options, happened } = await scene();
  const log = path("a.log");
  writeFileSync(log, logLines(0, 300));
  await ingest([log], options);
  const rewritten = logLines(0, 300).replace("id=250", "ID=250");
  writeFileSync(log, rewritten.slice(0, -10));
  await ingest([log], options);
  expect(happened()[1]).toEqual({ kind: "bytes-lost", subject: log, bytes: expect.any(Number) });
  expect(happened().map(({ kind }) => kind)).toEqual(["log-read", "bytes-lost", "log-read"]);
});

test("a log that another process counts at the same time is left to it", async () => {
  const { store, path, options, happened } = await scene();
  writeFileSync(path("part"), logLines(0, 150));
  writeFileSync(path("whole"), logLines(0, 200));
  const named = { ...options, name: "app.log" };
  let isFirst = true;
  const slow = storeWith(store, {
    async commitAll(batches) {
      if (isFirst) await ingest([path("part")], { ...named, onEvent: undefined });
      isFirst = false;
      return await store.commitAll(batches);
    },
  });
  await ingest([path("whole")], { ...named, store: slow });
  expect(happened()).toMatchObject([{ kind: "log-yielded", subject: path("whole") }, { kind: "log-read" }]);
  expect(await storedCounts(store)).toEqual({ 10054: 150 });
  await ingest([path("whole")], named);
  expect(await storedCounts(store)).toEqual({ 10054: 200 });
});

test("what is counted does not wait for the end of a log that names ever new endpoints", async () => {
  const { store, path, options } = await scene();
  const line = (n: number) => `connect to db-${n}.example:5432 failed: error 10061, ${"x".repeat(80)}\n`;
  writeFileSync(path("a.log"), Array.from({ length: 40_000 }, (_, n) => line(n)).join(""));
  const rows: number[] = [];
  const watched = storeWith(store, {
    commitAll: (batches) => {
      for (const { counts } of batches) rows.push(counts.endpoints.length);
      return store.commitAll(batches);
    },
  });
  vi.useFakeTimers({ toFake: ["setInterval"] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  await ingest([path("a.log")], { ...options, store: watched });
  expect(rows.reduce((sum, n) => sum + n, 0)).toBe(40_000);
  expect(Math.max(...rows)).toBeLessThan(30_000);
});

test("a store that cannot be written is reported for each log, and the logs are read", async () => {
  const { store, path, options, happened } = await scene();
  for (const name of ["a.log", "b.log"]) writeFileSync(path(name), logLines(0, 2));
  const failing = storeWith(store, { commitAll: () => Promise.reject(full) });
  const { logs, totals } = await ingest([path("a.log"), path("b.log")], { ...options, store: failing });
  expect([logs.length, totals.occurrences]).toEqual([2, 0]);
  expect(happened().filter(({ kind }) => kind === "store-failed")).toEqual(
    Array(2).fill({ kind: "store-failed", error: full, final: true }),
  );
});

test("a store that fails for a while is reported once, and nothing is lost", async () => {
  const { store, options, happened } = await scene();
  let failures = 0;
  const failing = storeWith(store, {
    commitAll: (batches) => (++failures > 2 ? store.commitAll(batches) : Promise.reject(full)),
  });
  const stdin = new PassThrough();
  const source = createStdinSource(stdin, { live: true, host: "here", name: "app.log", encoding: "bytes" });
  const done = ingest([source], { ...options, store: failing });
  stdin.write(logLines(0, 3));
  await expect.poll(() => failures, { timeout: 10_000 }).toBe(2);
  stdin.end(logLines(3, 5));
  expect((await done).totals.occurrences).toBe(5);
  expect(happened()).toMatchObject([{ kind: "store-failed", error: full, final: false }, { kind: "log-read" }]);
  expect(await storedCounts(store)).toEqual({ 10054: 5 });
});

test("without a store, and with one in which no run can begin, occurrences are only added up", async () => {
  const { store, path, options, happened } = await scene();
  writeFileSync(path("a.log"), logLines(0, 2));
  const none = await ingest([path("a.log")], { ...options, store: null });
  expect(none.totals).toMatchObject({ isStored: false, occurrences: 2 });
  const failing = storeWith(store, { begin: () => Promise.reject(full) });
  const unusable = await ingest([path("a.log")], { ...options, store: failing });
  expect(unusable.totals).toMatchObject({ isStored: false, occurrences: 2 });
  expect(happened().filter(({ kind }) => kind === "store-failed")).toEqual([
    { kind: "store-failed", error: full, final: true },
  ]);
});

test("a dry run looks at files, and reads and counts nothing", async () => {
  const { store, path, options } = await scene();
  writeFileSync(path("a.log"), logLines(0, 2));
  const { logs, totals } = await ingest([path("a.log")], { ...options, dryRun: true });
  expect(logs).toMatchObject([{ path: path("a.log"), size: logLines(0, 2).length, counted: { bytes: 0 } }]);
  expect(totals).toMatchObject({ isStored: false, occurrences: 0 });
  expect(await storedCounts(store)).toEqual({});
});

test("worker threads report to the main thread, and count into its store", async () => {
  const { store, folder, path, options, happened } = await scene();
  const quiet = (name: string) => `2026-11-22 08:30:00 ${name} nothing of interest in this line\n`.repeat(300_000);
  const names = ["a.log", "b.log", "c.log"];
  for (const name of names) {
    writeFileSync(path(name), quiet(name) + logLines(0, 9));
    // Read by the thread that reads the log.
    writeFileSync(path(`${name}.1.gz`), gzipSync(logLines(0, 99)).subarray(0, 40));
  }
  const { logs, failed, totals } = await ingest([folder], { ...options, jobs: 3 });
  expect(logs.map((log) => log.path)).toEqual(names.map(path));
  expect(failed.map((log) => log.path)).toEqual(names.map((name) => path(`${name}.1.gz`)));
  expect(totals).toMatchObject({ isStored: true, occurrences: 27 });
  expect(await storedCounts(store)).toEqual({ 10054: 27 });
  for (const event of happened()) if (event.kind === "log-failed") expect(event.error).toBeInstanceOf(WsaError);
  expect(happened()).toHaveLength(6);
});

test("following reports what is not there yet, reads it when it comes, and ends with the signal", async () => {
  const { path, options, happened } = await scene();
  const stop = new AbortController();
  const done = ingest([path("a.log")], { ...options, follow: true, signal: stop.signal });
  await expect.poll(happened).toMatchObject([{ kind: "log-missing", error: { message: "no such file" } }]);
  writeFileSync(path("a.log"), logLines(0, 3));
  const { store } = options;
  await expect.poll(() => store && storedCounts(store), { timeout: 10_000 }).toEqual({ 10054: 3 });
  stop.abort();
  expect(await done).toMatchObject({ interrupted: true, totals: { occurrences: 3 }, failed: [] });
  expect(happened().map(({ kind }) => kind)).toEqual(["log-missing", "log-read"]);
});

test("an encoding that does not exist is refused before anything is read", async () => {
  const { path, options } = await scene();
  await expect(ingest([path("a.log")], { ...options, encoding: "klingon" })).rejects.toMatchObject({ code: "usage" });
});
