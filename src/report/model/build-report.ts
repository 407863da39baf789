import type { Catalogue } from "../../catalogue/catalogue.ts";
import type { Language } from "../../catalogue/entry.ts";
import type { CodeTotal, Questions } from "../../store/questions.ts";
import type { Scope, TimeRange } from "../../store/scope.ts";
import { findUnusual } from "../detect/unusual.ts";
import { createSteps, fittingBucket, type Steps } from "../time/buckets.ts";
import { clipped, type Series } from "../time/series.ts";
import { codeRows } from "./code-rows.ts";
import { changeOf, counterpartsOf, type Shift } from "./counterparts.ts";
import { extentOf } from "./extent.ts";
import { heatMapOf } from "./heat-map.ts";
import { knownScope } from "./known-scope.ts";
import { type Naming, namedIncident, namedNew } from "./named.ts";
import { readPast } from "./past.ts";
import { placesOf } from "./places.ts";
import type { Report, Totals } from "./report.ts";
import { believedScope, believedTotals } from "./stray-times.ts";

/** What a report is asked to be about. */
export interface ReportQuestion {
  /** With the names that the store keeps, see `withStoredNames`. */
  readonly catalogue: Catalogue;
  readonly scope: Scope;
  readonly lang: Language;
  /** Unix milliseconds: times long after now are wrong clocks. */
  readonly nowMs: number;
}

/**
 * Builds the report on a scope from the store. Give it a snapshot where others may be writing. Rejects with a WsaError
 * `usage` for a log or a machine that is not known.
 */
export async function buildReport(
  store: Questions,
  { catalogue, scope: given, lang, nowMs }: ReportQuestion,
): Promise<Report> {
  const asked = await knownScope(store, given);
  const { scope, stray } = await believedScope(store, asked, nowMs);
  const counts = await believedTotals(store, scope, stray);
  const sourceTotals = await store.sourceTotals(scope);
  const totals = totalsOf(counts, new Set(sourceTotals.map(({ host, source }) => `${host}\0${source}`)).size);
  const extent = extentOf(scope.period, totals);
  const steps = extent === null || totals.first === null ? null : stepsOf(extent, scope.period.zone);
  const end = Math.max(nowMs / 1000, totals.last ?? 0) + TWO_DAYS;
  const past = await readPast(store, scope, extent, steps, end);
  const counterparts = counterpartsOf(extent, scope.period, past.first);
  const unusual = findUnusual(past, extent);
  const acks = new Map((await store.acks()).map(({ code, until }) => [code, until ?? Infinity]));
  const isKnown = (code: number, moment: number): boolean => (acks.get(code) ?? 0) > moment;

  const { series } = past;
  const endpoints = await store.endpointTotals(scope, MOST_ENDPOINTS);
  const codes = await codeRows(store, {
    ...{ catalogue, scope, lang, counts, extent, steps, series, counterparts, isKnown, sourceTotals, endpoints },
    incidents: unusual.incidents,
    believed: stray?.believed ?? null,
  });
  const rows = new Map(codes.map((row) => [row.code, row]));
  const naming: Naming = {
    rows,
    nameOf: (code) => catalogue.byCode(code)?.name ?? String(code),
    describe: (code) => ({ code, name: naming.nameOf(code), category: catalogue.byCode(code)?.category ?? null }),
  };
  const { runs, bytes, lines, lostBytes, setAside, lostMessages } = await store.runTotals();

  return {
    ...asked,
    lang,
    extent,
    totals,
    change: changeOf(past, extent, counterparts, totals.occurrences),
    history: { first: past.first, weeks: unusual.weeks },
    news: await Promise.all(
      unusual.news
        .filter(({ code, first }) => !isKnown(code, first))
        .map((found) => namedNew(store, scope, found, naming)),
    ),
    spikes: unusual.spikes.map((found) => ({
      ...found,
      ...naming.describe(found.code),
      endpoint: rows.get(found.code)?.endpoint ?? null,
    })),
    quiet: unusual.quiet.map((found) => ({ ...found, ...naming.describe(found.code) })),
    incidents: await Promise.all(unusual.incidents.map((found) => namedIncident(store, scope, found, naming))),
    steps,
    before: steps && extent && counterparts.before && sumsThen(series, clipped(steps, extent), counterparts.before),
    codes,
    endpoints: endpoints
      .slice(0, MOST_ENDPOINTS)
      .map(({ endpoint, code, n, byDay }) => ({ endpoint, code, name: naming.nameOf(code), count: n, byDay })),
    ...placesOf(sourceTotals),
    heatMap:
      extent && past.lookback && series.length > 0
        ? heatMapOf(past.habits, past.lookback, extent, scope.period.zone)
        : null,
    read: { runs, bytes, lines, lostBytes, setAside, lostMessages, withoutTime: await store.withoutTime(scope), stray },
  };
}

const MOST_ENDPOINTS = 10;
const MOST_STEPS = 48;
const TWO_DAYS = 2 * 86_400;

function totalsOf(counts: readonly CodeTotal[], sources: number): Totals {
  const times = counts.flatMap(({ first, last }) => (first === null || last === null ? [] : [first, last]));
  return {
    occurrences: counts.reduce((sum, { n }) => sum + n, 0),
    codes: counts.length,
    sources,
    first: times.length === 0 ? null : times.reduce((a, b) => Math.min(a, b)),
    last: times.length === 0 ? null : times.reduce((a, b) => Math.max(a, b)),
  };
}

const stepsOf = ({ since, until }: TimeRange, zone: string): Steps =>
  createSteps(fittingBucket(since, until, MOST_STEPS), since, until, zone);

const sumsThen = (series: readonly Series[], parts: readonly TimeRange[], shift: Shift): number[] =>
  parts.map(({ since, until }) => series.reduce((sum, one) => sum + one.sum(shift(since), shift(until)), 0));
