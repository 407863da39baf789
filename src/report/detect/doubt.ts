import type { TimeRange } from "../../store/scope.ts";
import type { Cell, Series } from "../time/series.ts";
import { GAP, isUnusual, LEAST_COUNT, limitOf, TIMES } from "./incidents.ts";
import { type Habit, habitOf, type Lookback, usualOf } from "./usual.ts";

/**
 * Finds the hours of a period that have to be known by the minute before incidents are looked for, because one may be in
 * them: hours that would be an incident if all of their occurrences belonged to it, and the hours into which their busy
 * minutes reach. Asked again when these are known by the minute, until no more are found.
 */
export function hoursInDoubt(series: readonly Series[], lookback: Lookback, extent: TimeRange): TimeRange[] {
  const habits = series.map((one) => habitOf(one, lookback));
  const limit = limitOf(habits, lookback);
  const found = new Set(habits.flatMap((habit) => [...doubtful(habit, lookback, extent, limit)]));
  return [...found]
    .sort((a, b) => a - b)
    .flatMap((hour) => {
      const { start = 0, end = 0 } = lookback.hours[hour] ?? {};
      return [{ since: start, until: Math.min(end, extent.until) }];
    });
}

/** Indexes of the hours of one code. */
function doubtful(habit: Habit, lookback: Lookback, extent: TimeRange, limit: number): Set<number> {
  const usual = usualOf(habit, lookback);
  const found = remarkable(habit, usual, lookback, limit);
  const busyIn = (hour: number): Cell[] => {
    const { start = 0, end = 0 } = lookback.hours[hour] ?? {};
    const least = (TIMES * usual(hour)) / 60;
    const cells = habit.series.cells(Math.max(start, extent.since), end);
    return cells.filter(({ n, seconds }) => seconds === 60 && n >= least);
  };
  // A set goes on with what is added to it on the way.
  for (const hour of found) {
    const { start = 0, end = 0 } = lookback.hours[hour] ?? {};
    const busy = busyIn(hour);
    const [first, last] = [busy[0], busy.at(-1)];
    if (first !== undefined && first.start - start < GAP && hour > lookback.from) found.add(hour - 1);
    if (last !== undefined && end - last.start <= GAP && hour + 1 < lookback.to) found.add(hour + 1);
  }
  return found;
}

/** Hours with four times the usual occurrences that can be an incident with the hours around them; each incident has one. */
function remarkable(habit: Habit, usual: (hour: number) => number, lookback: Lookback, limit: number): Set<number> {
  const { from, to } = lookback;
  const countOf = (hour: number): number => habit.counts[hour] ?? 0;
  const has = (hour: number): boolean => hour >= from && hour < to && countOf(hour) > 0;
  /** Whether an incident can go on through a whole hour: its busy minutes are at most five minutes apart. */
  const isBridge = (hour: number): boolean =>
    countOf(hour) >= (MINUTES_OF_BRIDGE - 1) * Math.max(1, (TIMES * usual(hour)) / 60);
  /** How many hours an incident can reach into on one side of an hour. */
  const reachOf = (hour: number, step: 1 | -1): number => {
    let reach = 0;
    while (reach < LONGEST_REACH && has(hour + step * (reach + 1)) && (reach === 0 || isBridge(hour + step * reach)))
      reach++;
    return reach;
  };
  const canBeIncident = (hour: number): boolean => {
    const [back, on] = [reachOf(hour, -1), reachOf(hour, 1)];
    if (back === LONGEST_REACH || on === LONGEST_REACH) return true;
    for (let begin = hour - back; begin <= hour; begin++) {
      let [count, expected] = [0, 0];
      for (let end = begin; end <= hour + on; end++) {
        count += countOf(end);
        expected += usual(end);
        const run = { count, from: begin, to: end + 1, usual: expected };
        if (end >= hour && count >= LEAST_COUNT && isUnusual(run, habit, lookback, limit)) return true;
      }
    }
    return false;
  };
  const hours = Array.from({ length: to - from }, (_, i) => from + i);
  return new Set(hours.filter((hour) => has(hour) && countOf(hour) >= TIMES * usual(hour) && canBeIncident(hour)));
}

const MINUTES_OF_BRIDGE = 3600 / GAP;
/** Beyond so many hours an incident is not ruled out. */
const LONGEST_REACH = 24;
