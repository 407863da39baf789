import type { TimeRange } from "../../store/scope.ts";
import type { Lookback } from "../detect/usual.ts";
import { daysEarlier } from "../time/hours.ts";
import type { Series } from "../time/series.ts";
import { HEAT_DAYS } from "./past.ts";
import type { HeatMap } from "./report.ts";

/** Adds up all codes by weekday and hour of the zone, over at least four weeks; the look-back is on more than these. */
export function heatMapOf(series: readonly Series[], { hours }: Lookback, extent: TimeRange, zone: string): HeatMap {
  const since = Math.min(extent.since, daysEarlier(extent.until, HEAT_DAYS, zone));
  const counts = Array.from({ length: 7 }, () => new Array<number>(24).fill(0));
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
