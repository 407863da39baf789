import type { TimeRange } from "../../store/scope.ts";
import { daysEarlier, hoursOf } from "../time/hours.ts";
import type { Series } from "../time/series.ts";
import { HEAT_DAYS } from "./past.ts";
import type { HeatMap } from "./report.ts";

/** Adds up all codes by weekday and hour of the zone, over at least four weeks. */
export function heatMapOf(series: readonly Series[], extent: TimeRange, zone: string): HeatMap {
  const since = Math.min(extent.since, daysEarlier(extent.until, HEAT_DAYS, zone));
  const counts = Array.from({ length: 7 }, () => new Array<number>(24).fill(0));
  for (const { start, end, ofWeek } of hoursOf(since, extent.until, zone)) {
    const row = counts[Math.floor(ofWeek / 24)];
    const from = Math.max(start, since);
    const to = Math.min(end, extent.until);
    if (row) row[ofWeek % 24] = series.reduce((sum, one) => sum + one.sum(from, to), row[ofWeek % 24] ?? 0);
  }
  return { since, until: extent.until, counts };
}
