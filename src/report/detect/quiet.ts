import type { TimeRange } from "../../store/scope.ts";
import { chanceOfFewer, estimateSize } from "./chance.ts";
import { expectationOf, FALSE_ALARMS, group, type Habit, type Lookback } from "./usual.ts";

/** A quiet code, known by its number alone. */
export interface FoundQuiet {
  readonly code: number;
  readonly count: number;
  readonly expected: number;
  readonly chance: number;
}

/**
 * Finds the codes that usually come and did not. Over a period of a day or longer, such a code has at most half of the
 * expected occurrences (the mean of the same hours of the weeks before or, if that is less, their median, which an incident
 * does not raise; at least twenty) and a probability (`chanceOfFewer`) below one in a hundred divided by the number of
 * codes tested.
 */
export function findQuiet(habits: readonly Habit[], lookback: Lookback, extent: TimeRange): FoundQuiet[] {
  if (extent.until - extent.since < SHORTEST_DAY) return [];
  const looks = habits.flatMap((habit) => lookAt(habit, lookback, extent) ?? []);
  return looks
    .filter(({ count, expected }) => count * TIMES <= expected)
    .map(({ code, count, expected, sum, size }) => ({
      code,
      count,
      expected,
      chance: chanceOfFewer(count, sum, sum / expected, size),
    }))
    .filter(({ chance }) => chance < FALSE_ALARMS / looks.length)
    .sort((a, b) => b.expected - b.count - (a.expected - a.count) || a.code - b.code);
}

const SHORTEST_DAY = 23 * 3600;
const LEAST_EXPECTED = 20;
const TIMES = 2;

interface Look {
  readonly code: number;
  readonly count: number;
  readonly expected: number;
  /** Occurrences in all hours that it is compared with. */
  readonly sum: number;
  readonly size: number;
}

function lookAt(habit: Habit, lookback: Lookback, extent: TimeRange): Look | null {
  const means = new Map<number, number>();
  const weeks: number[] = [];
  let sum = 0;
  for (let i = lookback.from; i < lookback.to; i++) {
    const expectation = expectationOf(lookback, habit, i, extent.since);
    const hour = lookback.hours[i];
    if (expectation === null || hour === undefined) return null;
    // An hour that the period cuts counts in part.
    const part = (Math.min(hour.end, extent.until) - Math.max(hour.start, extent.since)) / (hour.end - hour.start);
    sum += expectation.sum * part;
    expectation.like.forEach((at, back) => {
      weeks[back] = (weeks[back] ?? 0) + (habit.counts[at] ?? 0) * part;
    });
    means.set(hour.day, (means.get(hour.day) ?? 0) + (expectation.sum / expectation.weeks) * part);
  }
  const days = [...means.values()];
  const mean = days.reduce((total, day) => total + day, 0);
  const expected = Math.min(mean, medianOf(weeks));
  if (expected < LEAST_EXPECTED) return null;
  const count = habit.series.sum(extent.since, extent.until);
  // The sum over several days scatters less than each day.
  const together = mean ** 2 / days.reduce((total, day) => total + day ** 2, 0);
  return {
    code: habit.series.code,
    count,
    expected,
    sum: Math.round(sum * (expected / mean)),
    size: together * sizeOfDays(habit, lookback),
  };
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}

/** Estimates how the days before the period scatter around other days of the same weekday. */
function sizeOfDays({ counts }: Habit, { hours, from }: Lookback): number {
  const firstDay = hours[from]?.day ?? 0;
  const days = new Map<number, { readonly weekday: number; n: number }>();
  for (const [i, { day, ofWeek }] of hours.slice(0, from).entries()) {
    if (day === firstDay) break;
    const weekday = Math.floor(ofWeek / 24);
    const known = days.get(day) ?? { weekday, n: 0 };
    days.set(day, { weekday, n: known.n + (counts[i] ?? 0) });
  }
  const totals = [...days.values()];
  return estimateSize(
    group(
      totals.map(({ n }) => n),
      (i) => totals[i]?.weekday ?? 0,
    ),
  );
}
