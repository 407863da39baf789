import type { TimeRange } from "../../store/scope.ts";
import { chanceOfMore } from "./chance.ts";
import { expectationOf, FALSE_ALARMS, type Habit, LEAST_WEEKS, type Lookback } from "./usual.ts";

/** A spike, known by its code alone. */
export interface FoundSpike extends TimeRange {
  readonly code: number;
  readonly count: number;
  /** Mean of the same hours of the weeks before. */
  readonly expected: number;
  /** Probability of such an hour by chance: the smallest of its hours, not corrected for the number of hours tested. */
  readonly chance: number;
}

/**
 * Finds the hours in which a code came more often than the same hours of the weeks before explain, and joins
 * neighbours. An hour is a spike when it has at least ten occurrences, at least twice the expected ones, and a
 * probability (`chanceOfMore`) below one in a hundred divided by the number of hours and codes tested.
 */
export function findSpikes(habits: readonly Habit[], lookback: Lookback, extent: TimeRange): FoundSpike[] {
  const compared = lookback.references.slice(lookback.from).filter(({ length }) => length >= LEAST_WEEKS).length;
  const limit = FALSE_ALARMS / (compared * habits.length);
  const spikes: FoundSpike[] = [];
  for (const habit of habits) {
    for (let hour = lookback.from; hour < lookback.to; hour++) {
      const found = lookAt(habit, lookback, extent, hour);
      if (found === null || found.chance >= limit) continue;
      const last = spikes.at(-1);
      if (last?.code === found.code && last.until === found.since) spikes[spikes.length - 1] = join(last, found);
      else spikes.push(found);
    }
  }
  return spikes.sort((a, b) => a.chance - b.chance || b.count - a.count || a.since - b.since || a.code - b.code);
}

const LEAST_COUNT = 10;
const TIMES = 2;

/** Returns the hour as a spike when its count is high enough, without testing its chance. */
function lookAt(habit: Habit, lookback: Lookback, extent: TimeRange, at: number): FoundSpike | null {
  const { series, size, counts } = habit;
  const whole = counts[at] ?? 0;
  if (whole < LEAST_COUNT) return null;
  const hour = lookback.hours[at];
  const expectation = expectationOf(lookback, habit, at);
  if (expectation === null || hour === undefined) return null;
  const { sum, weeks } = expectation;
  if (whole * weeks < TIMES * sum) return null;
  const since = Math.max(hour.start, extent.since);
  const until = Math.min(hour.end, extent.until);
  const count = series.sum(since, until);
  const expected = sum / weeks;
  if (count < LEAST_COUNT || count < TIMES * expected) return null;
  return { code: series.code, since, until, count, expected, chance: chanceOfMore(count, sum, weeks, size) };
}

function join(spike: FoundSpike, next: FoundSpike): FoundSpike {
  return {
    ...spike,
    until: next.until,
    count: spike.count + next.count,
    expected: spike.expected + next.expected,
    chance: Math.min(spike.chance, next.chance),
  };
}
