import type { Period, TimeRange } from "../../store/scope.ts";
import { dayOf, daysEarlier } from "../time/hours.ts";
import type { Series } from "../time/series.ts";
import type { Comparison, PeriodChange } from "./report.ts";

/** Maps a moment of the period to its counterpart in another one. */
export type Shift = (second: number) => number;

/** The two periods to compare with; null where the store does not reach back so far. */
export interface Counterparts {
  readonly before: Shift | null;
  readonly weekBefore: Shift | null;
  readonly weeks: number;
}

/** Finds the periods to compare with, back to the day of the first occurrence. An open period has none. */
export function counterpartsOf(extent: TimeRange | null, period: Period, first: number | null): Counterparts {
  if (extent === null || period.since === null || first === null) return { before: null, weekBefore: null, weeks: 0 };
  const known = dayOf(first, period.zone);
  const before = shiftBefore(extent, period.zone);
  const { weeks, shift } = shiftWeeks(extent, period.zone);
  return {
    before: before(extent.since) < known ? null : before,
    weekBefore: shift(extent.since) < known ? null : shift,
    weeks,
  };
}

/** Counts the occurrences of the other periods and compares them with now. */
export function changeOf(
  { series }: { readonly series: readonly Series[] },
  extent: TimeRange | null,
  { before, weekBefore, weeks }: Counterparts,
  now: number,
): PeriodChange {
  const comparison = (shift: Shift, { since, until }: TimeRange): Comparison => {
    const then = { since: shift(since), until: shift(until) };
    const occurrences = series.reduce((sum, one) => sum + one.sum(then.since, then.until), 0);
    return { ...then, occurrences, change: occurrences === 0 ? null : now / occurrences - 1 };
  };
  return {
    before: before && extent && comparison(before, extent),
    weekBefore: weekBefore && extent && { ...comparison(weekBefore, extent), weeks },
  };
}

/**
 * Maps to the period before. A period that begins with a day is compared with as many whole days as it touches:
 * yesterday with the day before, today until now with yesterday until the same time. Any other period is compared with
 * the same length of time just before it.
 */
export function shiftBefore({ since, until }: TimeRange, zone: string): Shift {
  if (dayOf(since, zone) !== since) return (second) => second - (until - since);
  const days = atLeast(1, (until - since) / DAY - MOST_SHIFTED, (n) => daysEarlier(until, n, zone) <= since);
  return (second) => daysEarlier(second, days, zone);
}

/** Maps to the same weekday and time, as many whole weeks earlier as the period is long. */
export function shiftWeeks(
  { since, until }: TimeRange,
  zone: string,
): { readonly weeks: number; readonly shift: Shift } {
  const weeks = atLeast(1, ((until - since) / DAY - MOST_SHIFTED) / 7, (n) => daysEarlier(until, n * 7, zone) <= since);
  return { weeks, shift: (second) => daysEarlier(second, weeks * 7, zone) };
}

const DAY = 86_400;
/** No zone moves its clock by more than so many days, even over thousands of years. */
const MOST_SHIFTED = 2;

/** Returns the first whole number, from `least` or the estimate on, that passes the test. */
function atLeast(least: number, estimate: number, holds: (n: number) => boolean): number {
  let n = Math.max(least, Math.floor(estimate));
  while (!holds(n)) n++;
  return n;
}
