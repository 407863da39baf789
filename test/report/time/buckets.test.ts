import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Bucket, createSteps, fittingBucket, minutesOf, stepAt } from "../../../src/report/time/buckets.ts";
import { isoTime } from "../../../src/report/time/local-time.ts";

const seconds = (iso: string): number => Date.parse(iso) / 1000;

describe("a day on which the clocks change", () => {
  test.each([
    ["Europe/Berlin", "2026-03-29T00:00+01:00", "2026-03-30T00:00+02:00", 60, 23],
    ["Europe/Berlin", "2026-10-25T00:00+02:00", "2026-10-26T00:00+01:00", 60, 25],
    ["Europe/Berlin", "2026-10-25T00:00+02:00", "2026-10-26T00:00+01:00", 15, 100],
    ["Europe/Berlin", "2026-10-25T00:00+02:00", "2026-10-26T00:00+01:00", 360, 4],
    ["Australia/Lord_Howe", "2026-04-05T00:00+11:00", "2026-04-06T00:00+10:30", 15, 98],
    ["Australia/Lord_Howe", "2026-10-04T00:00+10:30", "2026-10-05T00:00+11:00", 15, 94],
    ["UTC", "2026-10-25T00:00Z", "2026-10-26T00:00Z", 60, 24],
  ])("in %s, from %s to %s, in steps of %i minutes has %i of them", (zone, since, until, minutes, expected) => {
    const steps = createSteps({ minutes }, seconds(since), seconds(until), zone);
    expect(steps.starts).toHaveLength(expected);
    expect(steps.starts[0]).toBe(seconds(since));
    expect(steps.end).toBe(seconds(until));
  });

  test("Lord Howe's half hour leaves the hours where the clock shows them", () => {
    const steps = createSteps(
      { minutes: 60 },
      seconds("2026-04-04T14:00Z"),
      seconds("2026-04-04T17:00Z"),
      "Australia/Lord_Howe",
    );
    expect(steps.starts.map((start) => isoTime(start, "Australia/Lord_Howe"))).toEqual([
      "2026-04-05T01:00:00+11:00",
      "2026-04-05T02:00:00+10:30",
      "2026-04-05T03:00:00+10:30",
    ]);
  });
});

test("weeks begin on Mondays, other days on the first one", () => {
  const [since, until] = [seconds("2026-11-19T10:00Z"), seconds("2026-12-02T10:00Z")];
  expect(createSteps({ days: 7 }, since, until, "UTC").starts).toEqual(
    ["2026-11-16T00:00Z", "2026-11-23T00:00Z", "2026-11-30T00:00Z"].map(seconds),
  );
  expect(createSteps({ days: 5 }, since, until, "UTC").starts[0]).toBe(seconds("2026-11-19T00:00Z"));
});

const zones = fc.constantFrom("UTC", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kathmandu", "America/Sao_Paulo");
const buckets = fc.constantFrom<Bucket>({ minutes: 15 }, { minutes: 60 }, { minutes: 480 }, { days: 1 }, { days: 7 });
const periods = fc
  .tuple(fc.integer({ min: 18_000_000, max: 30_000_000 }), fc.integer({ min: 1, max: 20_000 }))
  .map(([minute, minutes]) => [minute * 60, (minute + minutes) * 60] as const);

test("steps cover the period without gaps, and every minute has its step", () => {
  fc.assert(
    fc.property(
      zones,
      buckets,
      periods,
      fc.double({ min: 0, max: 1, noNaN: true }),
      (zone, bucket, [since, until], part) => {
        const steps = createSteps(bucket, since, until, zone);
        const bounds = [...steps.starts, steps.end];
        expect(bounds[0]).toBeLessThanOrEqual(since);
        expect(bounds[1]).toBeGreaterThan(since);
        expect(bounds.at(-2)).toBeLessThan(until);
        expect(bounds.at(-1)).toBeGreaterThanOrEqual(until);
        expect(bounds).toEqual([...new Set(bounds)].sort((a, b) => a - b));
        const moment = Math.min(Math.floor(since + part * (until - since)), until - 1);
        const step = stepAt(steps, moment);
        expect(bounds[step]).toBeLessThanOrEqual(moment);
        expect(bounds[step + 1]).toBeGreaterThan(moment);
      },
    ),
    { numRuns: 60 },
  );
});

test("the fitting bucket needs no more steps than there is room for", () => {
  fc.assert(
    fc.property(periods, fc.integer({ min: 10, max: 60 }), ([since, until], most) => {
      expect((until - since) / 60 / minutesOf(fittingBucket(since, until, most))).toBeLessThanOrEqual(most);
    }),
  );
});
