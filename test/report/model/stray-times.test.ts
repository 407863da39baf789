import { expect, test } from "vitest";
import { formats } from "../../../src/report/formats/index.ts";
import { buildReport } from "../../../src/report/model/build-report.ts";
import { buildTrend } from "../../../src/report/model/trend.ts";
import type { Period } from "../../../src/store/scope.ts";
import { catalogue, memoryStoreOf, seconds } from "../sample.ts";

const nowMs = Date.UTC(2026, 10, 22);
const open: Period = { since: null, until: null, horizon: null, zone: "UTC" };
const usual = seconds("2026-11-20T08:00Z");

function storeWith(...times: readonly string[]) {
  const strays = times.map((time) => ({ minute: seconds(time), code: 10061, n: 1 }));
  const minutes = Array.from({ length: 50 }, (_, i) => ({ minute: usual + i * 60, code: 10061, n: 2 }));
  return memoryStoreOf([{ name: "app.log", minutes: [...minutes, ...strays] }]);
}

const scopeOf = (period: Partial<Period>) => ({ period: { ...open, ...period }, source: null, host: null });

test.each(["2040-01-01T00:00Z", "2099-06-01T12:00Z", "1970-01-02T00:00Z", "1989-12-31T23:59Z", "2026-11-23T00:01Z"])(
  "a single stamp of %s beside others is named and stretches nothing",
  async (time) => {
    const store = await storeWith(time);
    const report = await buildReport(store, { catalogue, scope: scopeOf({}), lang: "en", nowMs });
    expect(report.extent).toEqual({ since: usual, until: usual + 50 * 60 });
    expect(report.totals).toMatchObject({ occurrences: 101, first: usual, last: usual + 49 * 60 });
    expect(report.codes[0]).toMatchObject({ count: 101, first: usual, last: usual + 49 * 60 });
    expect(report.read.stray).toMatchObject({ occurrences: 1, first: seconds(time), last: seconds(time) });
    for (const { name, render } of formats) {
      const text = await render(report, { width: 80, color: false });
      if (name !== "csv") expect(text).toContain(name === "json" ? '"stray": {' : time.slice(0, 10));
    }
    const trend = await buildTrend(store, { scope: scopeOf({}), codes: null, bucket: null, nowMs });
    expect(trend.rows.reduce((sum, { total }) => sum + total, 0)).toBe(100);
  },
);

test("a stamp of tomorrow's small hours is a zone's, not a wrong clock's", async () => {
  const store = await storeWith("2026-11-22T23:00Z");
  const report = await buildReport(store, { catalogue, scope: scopeOf({}), lang: "en", nowMs });
  expect(report).toMatchObject({ totals: { last: seconds("2026-11-22T23:00Z") }, read: { stray: null } });
});

test("what is asked for by its dates is answered", async () => {
  const store = await storeWith("2099-06-01T12:00Z");
  const period = { since: seconds("2099-01-01T00:00Z"), until: seconds("2100-01-01T00:00Z") };
  const report = await buildReport(store, { catalogue, scope: scopeOf(period), lang: "en", nowMs });
  expect(report).toMatchObject({ totals: { occurrences: 1 }, read: { stray: null } });
  const after = await buildReport(store, { catalogue, scope: scopeOf({ since: usual }), lang: "en", nowMs });
  expect(after).toMatchObject({ totals: { occurrences: 100 }, read: { stray: { occurrences: 1 } } });
});

test("a log that knows no other times keeps them, over a century too", async () => {
  const store = await memoryStoreOf([
    {
      name: "a.log",
      minutes: ["1971-05-01T00:00Z", "2099-06-01T12:00Z"].map((time) => ({ minute: seconds(time), code: 10061, n: 1 })),
    },
  ]);
  const report = await buildReport(store, { catalogue, scope: scopeOf({}), lang: "en", nowMs });
  expect(report).toMatchObject({
    totals: { occurrences: 2, first: seconds("1971-05-01T00:00Z") },
    read: { stray: null },
  });
});

test("an old stamp in the past gives no history to compare with", async () => {
  const store = await storeWith("1975-06-01T12:00Z");
  const period = { since: usual, until: usual + 86_400 };
  const report = await buildReport(store, { catalogue, scope: scopeOf(period), lang: "en", nowMs });
  expect(report.history).toEqual({ first: usual, weeks: 0 });
});
