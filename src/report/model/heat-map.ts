import type { TimeRange } from "../../store/scope.ts";
import { daysEarlier, hoursOf } from "../time/hours.ts";
import type { Series } from "../time/series.ts";
import { HEAT_DAYS } from "./past.ts";
import type { HeatMap } from "./report.ts";

/** Adds up all codes by weekday and hour of the zone, over at least four weeks. */
export function heatMapOf(series: readonly Series[], extent: TimeRange, zone: string): HeatMap {
  const since = Math.min(extent.since, daysEarlier(extent.until, HEAT_DAYS, zone));
  const counts = Array.from({ length: 7 }, () => new Array<number>(24).fill(0));
  // No other hours than those with a count: a period may be far longer.
  let [first, end] = [extent.until, since];
  for (const one of series)
    one.each(since, extent.until, (start, _, seconds) => {
      first = Math.min(first, start);
      end = Math.max(end, start + seconds);
    });
  const hours = hoursOf(Math.max(since, first), Math.min(extent.until, end), zone);
  for (const one of series) {
    let at = 0;
    one.each(since, extent.until, (start, n) => {
      while ((hours[at]?.end ?? Infinity) <= start) at++;
      const { ofWeek = 0 } = hours[at] ?? {};
      const row = counts[Math.floor(ofWeek / 24)];
      if (row) row[ofWeek % 24] = (row[ofWeek % 24] ?? 0) + n;
    });
  }
  return { since, until: extent.until, counts };
}
