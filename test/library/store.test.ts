import { appendFileSync, copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { type IngestionProgress, ingest, openStore, report, WsaError } from "../../src/index.ts";
import { formats } from "../../src/report/formats/index.ts";
import { FIXTURES, temporaryFolder } from "../program.ts";
import { toEncoding } from "../sources/to-encoding.ts";

async function open(path = join(temporaryFolder(), "counts.db")) {
  const store = await openStore(path);
  onTestFinished(() => store.close());
  return store;
}

const log = join(FIXTURES, "service.log");

describe("a store of the library", () => {
  test("counts a log once, and answers in SQL", async () => {
    const store = await open();
    const first = await ingest([log], { store, host: "here" });
    expect(first).toMatchObject({ occurrences: 499, already: 0, interrupted: false, failed: [], skipped: [] });
    expect(first.logs).toMatchObject([{ path: log, source: log, occurrences: 499, lostBytes: 0 }]);
    expect(await ingest([log], { store, host: "here" })).toMatchObject({ occurrences: 0, unchanged: 1 });
    expect(await store.query("SELECT SUM(n) AS n, COUNT(*) AS codes FROM totals")).toEqual([{ n: 499, codes: 8 }]);
    expect(await store.query("SELECT code FROM totals", { maxRows: 2 })).toHaveLength(2);
  });

  test("counts only what a log has grown by", async () => {
    const store = await open();
    const path = join(temporaryFolder(), "app.log");
    copyFileSync(log, path);
    await ingest([path], { store });
    appendFileSync(path, "2026-11-22 10:00:00 WSAECONNRESET\n");
    expect(await ingest([path], { store })).toMatchObject({ occurrences: 1, codes: { 10054: 1 } });
  });

  test("reads a folder, tells how far it is, and goes on after an input that is not there", async () => {
    const folder = join(temporaryFolder(), "logs");
    mkdirSync(folder);
    writeFileSync(join(folder, "a.log"), "error 10061\n");
    writeFileSync(join(folder, "b.log"), "WSAECONNRESET ECONNRESET\n");
    const told: IngestionProgress[] = [];
    const absent = join(folder, "c.log");
    const done = await ingest([folder, absent], {
      store: await open(),
      strict: true,
      onProgress: (progress) => told.push(progress),
    });
    expect(done).toMatchObject({ codes: { 10054: 1 }, failed: [{ path: absent }] });
    expect(told.at(-1)).toMatchObject({ bytes: 37, total: 37, occurrences: 1 });
  });

  test("takes the host of each log from its path", async () => {
    const store = await open();
    const folder = join(temporaryFolder(), "web-1");
    mkdirSync(folder);
    writeFileSync(join(folder, "a.log"), "WSAECONNRESET\n");
    await ingest([folder], { store, hostFrom: "folder" });
    expect(await store.query("SELECT host FROM sources")).toEqual([{ host: "web-1" }]);
    await expect(ingest([folder], { store, hostFrom: "*.log" })).rejects.toMatchObject({ code: "usage" });
  });

  test("names the encoding of a log that is no UTF-8", async () => {
    const path = join(temporaryFolder(), "a.log");
    writeFileSync(path, toEncoding("数据库没有回应，任务已经取消\n", "gb18030"));
    const { notUtf8 } = await ingest([path], { store: await open() });
    expect(notUtf8).toEqual([{ path, encoding: "gb18030" }]);
  });

  test("reads nothing once its signal is aborted", async () => {
    const store = await open();
    expect(await ingest([log], { store, signal: AbortSignal.abort() })).toMatchObject({ interrupted: true, logs: [] });
    expect(await store.query("SELECT * FROM counts")).toEqual([]);
  });

  test("is reported as a model, and in every format", async () => {
    const store = await open();
    await ingest([log], { store, tz: "UTC" });
    const model = await report(store, { since: new Date("2026-11-20T00:00Z"), until: "2026-11-21", tz: "UTC" });
    expect(model.totals.occurrences).toBe(285);
    const [row] = await store.query("SELECT SUM(n) AS n FROM daily WHERE day = '2026-11-20'");
    expect(row).toEqual({ n: 285 });
    const one = await report(store, { codes: [10061], lang: "zh" });
    expect(one.codes.map(({ code, title }) => [code, title])).toEqual([[10061, "连接被拒绝"]]);
    for (const { name } of formats) {
      const format = name as "text";
      expect(await report(store, { format })).toContain("10061");
    }
    expect(JSON.parse(await report(store, { format: "json" })).totals.occurrences).toBe(499);
  });

  test.each([
    ["a period", { since: "the day before" }, /not a point in time/],
    ["a zone", { tz: "Mars/Olympus" }, /no such time zone/],
    ["a format", { format: "pdf" as "text" }, /no such format/],
  ])("refuses %s that makes no sense", async (_what, options, message) => {
    const error = await report(await open(), options as { format: "text" }).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(WsaError);
    expect(error).toMatchObject({ code: "usage", message: expect.stringMatching(message) });
  });

  test("rejects with a WsaError for what is wrong with the store or the question", async () => {
    await expect(openStore(join(temporaryFolder(), "none.db"), { readOnly: true })).rejects.toMatchObject({
      code: "store",
    });
    const text = join(temporaryFolder(), "text.db");
    writeFileSync(text, "not a database, but long enough to look like one".repeat(100));
    await expect(openStore(text)).rejects.toMatchObject({ name: "WsaError", code: "store" });
    const store = await open();
    await expect(store.query("DELETE FROM counts")).rejects.toMatchObject({ code: "query" });
    await expect(store.query("SELECT nothing FROM nowhere")).rejects.toMatchObject({ code: "query" });
  });

  test("refuses what is not a store", async () => {
    const fake = { path: "x", query: async () => [], close: async () => undefined };
    await expect(report(fake)).rejects.toThrow("not a store");
  });
});
