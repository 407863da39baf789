import type { TimeRange } from "../../store/scope.ts";
import type { Habit, Lookback } from "../detect/usual.ts";
import { daysEarlier } from "../time/hours.ts";
import { HEAT_DAYS } from "./past.ts";
import type { HeatMap } from "./report.ts";

/** Adds up all codes by weekday and hour of the zone, over at least four weeks; a look-back is on more than these. */
export function heatMapOf(habits: readonly Habit[], { hours }: Lookback, extent: TimeRange, zone: string): HeatMap {
  const since = Math.min(extent.since, daysEarlier(extent.until, HEAT_DAYS, zone));
  const counts = Array.from({ length: 7 }, () => new Array<number>(24).fill(0));
  for (const [at, { start, end, ofWeek }] of hours.entries()) {
    const row = counts[Math.floor(ofWeek / 24)];
    if (end <= since || start >= extent.until || row === undefined) continue;
    let sum = 0;
    // The first hour may have begun before.
    for (const { counts, series } of habits) sum += start < since ? series.sum(since, end) : (counts[at] ?? 0);
    row[ofWeek % 24] = (row[ofWeek % 24] ?? 0) + sum;
  }
  return { since, until: extent.until, counts };
}
