import type { Questions } from "../../store/questions.ts";
import type { Scope, TimeRange } from "../../store/scope.ts";
import type { Past } from "../detect/unusual.ts";
import { lookbackStart } from "../detect/usual.ts";
import { daysEarlier } from "../time/hours.ts";
import { Series } from "../time/series.ts";
import { shiftBefore, shiftWeeks } from "./counterparts.ts";
import { believedSightings } from "./stray-times.ts";

/** The fewest days of a heat map. */
export const HEAT_DAYS = 28;

/** Reads the counts that the report looks back on. */
export async function readPast(store: Questions, scope: Scope, extent: TimeRange | null): Promise<Past> {
  if (extent === null) return { series: [], earlier: new Map(), first: null };
  const { zone } = scope.period;
  const since = Math.min(
    lookbackStart(extent.since, zone),
    daysEarlier(extent.until, HEAT_DAYS, zone),
    shiftBefore(extent, zone)(extent.since),
    shiftWeeks(extent, zone).shift(extent.since),
  );
  const series = toSeries(await store.minuteCounts(scope, { since, until: extent.until }));
  const older = await believedSightings(store, scope, since);
  const isLimited =
    scope.onlyCodes !== undefined || scope.onlyEndpoint !== undefined || scope.onlyOperation !== undefined;
  const others = isLimited ? await store.span(everyCode(scope, { since, until: extent.until }), null) : null;
  const firsts = [...older, ...series, ...(others === null ? [] : [others])].flatMap(({ first }) => first ?? []);
  return {
    series,
    earlier: new Map(older.map(({ code, last }) => [code, last])),
    first: firsts.length === 0 ? null : firsts.reduce((a, b) => Math.min(a, b)),
  };
}

/** A range for all codes of the scope's logs: a limit to some codes does not make the history of the others unread. */
function everyCode({ source, host, period }: Scope, range: TimeRange): Scope {
  return { source, host, period: { ...period, ...range } };
}

function toSeries(counts: Awaited<ReturnType<Questions["minuteCounts"]>>): Series[] {
  const found: Series[] = [];
  for (const { code, minute, n } of counts) {
    if (found.at(-1)?.code !== code) found.push(new Series(code));
    found.at(-1)?.add(minute, n);
  }
  return found;
}
