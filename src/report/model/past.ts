import type { Questions } from "../../store/questions.ts";
import type { Scope } from "../../store/scope.ts";
import { lookbackStart } from "../detect/usual.ts";
import { shiftBefore, shiftWeeks } from "./compare.ts";
import { daysEarlier } from "./hours.ts";
import type { TimeRange } from "./report.ts";
import { Series } from "./series.ts";

/** What was counted in the period and before it. */
export interface Past {
  /** From as early as any question of the report reaches to the end of the period, ascending by code. */
  readonly series: readonly Series[];
  /** When each code was seen last before the series begin. */
  readonly earlier: ReadonlyMap<number, number>;
  /** The first minute with an occurrence of any code; null when there is none. */
  readonly first: number | null;
}

/** Days that a heat map shows at least. */
export const HEAT_DAYS = 28;

/** Reads what the report looks back on. */
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
  const older = await store.sightingsBefore(scope, since);
  const firsts = [...older.map(({ first }) => first), ...series.flatMap(({ first }) => first ?? [])];
  return {
    series,
    earlier: new Map(older.map(({ code, last }) => [code, last])),
    first: firsts.length === 0 ? null : Math.min(...firsts),
  };
}

function toSeries(counts: Awaited<ReturnType<Questions["minuteCounts"]>>): Series[] {
  const found: Series[] = [];
  for (const { code, minute, n } of counts) {
    if (found.at(-1)?.code !== code) found.push(new Series(code));
    found.at(-1)?.add(minute, n);
  }
  return found;
}
