import type { Reader } from "../../store/store.ts";
import type { Past } from "../detect/unusual.ts";
import { lookbackStart } from "../detect/usual.ts";
import { daysEarlier } from "../time/hours.ts";
import type { TimeRange } from "../time/time-range.ts";
import { shiftBefore, shiftWeeks } from "./counterparts.ts";
import { seriesIn, sightingsBefore } from "./queries.ts";
import type { Scope } from "./scope.ts";

/** The fewest days of a heat map. */
export const HEAT_DAYS = 28;

/** Reads the counts that the report looks back on. */
export async function readPast(store: Reader, scope: Scope, extent: TimeRange | null): Promise<Past> {
  if (extent === null) return { series: [], earlier: new Map(), first: null };
  const { zone } = scope.period;
  const since = Math.min(
    lookbackStart(extent.since, zone),
    daysEarlier(extent.until, HEAT_DAYS, zone),
    shiftBefore(extent, zone)(extent.since),
    shiftWeeks(extent, zone).shift(extent.since),
  );
  const series = await seriesIn(store, scope, { since, until: extent.until });
  const older = await sightingsBefore(store, scope, since);
  const firsts = [...older.map(({ first }) => first), ...series.flatMap(({ first }) => first ?? [])];
  return {
    series,
    earlier: new Map(older.map(({ code, last }) => [code, last])),
    first: firsts.length === 0 ? null : Math.min(...firsts),
  };
}
