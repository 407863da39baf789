import type { TimeRange } from "../../store/scope.ts";
import { daysEarlier, hoursOf } from "../time/hours.ts";
import type { Series } from "../time/series.ts";
import { HEAT_DAYS } from "./past.ts";
import type { HeatMap } from "./report.ts";

/** Adds up all codes by weekday and hour of the zone, over at least four weeks. */
export function heatMapOf(series: readonly Series[], extent: TimeRange, zone: string): HeatMap {
  const since = Math.min(extent.since, daysEarlier(extent.until, HEAT_DAYS, zone));
  const counts = Array.from({ length: 7 }, () => new Array<number>(24).fill(0));
  // No other hours: a period may be far longer than what was counted in it.
  const cells = series.flatMap((one) => [one.cells(since).at(0), one.cells(since, extent.until).at(-1)]);
  const first = cells.reduce((least, cell) => Math.min(least, cell?.start ?? Infinity), extent.until);
  const end = cells.reduce((most, cell) => Math.max(most, cell === undefined ? 0 : cell.start + cell.seconds), since);
  for (const hour of hoursOf(Math.max(since, first), Math.min(extent.until, end), zone)) {
    const row = counts[Math.floor(hour.ofWeek / 24)];
    const from = Math.max(hour.start, since);
    const to = Math.min(hour.end, extent.until);
    if (row) row[hour.ofWeek % 24] = series.reduce((sum, one) => sum + one.sum(from, to), row[hour.ofWeek % 24] ?? 0);
  }
  return { since, until: extent.until, counts };
}
