import { expect, test } from "vitest";
import { findQuiet } from "../../../src/report/detect/quiet.ts";
import { createLookback, habitOf } from "../../../src/report/detect/usual.ts";
import { Series } from "../../../src/report/time/series.ts";
import { seconds } from "../sample.ts";

const since = seconds("2026-11-16T00:00Z");
const week = { since, until: since + 7 * 86_400 };
const first = since - 8 * 7 * 86_400;

/** A code that comes every four hours, and three thousand times in an hour eleven days before the week. */
function seriesUntil(end: number): Series {
  const series = new Series(10061);
  for (let minute = first; minute < end; minute += 4 * 3600)
    series.add(minute, minute === since - 11 * 86_400 ? 3000 : 1);
  return series;
}

const quietIn = (series: Series) => {
  const lookback = createLookback(week, first, "UTC");
  return findQuiet([habitOf(series, lookback)], lookback, week);
};

test("a week as usual is not quiet because of an incident in the weeks before", () => {
  expect(quietIn(seriesUntil(week.until))).toEqual([]);
});

test("a week without is quiet, against what is usual without that incident", () => {
  expect(quietIn(seriesUntil(since))).toMatchObject([{ code: 10061, count: 0, expected: 42 }]);
});
