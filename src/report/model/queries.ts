import type { Reader } from "../../store/store.ts";
import { minutesOf, type Steps, stepAt } from "../time/buckets.ts";
import { Series } from "../time/series.ts";
import type { TimeRange } from "../time/time-range.ts";
import { among, and, byCode, byMinute, bySource, type Condition, type Scope } from "./scope.ts";

/** A code in the scope, with what the store knows of it. */
export interface CodeCount {
  readonly code: number;
  readonly n: number;
  /** Unix seconds of the first and the last minute; null when no occurrence has a time. */
  readonly first: number | null;
  readonly last: number | null;
}

/** The codes of the scope, most frequent first. */
export function codeCounts(store: Reader, scope: Scope): Promise<CodeCount[]> {
  const { sql, parameters } = and(byMinute(scope), bySource(scope), byCode(scope, "c.code"));
  return store.read<CodeCount>(
    `SELECT c.code AS code, SUM(c.n) AS n,
            MIN(CASE WHEN c.minute > 0 THEN c.minute END) AS first, MAX(CASE WHEN c.minute > 0 THEN c.minute END) AS last
     FROM ${COUNTS} AND ${sql} GROUP BY c.code ORDER BY n DESC, code`,
    parameters,
  );
}

/** How many sources have an occurrence in the scope. */
export async function sourceCount(store: Reader, scope: Scope): Promise<number> {
  const { sql, parameters } = and(byMinute(scope), bySource(scope), byCode(scope, "c.code"));
  const [row] = await store.read<{ n: number }>(
    `SELECT COUNT(DISTINCT s.id) AS n FROM ${COUNTS} AND ${sql}`,
    parameters,
  );
  return row?.n ?? 0;
}

/** Every code of the scope's sources minute by minute, in a stretch that may be longer than the period; ascending by code. */
export async function seriesIn(store: Reader, scope: Scope, { since, until }: TimeRange): Promise<Series[]> {
  const { sql, parameters } = and(
    { sql: "c.minute > 0 AND c.minute >= ? AND c.minute < ?", parameters: [since, until] },
    bySource(scope),
    byCode(scope, "c.code"),
  );
  const rows = await store.read<{ code: number; minute: number; n: number }>(
    `SELECT c.code AS code, c.minute AS minute, SUM(c.n) AS n
     FROM ${COUNTS} AND ${sql} GROUP BY c.code, c.minute ORDER BY c.code, c.minute`,
    parameters,
  );
  const found: Series[] = [];
  for (const { code, minute, n } of rows) {
    if (found.at(-1)?.code !== code) found.push(new Series(code));
    found.at(-1)?.add(minute, n);
  }
  return found;
}

/** When each code of the scope's sources was seen first and last before a moment. */
export async function sightingsBefore(
  store: Reader,
  scope: Scope,
  moment: number,
): Promise<{ readonly code: number; readonly first: number; readonly last: number }[]> {
  const { sql, parameters } = and({ sql: "c.minute > 0 AND c.minute < ?", parameters: [moment] }, bySource(scope));
  return store.read(
    `SELECT c.code AS code, MIN(c.minute) AS first, MAX(c.minute) AS last FROM ${COUNTS} AND ${sql} GROUP BY c.code`,
    parameters,
  );
}

/** Occurrences in each step, by code; `codes` limits the question to these, null asks for all. */
export async function trends(
  store: Reader,
  scope: Scope,
  steps: Steps,
  codes: readonly number[] | null,
): Promise<Map<number, number[]>> {
  const { sql, parameters } = and(byMinute(scope), bySource(scope), timed, amongCodes(codes));
  // Every zone's offset is a multiple of a quarter of an hour, so longer steps need no finer rows than that.
  const grain = minutesOf(steps.bucket) % 15 === 0 ? 900 : 60;
  const rows = await store.read<{ code: number; start: number; n: number }>(
    `SELECT c.code AS code, c.minute - c.minute % ${grain} AS start, SUM(c.n) AS n
     FROM ${COUNTS} AND ${sql} GROUP BY c.code, c.minute - c.minute % ${grain}`,
    parameters,
  );
  const byCode = new Map<number, number[]>();
  for (const { code, start, n } of rows) {
    const values = byCode.get(code) ?? steps.starts.map(() => 0);
    const step = stepAt(steps, start);
    values[step] = (values[step] ?? 0) + n;
    byCode.set(code, values);
  }
  return byCode;
}

/** First and last minute with an occurrence of these codes (null: of any), or null when none has a time. */
export async function span(
  store: Reader,
  scope: Scope,
  codes: readonly number[] | null,
): Promise<{ first: number; last: number } | null> {
  const { sql, parameters } = and(byMinute(scope), bySource(scope), timed, amongCodes(codes));
  const [row] = await store.read<{ first: number | null; last: number | null }>(
    `SELECT MIN(c.minute) AS first, MAX(c.minute) AS last FROM ${COUNTS} AND ${sql}`,
    parameters,
  );
  return row === undefined || row.first === null || row.last === null ? null : { first: row.first, last: row.last };
}

/** Occurrences of the scope's sources that have no time. */
export async function withoutTime(store: Reader, scope: Scope): Promise<number> {
  const { sql, parameters } = and({ sql: "c.minute = 0", parameters: [] }, bySource(scope));
  const [row] = await store.read<{ n: number | null }>(`SELECT SUM(c.n) AS n FROM ${COUNTS} AND ${sql}`, parameters);
  return row?.n ?? 0;
}

/** What all runs together have read. */
export async function runTotals(
  store: Reader,
): Promise<{ runs: number; bytes: number; lines: number; lostBytes: number }> {
  const [row] = await store.read<{ runs: number; bytes: number | null; lines: number | null; lost: number | null }>(
    "SELECT COUNT(*) AS runs, SUM(bytes) AS bytes, SUM(lines) AS lines, SUM(lost_bytes) AS lost FROM runs",
  );
  return { runs: row?.runs ?? 0, bytes: row?.bytes ?? 0, lines: row?.lines ?? 0, lostBytes: row?.lost ?? 0 };
}

// Generations come first in the join, so that each is entered at the minutes asked for instead of reading all counts.
const COUNTS =
  "sources AS s JOIN generations AS g ON g.source_id = s.id CROSS JOIN counts AS c WHERE c.generation_id = g.id";

const timed: Condition = { sql: "c.minute > 0", parameters: [] };

const amongCodes = (codes: readonly number[] | null): Condition | null =>
  codes === null ? null : among("c.code", codes);
