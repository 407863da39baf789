import { dayOf, daysEarlier, type Hour, hoursOf } from "../time/hours.ts";
import type { Series } from "../time/series.ts";
import type { TimeRange } from "../time/time-range.ts";
import { estimateSize } from "./chance.ts";

/** Hours are compared with the same hours of the week, so many weeks back at most. */
export const MOST_WEEKS = 8;
/** With fewer weeks to look back on, nothing is called unusual. */
export const LEAST_WEEKS = 3;
/** How often a report without anything unusual may still speak of a spike, and as often of a quiet code. */
export const FALSE_ALARMS = 0.01;

/** The hours of the period and those that they are compared with. */
export interface Lookback {
  readonly hours: readonly Hour[];
  /** The hours of the period: indexes of `hours`, half-open. */
  readonly from: number;
  readonly to: number;
  /** For each hour, the same hours of the week in the weeks before, the latest first: indexes of `hours`. */
  readonly references: readonly (readonly number[])[];
}

/** What a code did in each of the hours, and how its counts scatter. */
export interface Habit {
  readonly series: Series;
  /** Occurrences in each of the look-back's hours. */
  readonly counts: readonly number[];
  /** The size of the distribution of like hours, see `sizeOf`. */
  readonly size: number;
}

/** What may be expected of an hour: all occurrences of the hours like it, and how many those are. */
export interface Expectation {
  readonly sum: number;
  readonly weeks: number;
}

/** Where a look-back on a period begins: the earliest moment that it asks for. */
export const lookbackStart = (since: number, zone: string): number =>
  daysEarlier(dayOf(since, zone), MOST_WEEKS * 7, zone);

/** Pairs the hours of a period with the same hours of the weeks before, back to the day of the first occurrence of all. */
export function createLookback(extent: TimeRange, first: number, zone: string): Lookback {
  const begin = Math.max(lookbackStart(extent.since, zone), dayOf(first, zone));
  const hours = hoursOf(Math.min(begin, extent.since), extent.until, zone);
  const byHourOfWeek = new Map<number, number[]>();
  const references = hours.map(({ start, ofWeek }, i) => {
    const like = byHourOfWeek.get(ofWeek) ?? [];
    byHourOfWeek.set(ofWeek, [i, ...like].slice(0, MOST_WEEKS + 2));
    // Half a day of room: the clocks may have changed since, and an hour that they repeat is not its own past.
    return like.filter((at) => {
      const back = start - (hours[at]?.start ?? 0);
      return back > HALF_A_DAY && back < MOST_WEEKS * WEEK + HALF_A_DAY;
    });
  });
  const from = hours.findIndex(({ end }) => end > extent.since);
  return { hours, from: from < 0 ? hours.length : from, to: hours.length, references };
}

/** What a code did in the hours of a look-back. */
export function habitOf(series: Series, { hours }: Lookback): Habit {
  const counts = hours.map(() => 0);
  let at = 0;
  for (const { minute, n } of series.minutes(hours[0]?.start ?? 0, hours.at(-1)?.end ?? 0)) {
    while ((hours[at]?.end ?? Infinity) <= minute) at++;
    counts[at] = (counts[at] ?? 0) + n;
  }
  return { series, counts, size: estimateSize(group(counts, (i) => hours[i]?.ofWeek ?? 0)) };
}

/** Which of the hours a moment lies in; the moment must lie in one of them. */
export function hourAt({ hours }: Lookback, second: number): number {
  let low = 0;
  let high = hours.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((hours[middle]?.start ?? Infinity) <= second) low = middle;
    else high = middle;
  }
  return low;
}

/** What the hours before make of an hour, only those before a moment where one is given; null when they are too few. */
export function expectationOf(
  lookback: Lookback,
  { counts }: Habit,
  hour: number,
  before = Infinity,
): Expectation | null {
  const like = (lookback.references[hour] ?? []).filter((at) => (lookback.hours[at]?.end ?? 0) <= before);
  if (like.length < LEAST_WEEKS) return null;
  return { sum: like.reduce((sum, at) => sum + (counts[at] ?? 0), 0), weeks: like.length };
}

/** Values in groups, by what the key makes of their places. */
export function group(values: readonly number[], keyOf: (place: number) => number): number[][] {
  const groups = new Map<number, number[]>();
  values.forEach((value, i) => {
    const members = groups.get(keyOf(i));
    if (members === undefined) groups.set(keyOf(i), [value]);
    else members.push(value);
  });
  return [...groups.values()];
}

const HALF_A_DAY = 43_200;
const WEEK = 604_800;
