import fc from "fast-check";
import { expect, test } from "vitest";
import { findUnusual } from "../../../src/report/detect/unusual.ts";
import { habitOf, lookbackStart } from "../../../src/report/detect/usual.ts";
import { shiftBefore, shiftWeeks } from "../../../src/report/model/counterparts.ts";
import { heatMapOf } from "../../../src/report/model/heat-map.ts";
import { HEAT_DAYS, readPast } from "../../../src/report/model/past.ts";
import { createSteps, fittingBucket } from "../../../src/report/time/buckets.ts";
import { daysEarlier } from "../../../src/report/time/hours.ts";
import { clipped, Series } from "../../../src/report/time/series.ts";
import type { Questions } from "../../../src/store/questions.ts";
import type { Scope, TimeRange } from "../../../src/store/scope.ts";
import { memoryStoreOf, seconds } from "../sample.ts";

const end = seconds("2026-11-20T00:00Z");
const codes = [10054, 10060, 10061];

/** Occurrences of a code: regular ones, and bursts, from up to eleven weeks before the end on. */
const counts = fc.record({
  code: fc.constantFrom(...codes),
  every: fc.constantFrom(7, 61, 600, 3000, 50_000),
  days: fc.integer({ min: 1, max: 77 }),
  bursts: fc.array(
    fc.record({
      at: fc.integer({ min: 0, max: 40 * 1440 }),
      length: fc.integer({ min: 1, max: 200 }),
      gap: fc.integer({ min: 1, max: 6 }),
      n: fc.integer({ min: 1, max: 40 }),
    }),
    { maxLength: 4 },
  ),
});

const period = fc.record({
  minutes: fc.oneof(
    fc.integer({ min: 1, max: 40 * 1440 }),
    fc.integer({ min: 1, max: 30 }).map((days) => days * 1440),
  ),
  back: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 10 * 1440 })),
  zone: fc.constantFrom("UTC", "Europe/Berlin", "Asia/Kolkata", "Asia/Kathmandu", "Australia/Lord_Howe", "+01:07"),
});

function minutesOf(logs: readonly (typeof counts extends fc.Arbitrary<infer Value> ? Value : never)[]) {
  const found = new Map<string, { minute: number; code: number; n: number }>();
  const add = (code: number, minute: number, n: number) => {
    const key = `${code} ${minute}`;
    found.set(key, { code, minute, n: n + (found.get(key)?.n ?? 0) });
  };
  for (const { code, every, days, bursts } of logs) {
    for (let at = days * 1440 - (days % 7); at > 0; at -= every) add(code, end - at * 60, 1 + (at % 3));
    for (const { at, length, gap, n } of bursts)
      for (let minute = 0; minute < length; minute += gap) add(code, end - Math.max(1, at - minute) * 60, n);
  }
  return [...found.values()];
}

/** Where a past begins. */
const sinceOf = (extent: TimeRange, zone: string): number =>
  Math.min(
    lookbackStart(extent.since, zone),
    daysEarlier(extent.until, HEAT_DAYS, zone),
    shiftBefore(extent, zone)(extent.since),
    shiftWeeks(extent, zone).shift(extent.since),
  );

/** All series by the minute. */
async function byTheMinute(store: Questions, scope: Scope, since: number, until: number): Promise<Series[]> {
  const steps = await store.stepCounts(scope, [{ since, until }], 60);
  return steps.map(({ code, starts, counts }) => {
    const cells = starts.map((start, at) => ({ start, n: counts[at] ?? 0, seconds: 60 }));
    return new Series(code, cells);
  });
}

test("a past that is read by hours finds and counts what one by the minute does", { timeout: 300_000 }, async () => {
  const property = fc.asyncProperty(
    fc.array(counts, { minLength: 1, maxLength: 5 }),
    fc.array(period, { minLength: 2, maxLength: 2 }),
    async (logs, periods) => {
      const store = await memoryStoreOf([{ name: "app.log", minutes: minutesOf(logs) }]);
      for (const { minutes, back, zone } of periods) {
        const until = end - back * 60;
        const extent = { since: until - minutes * 60, until };
        const scope: Scope = { period: { ...extent, horizon: null, zone }, source: null, host: null };
        const steps = createSteps(fittingBucket(extent.since, until, 48), extent.since, until, zone);
        const past = await readPast(store, scope, extent, steps, extent.until);
        const series = await byTheMinute(store, scope, sinceOf(extent, zone), until);
        const { lookback } = past;
        const fine = { ...past, series, habits: lookback === null ? [] : series.map((one) => habitOf(one, lookback)) };
        expect(past.series.map(({ code }) => code)).toEqual(fine.series.map(({ code }) => code));
        expect(findUnusual(past, extent)).toEqual(findUnusual(fine, extent));
        if (lookback === null) continue;
        expect(heatMapOf(past.habits, lookback, extent, zone)).toEqual(heatMapOf(fine.habits, lookback, extent, zone));
        for (const part of [extent, ...clipped(steps, extent)]) {
          const sums = ({ series }: typeof past) => series.map((one) => one.sum(part.since, part.until));
          expect(sums(past)).toEqual(sums(fine));
        }
      }
    },
  );
  await fc.assert(property, { numRuns: 30 });
});
