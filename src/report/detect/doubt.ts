import type { TimeRange } from "../../store/scope.ts";
import type { Series } from "../time/series.ts";
import { GAP, isUnusual, LEAST_COUNT, limitOf, TIMES } from "./incidents.ts";
import type { Habit, Lookback } from "./usual.ts";

/**
 * Returns a function for the hours of a period that have to be known by the minute before incidents are looked for, because
 * one may be in them: hours that would be an incident if all of their occurrences belonged to it, and the hours into which
 * their busy minutes reach. Ask again with each series that knows them by the minute, until there are no more.
 */
export function createDoubt(
  habits: readonly Habit[],
  lookback: Lookback,
  extent: TimeRange,
): (series: readonly Series[]) => TimeRange[] {
  const limit = limitOf(habits, lookback);
  const doubts = habits.flatMap((habit) => {
    const hours = remarkable(habit, lookback, limit);
    return hours.size === 0 ? [] : [{ code: habit.series.code, usual: habit.usual, hours }];
  });
  return (series) => {
    const byCode = new Map(series.map((one) => [one.code, one]));
    for (const { code, usual, hours } of doubts) followBusy(hours, byCode.get(code), usual, lookback, extent);
    const all = new Set(doubts.flatMap(({ hours }) => [...hours]));
    return [...all].map((hour) => {
      const { start = 0, end = 0 } = lookback.hours[hour] ?? {};
      return { since: start, until: Math.min(end, extent.until) };
    });
  };
}

/** Adds the hours into which the busy minutes of the others reach. */
function followBusy(
  hours: Set<number>,
  series: Series | undefined,
  usual: (hour: number) => number,
  { hours: all, from, to }: Lookback,
  extent: TimeRange,
): void {
  // A set goes on with what is added to it on the way.
  for (const hour of hours) {
    const { start = 0, end = 0 } = all[hour] ?? {};
    const least = (TIMES * usual(hour)) / 60;
    const cells = series?.cells(Math.max(start, extent.since), end) ?? [];
    const busy = cells.filter(({ n, seconds }) => seconds === 60 && n >= least);
    const [first, last] = [busy[0], busy.at(-1)];
    if (first !== undefined && first.start - start < GAP && hour > from) hours.add(hour - 1);
    if (last !== undefined && end - last.start <= GAP && hour + 1 < to) hours.add(hour + 1);
  }
}

/** Hours with four times the usual occurrences that can be an incident with the hours around them; each incident has one. */
function remarkable(habit: Habit, lookback: Lookback, limit: number): Set<number> {
  const { from, to } = lookback;
  const { usual } = habit;
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
