import type { StepCounts } from "../questions.ts";
import type { Scope, TimeRange } from "../scope.ts";
import { and, type Sql, sql } from "../sql.ts";
import { secondsPerHour } from "../sum-changes.ts";
import { amongCodes, byCode, bySource, countsOfSources } from "./conditions.ts";
import { knownCodes } from "./sums.ts";

// The answers are rows (code, list) with a list of all steps, see `stepsIn`: a row for each step took four times as long.

/** The steps of all logs, of whole quarters or hours. */
export function stepsOfSums(
  ranges: readonly TimeRange[],
  seconds: number,
  codes: readonly number[] | null = null,
): Sql {
  const sums = seconds === secondsPerHour ? sql`hours` : sql`quarters`;
  return sql`SELECT code, list FROM (
    SELECT k.code, (
      SELECT ${listed} FROM ${tableOf(ranges, 0)} CROSS JOIN ${sums} AS q
      WHERE q.code = k.code AND q.start >= t.since AND q.start < t.until
    ) AS list
    FROM ${knownCodes} AS k WHERE ${and(amongCodes(codes, sql`k.code`))}
  ) AS steps WHERE list IS NOT NULL`;
}

/** The steps of a scope's minutes. */
export function stepsOfMinutes(ranges: readonly TimeRange[], seconds: number, scope: Scope): Sql {
  const inRange = sql`g.last_minute >= t.since AND g.first_minute < t.until AND c.minute >= t.since AND c.minute < t.until`;
  return sql`SELECT code, ${listed} AS list FROM (
    SELECT c.code, c.minute - c.minute % ${seconds} AS start, sum(c.n) AS n
    FROM ${tableOf(ranges, 1)} CROSS JOIN ${countsOfSources(scope)}
      AND ${and(inRange, bySource(scope), byCode(scope, sql`c.code`))} GROUP BY 1, 2
  ) AS step GROUP BY code`;
}

/** Not sorted here, which would take as long as everything else: they nearly always come in order. */
const listed = sql`string_agg(start || ',' || n, ',')`;

/** The steps of a list, in ascending order. */
export function stepsIn(list: string): Omit<StepCounts, "code"> {
  const values: number[] = JSON.parse(`[${list}]`);
  let places = Array.from({ length: values.length / 2 }, (_, i) => 2 * i);
  const startAt = (place: number): number => values[place] ?? 0;
  if (places.some((place) => startAt(place) <= startAt(place - 2)))
    places = places.sort((a, b) => startAt(a) - startAt(b));
  return { starts: places.map(startAt), counts: places.map((place) => startAt(place + 1)) };
}

/** Ranges as a table `t`; what has no time is earlier. */
function tableOf(ranges: readonly TimeRange[], earliest: number): Sql {
  const rows = ranges.map(
    ({ since, until }) => sql`(CAST(${Math.max(since, earliest)} AS bigint), CAST(${until} AS bigint))`,
  );
  return sql`(WITH t (since, until) AS (VALUES ${rows.reduce((all, next) => sql`${all}, ${next}`)}) SELECT since, until FROM t) AS t`;
}
