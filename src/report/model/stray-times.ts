import type { CodeTotal, Questions } from "../../store/questions.ts";
import type { Scope } from "../../store/scope.ts";
import type { StrayTimes } from "./report.ts";

/** The scope without the ends of time where only wrong clocks are, and what was found there. */
export interface BelievedScope {
  /** A period that is open at both ends stays so: it has the occurrences without a time, and these are like them. */
  readonly scope: Scope;
  readonly stray: StrayTimes | null;
}

/**
 * Finds times before 1990 and more than a day ahead, at the ends that the period leaves open. They are set aside where
 * other times remain: a single one would stretch a report over decades. Where a log knows no other times, they stay.
 */
export async function believedScope(store: Questions, scope: Scope, nowMs: number): Promise<BelievedScope> {
  const { period } = scope;
  const believed = { since: EARLIEST, until: Math.floor(nowMs / 1000) + DAY };
  const within = (since: number | null, until: number | null) =>
    store.codeTotals({ ...scope, period: { ...period, since, until } });
  const early = period.since === null ? await within(1, lower(period.until, believed.since)) : [];
  const late = period.until === null ? await within(higher(period.since, believed.until), null) : [];
  const found = [...early, ...late];
  if (found.length === 0) return { scope, stray: null };
  const since = period.since ?? believed.since;
  const until = period.until ?? believed.until;
  const others = since < until ? await within(since, until) : [];
  if (others.length === 0) return { scope, stray: null };
  const stray = { believed, occurrences: sumOf(found), first: leastOf(found), last: greatestOf(found) };
  const isEverything = period.since === null && period.until === null;
  return { scope: isEverything ? scope : timedScope(scope, stray), stray };
}

/** The scope with the open ends of its period at the believed ones: without stray times, and without those that have none. */
export function timedScope(scope: Scope, { believed }: StrayTimes): Scope {
  const { period } = scope;
  return {
    ...scope,
    period: { ...period, since: period.since ?? believed.since, until: period.until ?? believed.until },
  };
}

/** The codes of a believed scope; stray times are neither the first nor the last of a code. */
export async function believedTotals(
  store: Questions,
  scope: Scope,
  stray: StrayTimes | null,
): Promise<readonly CodeTotal[]> {
  const totals = await store.codeTotals(scope);
  if (stray === null || scope.period.since !== null) return totals;
  const timed = await store.codeTotals(timedScope(scope, stray));
  const spans = new Map(timed.map(({ code, first, last }) => [code, { first, last }]));
  return totals.map(({ code, n }) => ({ code, n, ...(spans.get(code) ?? { first: null, last: null }) }));
}

/** When each code was seen before a moment, as `sightingsBefore`; times before 1990 only where the moment is one too. */
export async function believedSightings(
  store: Questions,
  scope: Scope,
  moment: number,
): Promise<readonly { readonly code: number; readonly first: number; readonly last: number }[]> {
  const all = await store.sightingsBefore(scope, moment);
  if (moment <= EARLIEST || all.every(({ first }) => first >= EARLIEST)) return all;
  const { source, host, period } = scope;
  const totals = await store.codeTotals({ source, host, period: { ...period, since: EARLIEST, until: moment } });
  return totals.flatMap(({ code, first, last }) => (first === null || last === null ? [] : [{ code, first, last }]));
}

const DAY = 86_400;
const EARLIEST = Date.UTC(1990, 0) / 1000;

const lower = (a: number | null, b: number): number => (a === null ? b : Math.min(a, b));
const higher = (a: number | null, b: number): number => (a === null ? b : Math.max(a, b));

const sumOf = (totals: readonly CodeTotal[]): number => totals.reduce((sum, { n }) => sum + n, 0);
const leastOf = (totals: readonly CodeTotal[]): number =>
  totals.reduce((least, { first }) => Math.min(least, first ?? Infinity), Infinity);
const greatestOf = (totals: readonly CodeTotal[]): number =>
  totals.reduce((most, { last }) => Math.max(most, last ?? -Infinity), -Infinity);
