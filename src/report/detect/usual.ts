import type { TimeRange } from "../../store/scope.ts";
import { dayOf, daysEarlier, type Hour, hoursOf } from "../time/hours.ts";
import type { Series } from "../time/series.ts";
import { estimateSize } from "./chance.ts";

/** The most weeks to look back on. */
const MOST_WEEKS = 8;
/** With fewer weeks to look back on, nothing is called unusual. */
export const LEAST_WEEKS = 3;
/** Probability that a report without anything unusual has a spike; the same for a quiet code. */
export const FALSE_ALARMS = 0.01;

/** The hours of a period and the earlier hours to compare them with. */
export interface Lookback {
  readonly hours: readonly Hour[];
  /** The hours of the period: indexes of `hours`, half-open. */
  readonly from: number;
  readonly to: number;
  /** For each hour, the same hours of the week in the weeks before, the latest first: indexes of `hours`. */
  readonly references: readonly (readonly number[])[];
}

/** The counts of a code in the hours of a look-back, what is usual there, and how they scatter. */
export interface Habit {
  readonly series: Series;
  /** Occurrences in each hour of the look-back. */
  readonly counts: readonly number[];
  /** Size parameter of the distribution of like hours, see `estimateSize`. */
  readonly size: number;
  /** The usual count of an hour: the mean of the like hours, else the median of all hours. */
  readonly usual: (hour: number) => number;
}

/** The sum of the like hours before an hour, how many they are, and their indexes, the latest first. */
export interface Expectation {
  readonly like: readonly number[];
  readonly sum: number;
  readonly weeks: number;
}

/** Returns the earliest moment that a look-back on a period asks for. */
export const lookbackStart = (since: number, zone: string): number =>
  daysEarlier(dayOf(since, zone), MOST_WEEKS * 7, zone);

/**
 * Pairs the hours of a period with the same hours of the weeks before, back to the day of the first occurrence: a period
 * may begin long before anything was counted, and each of its hours costs time.
 */
export function createLookback(extent: TimeRange, first: number, zone: string): Lookback {
  const begin = Math.max(lookbackStart(extent.since, zone), dayOf(first, zone));
  const hours = hoursOf(begin, extent.until, zone);
  const byHourOfWeek = new Map<number, number[]>();
  const references = hours.map(({ start, ofWeek }, i) => {
    const like = byHourOfWeek.get(ofWeek) ?? [];
    byHourOfWeek.set(ofWeek, [i, ...like].slice(0, MOST_WEEKS + 2));
    // The clocks may have changed since, so half a day of tolerance. An hour that the clocks repeat is no reference for
    // its twin.
    return like.filter((at) => {
      const back = start - (hours[at]?.start ?? 0);
      return back > HALF_A_DAY && back < MOST_WEEKS * WEEK + HALF_A_DAY;
    });
  });
  const from = hours.findIndex(({ end }) => end > extent.since);
  return { hours, from: from < 0 ? hours.length : from, to: hours.length, references };
}

/** Counts a code in the hours of a look-back. */
export function habitOf(series: Series, lookback: Lookback): Habit {
  const counts = countsOf(series, lookback);
  const size = estimateSize(group(counts, (i) => lookback.hours[i]?.ofWeek ?? 0));
  return { series, counts, size, usual: usualOf(counts, lookback) };
}

/** Occurrences of a code in each hour of a look-back. */
function countsOf(series: Series, { hours }: Lookback): number[] {
  const counts = hours.map(() => 0);
  let at = 0;
  series.each(hours[0]?.start ?? 0, hours.at(-1)?.end ?? 0, (start, n) => {
    while ((hours[at]?.end ?? Infinity) <= start) at++;
    counts[at] = (counts[at] ?? 0) + n;
  });
  return counts;
}

/** Returns the index of the hour that holds a moment, which must be in the look-back. */
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

/**
 * Returns the like hours before an hour, or null when they are too few. `before` leaves out hours that
 * end after it.
 */
export function expectationOf(
  lookback: Lookback,
  { counts }: Pick<Habit, "counts">,
  hour: number,
  before = Infinity,
): Expectation | null {
  // A loop, because this is asked for each hour of each code several times.
  const all = lookback.references[hour] ?? [];
  const like = before === Infinity ? all : all.filter((at) => (lookback.hours[at]?.end ?? 0) <= before);
  let sum = 0;
  for (const at of like) sum += counts[at] ?? 0;
  return like.length < LEAST_WEEKS ? null : { like, sum, weeks: like.length };
}

function usualOf(counts: readonly number[], lookback: Lookback): (hour: number) => number {
  const known: number[] = [];
  let median: number | undefined;
  return (hour) => {
    if (known[hour] !== undefined) return known[hour];
    const expectation = expectationOf(lookback, { counts }, hour);
    if (expectation === null) median ??= medianOf(counts);
    const usual = expectation === null ? (median ?? 0) : expectation.sum / expectation.weeks;
    known[hour] = usual;
    return usual;
  };
}

function medianOf(counts: readonly number[]): number {
  if (counts.length < HOURS_TO_JUDGE) return 0;
  const sorted = Float64Array.from(counts).sort();
  return sorted[sorted.length >> 1] ?? 0;
}

/** Groups values by the key of their index. */
export function group(values: readonly number[], keyOf: (place: number) => number): number[][] {
  const groups = new Map<number, number[]>();
  values.forEach((value, i) => {
    const key = keyOf(i);
    const members = groups.get(key);
    if (members === undefined) groups.set(key, [value]);
    else members.push(value);
  });
  return [...groups.values()];
}

/** With fewer hours, their median is not a usual one. */
const HOURS_TO_JUDGE = 24;
const HALF_A_DAY = 43_200;
const WEEK = 604_800;
