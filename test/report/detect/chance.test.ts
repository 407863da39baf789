import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chanceOfFewer, chanceOfMore } from "../../../src/report/detect/chance.ts";
import { findQuiet } from "../../../src/report/detect/quiet.ts";
import { findSpikes } from "../../../src/report/detect/spikes.ts";
import { createLookback, FALSE_ALARMS, habitOf } from "../../../src/report/detect/usual.ts";
import { Series } from "../../../src/report/time/series.ts";
import { seconds } from "../sample.ts";
import { seeded } from "./chances.ts";

test.each([
  // With one throw in four, ten of ten heads: the binomial distribution, which a very large size comes near to.
  [10, 0, 1, 1e9, 0.5 ** 10],
  [3, 1, 3, 1e9, 4 * 0.25 ** 3 * 0.75 + 0.25 ** 4],
  // Of size one, all ways to share are alike: 1 of the 11 gives all ten to the hour.
  [10, 0, 1, 1, 1 / 11],
  [0, 5, 4, 2, 1],
])("chance of %d or more beside %d in %d weeks at size %d is %d", (count, sum, weeks, size, expected) => {
  expect(chanceOfMore(count, sum, weeks, size)).toBeCloseTo(expected, 5);
});

test("the chances of more and of fewer overlap in exactly the count itself", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 300 }),
      fc.integer({ min: 0, max: 900 }),
      fc.integer({ min: 3, max: 8 }),
      fc.double({ min: 0.05, max: 1000, noNaN: true }),
      (count, sum, weeks, size) => {
        const all = chanceOfMore(count, sum, weeks, size) + chanceOfFewer(count - 1, sum + 1, weeks, size);
        expect(all).toBeCloseTo(1, 6);
      },
    ),
  );
});

describe("a report without anything unusual", () => {
  const since = seconds("2026-11-20T00:00Z");
  const day = { since, until: since + 86_400 };

  /** Of so many made-up histories and days, the share that has a false alarm. */
  function alarms(size: number, mean: number, weeks: number, seed: number): { spike: number; quiet: number } {
    const { negativeBinomial } = seeded(seed);
    const first = since - weeks * 604_800;
    const lookback = createLookback(day, first, "UTC");
    const found = { spike: 0, quiet: 0 };
    for (let i = 0; i < REPORTS; i++) {
      const series = new Series(10054);
      for (let hour = first; hour < day.until; hour += 3600) {
        const busy = 1 + 0.8 * Math.sin(((hour % 86_400) / 43_200) * Math.PI);
        const n = negativeBinomial(mean * busy, size);
        if (n > 0) series.add(hour, n);
      }
      const habits = [habitOf(series, lookback)];
      if (findSpikes(habits, lookback, day).length > 0) found.spike++;
      if (findQuiet(habits, lookback, day).length > 0) found.quiet++;
    }
    return { spike: found.spike / REPORTS, quiet: found.quiet / REPORTS };
  }

  const REPORTS = 300;
  // Three standard errors above the rate that is promised: a seed that fails here would be no bad luck.
  const LIMIT = FALSE_ALARMS + 3 * Math.sqrt(FALSE_ALARMS / REPORTS);

  test.each(
    [Infinity, 5, 1, 0.3].flatMap((size) =>
      [1, 30].flatMap((mean) => [3, 8].map((weeks) => [size, mean, weeks] as const)),
    ),
  )(
    "of size %d, %d an hour, %d weeks back, speaks of spikes and quiet in less than one of a hundred cases",
    (...given) => {
      const { spike, quiet } = alarms(...given, 7);
      expect(spike).toBeLessThan(LIMIT);
      expect(quiet).toBeLessThan(LIMIT);
    },
  );
});
