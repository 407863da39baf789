import type { TimeRange } from "../../store/scope.ts";
import type { Cell, Series } from "../time/series.ts";
import { chanceOfMore, LEAST_OCCURRENCES } from "./chance.ts";
import { expectationOf, FALSE_ALARMS, type Habit, hourAt, type Lookback } from "./usual.ts";

/** An incident, without its details in the store. */
export interface FoundIncident extends TimeRange {
  readonly count: number;
  /** The most occurrences in one minute, and that minute. */
  readonly peak: number;
  readonly peakAt: number;
  /** Whether it was still going on at the end of the period. */
  readonly open: boolean;
  /** Most frequent first. */
  readonly codes: readonly { readonly code: number; readonly count: number }[];
}

/** Longest gap in seconds between two minutes of an incident. */
export const GAP = 300;

/**
 * Finds runs of busy minutes, at most five minutes apart. A minute is busy with at least one occurrence and four times
 * the usual ones. A run is an incident when it has at least ten occurrences, at least four times the usual ones of its
 * hours, and, for a code with fifty other occurrences or more, when the test for spikes does not explain it. Minutes at
 * its ends with less than a tenth of its median minute are cut off. Incidents of different codes that overlap become
 * one.
 */
export function findIncidents(habits: readonly Habit[], lookback: Lookback, extent: TimeRange): FoundIncident[] {
  const limit = limitOf(habits, lookback);
  const runs = habits
    .flatMap((habit) => runsOf(habit, lookback, extent).filter((run) => isUnusual(run, habit, lookback, limit)))
    .sort((a, b) => a.since - b.since || a.until - b.until);
  const together: Run[][] = [];
  let end = -Infinity;
  for (const run of runs) {
    if (run.since < end) together.at(-1)?.push(run);
    else together.push([run]);
    end = Math.max(end, run.until);
  }
  return together.map((members) => joined(members, extent));
}

/** The chance below which a run is no chance. */
export const limitOf = (habits: readonly Habit[], { from, to }: Lookback): number =>
  FALSE_ALARMS / Math.max(habits.length * (to - from), 1);

export const LEAST_COUNT = 10;
export const TIMES = 4;
const EDGE_SHARE = 0.1;

interface Run extends TimeRange {
  readonly series: Series;
  readonly count: number;
  /** Indexes of the hours that it touches, half-open. */
  readonly from: number;
  readonly to: number;
  /** Occurrences that these hours usually have. */
  readonly usual: number;
}

function runsOf({ series, usual }: Habit, lookback: Lookback, { since, until }: TimeRange): Run[] {
  const stretches: Cell[][] = [];
  let last: Cell[] = [];
  let hour = lookback.from;
  series.each(since, until, (start, n, seconds) => {
    if (seconds > 60) return;
    while ((lookback.hours[hour]?.end ?? Infinity) <= start) hour++;
    if (n < (TIMES * usual(hour)) / 60) return;
    const one = { start, n, seconds };
    if (start - (last.at(-1)?.start ?? -Infinity) <= GAP) last.push(one);
    else {
      last = [one];
      stretches.push(last);
    }
  });
  return stretches.flatMap((busy) => {
    const run = trimmed(busy);
    const count = series.sum(run.since, run.until);
    if (count < LEAST_COUNT) return [];
    const from = hourAt(lookback, run.since);
    const to = hourAt(lookback, run.until - 1) + 1;
    let inHours = 0;
    for (let i = from; i < to; i++) inHours += usual(i);
    return [{ ...run, series, count, from, to, usual: inHours }];
  });
}

function trimmed(busy: readonly Cell[]): TimeRange {
  const counts = busy.map(({ n }) => n).sort((a, b) => a - b);
  const least = (counts[counts.length >> 1] ?? 0) * EDGE_SHARE;
  const core = busy.filter(({ n }) => n >= least);
  return { since: core[0]?.start ?? 0, until: (core.at(-1)?.start ?? 0) + 60 };
}

/** Whether the usual does not explain a run; with more occurrences in the same hours it does not either. */
export function isUnusual(
  { count, from, to, usual }: Pick<Run, "count" | "from" | "to" | "usual">,
  habit: Habit,
  lookback: Lookback,
  limit: number,
): boolean {
  if (count < TIMES * usual) return false;
  let sum = 0;
  let weeks = 0;
  for (let i = from; i < to; i++) {
    const expectation = expectationOf(lookback, habit, i);
    if (expectation === null) return true;
    sum += expectation.sum;
    weeks += expectation.weeks / (to - from);
  }
  const known = habit.series.total - count;
  return known < LEAST_OCCURRENCES || chanceOfMore(count, sum, weeks, habit.size) < limit;
}

function joined(runs: readonly Run[], extent: TimeRange): FoundIncident {
  const since = runs.reduce((least, run) => Math.min(least, run.since), Infinity);
  const until = runs.reduce((most, run) => Math.max(most, run.until), -Infinity);
  const series = [...new Set(runs.map((run) => run.series))];
  const codes = series
    .map((one) => ({ code: one.code, count: one.sum(since, until) }))
    .sort((a, b) => b.count - a.count || a.code - b.code);
  const byMinute = new Map<number, number>();
  for (const { start, n } of series.flatMap((one) => one.cells(since, until)))
    byMinute.set(start, (byMinute.get(start) ?? 0) + n);
  const [peakAt, peak] = [...byMinute].reduce((best, next) =>
    next[1] > best[1] || (next[1] === best[1] && next[0] < best[0]) ? next : best,
  );
  return {
    since,
    until,
    count: codes.reduce((sum, { count }) => sum + count, 0),
    peak,
    peakAt,
    open: until > extent.until - GAP,
    codes,
  };
}
