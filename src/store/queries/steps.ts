import type { Scope, TimeRange } from "../scope.ts";
import { and, type Sql, sql } from "../sql.ts";
import { amongCodes, byCode, bySource, countsOfSources } from "./conditions.ts";
import { knownCodes } from "./sums.ts";

// The answers are rows (code, list) with a list of all steps: a row for each step took three times as long.

/** The steps of whole quarters. */
export function stepsOfQuarters(
  ranges: readonly TimeRange[],
  seconds: number,
  codes: readonly number[] | null = null,
): Sql {
  return sql`SELECT code, list FROM (
    SELECT k.code, (SELECT ${listed} FROM (
      SELECT q.start - q.start % ${seconds} AS start, sum(q.n) AS n FROM ${tableOf(ranges)} CROSS JOIN quarters AS q
      WHERE q.code = k.code AND q.start >= t.since AND q.start < t.until GROUP BY 1
    ) AS step) AS list
    FROM ${knownCodes} AS k WHERE ${and(amongCodes(codes, sql`k.code`))}
  ) AS steps WHERE list IS NOT NULL`;
}

/** The steps of a scope's minutes. */
export function stepsOfMinutes(ranges: readonly TimeRange[], seconds: number, scope: Scope): Sql {
  const inRange = sql`g.last_minute >= t.since AND g.first_minute < t.until AND c.minute >= t.since AND c.minute < t.until`;
  return sql`SELECT code, ${listed} AS list FROM (
    SELECT c.code, c.minute - c.minute % ${seconds} AS start, sum(c.n) AS n
    FROM ${tableOf(ranges)} CROSS JOIN ${countsOfSources(scope)}
      AND ${and(inRange, bySource(scope), byCode(scope, sql`c.code`))} GROUP BY 1, 2
  ) AS step GROUP BY code`;
}

const listed = sql`string_agg(start || ' ' || n, ' ' ORDER BY start)`;

/** Ranges as a table `t`; what has no time is in none. */
function tableOf(ranges: readonly TimeRange[]): Sql {
  const rows = ranges.map(({ since, until }) => sql`(CAST(${Math.max(since, 1)} AS bigint), CAST(${until} AS bigint))`);
  return sql`(WITH t (since, until) AS (VALUES ${rows.reduce((all, next) => sql`${all}, ${next}`)}) SELECT since, until FROM t) AS t`;
}
