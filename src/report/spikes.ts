import { chanceOfMore } from "./chance.ts";
import type { Spike, Stretch } from "./report.ts";
import { expectationOf, FALSE_ALARMS, type Habit, type Lookback } from "./usual.ts";

/** A spike before it gets a name. */
export type FoundSpike = Pick<Spike, "code" | "since" | "until" | "count" | "expected" | "chance">;

/**
 * The hours of the period in which a code came more often than the same hours of the weeks before explain, neighbours
 * joined. An hour is called a spike when it has at least ten occurrences, at least twice what is expected, and when so
 * many have a probability (`chanceOfMore`) below one in a hundred divided by all hours and codes that were looked at.
 */
export function findSpikes(habits: readonly Habit[], lookback: Lookback, extent: Stretch): FoundSpike[] {
  const looks = habits.flatMap((habit) => looksAt(habit, lookback, extent));
  const limit = FALSE_ALARMS / looks.length;
  const spikes: FoundSpike[] = [];
  for (const { hour, size, weeks, sum, ...look } of looks) {
    if (look.count < LEAST_COUNT || look.count < TIMES * look.expected) continue;
    const chance = chanceOfMore(look.count, sum, weeks, size);
    if (chance >= limit) continue;
    const last = spikes.at(-1);
    if (last?.code === look.code && last.until === look.since) spikes[spikes.length - 1] = join(last, look, chance);
    else spikes.push({ ...look, chance });
  }
  return spikes.sort((a, b) => a.chance - b.chance || b.count - a.count || a.since - b.since || a.code - b.code);
}

const LEAST_COUNT = 10;
const TIMES = 2;

function looksAt(habit: Habit, lookback: Lookback, extent: Stretch) {
  const { series, size } = habit;
  return lookback.hours.slice(lookback.from, lookback.to).flatMap((hour, i) => {
    const expectation = expectationOf(lookback, habit, lookback.from + i);
    if (expectation === null) return [];
    const since = Math.max(hour.start, extent.since);
    const until = Math.min(hour.end, extent.until);
    const { sum, weeks } = expectation;
    const count = series.sum(since, until);
    return [{ code: series.code, hour, size, sum, weeks, since, until, count, expected: sum / weeks }];
  });
}

function join(spike: FoundSpike, next: Omit<FoundSpike, "chance">, chance: number): FoundSpike {
  return {
    ...spike,
    until: next.until,
    count: spike.count + next.count,
    expected: spike.expected + next.expected,
    chance: Math.min(spike.chance, chance),
  };
}
