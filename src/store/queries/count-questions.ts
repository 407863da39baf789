import type { MinuteCount } from "../../ledger/counts.ts";
import type { BucketCount, CodeTotal, Questions, Sighting } from "../questions.ts";
import type { Scope } from "../scope.ts";
import { and, type RunSql, type Sql, sql } from "../sql.ts";
import { amongCodes, byCode, byMinute, bySource, countsOfSources, timedSince } from "./conditions.ts";

const code = sql`c.code`;
const minute = sql`c.minute`;

/** Questions about occurrences by the minute. */
export function createCountQuestions(run: RunSql) {
  return {
    codeTotals(scope) {
      return run<CodeTotal>(sql`
        SELECT c.code AS code, SUM(c.n) AS n, MIN(CASE WHEN c.minute > 0 THEN c.minute END) AS first,
          MAX(CASE WHEN c.minute > 0 THEN c.minute END) AS last
        FROM ${countsOfSources(scope)} AND ${inScope(scope)} GROUP BY c.code ORDER BY n DESC, code`);
    },
    async sourceCount(scope) {
      const [row] = await run<{ n: number }>(
        sql`SELECT COUNT(DISTINCT s.id) AS n FROM ${countsOfSources(scope)} AND ${inScope(scope)}`,
      );
      return row?.n ?? 0;
    },
    minuteCounts(scope, { since, until }) {
      const inRange = and(timedSince(since, minute), sql`c.minute < ${until}`);
      return run<MinuteCount>(sql`
        SELECT c.code AS code, c.minute AS minute, SUM(c.n) AS n
        FROM ${countsOfSources(scope)} AND ${and(inRange, bySource(scope), byCode(scope, code))}
        GROUP BY c.code, c.minute ORDER BY c.code, c.minute`);
    },
    sightingsBefore(scope, moment) {
      return run<Sighting>(sql`
        SELECT c.code AS code, MIN(c.minute) AS first, MAX(c.minute) AS last
        FROM ${countsOfSources({})} AND ${and(timedSince(null, minute), sql`c.minute < ${moment}`, bySource(scope))} GROUP BY c.code`);
    },
    bucketCounts(scope, codes, grainSeconds) {
      const start = sql`c.minute - c.minute % ${grainSeconds}`;
      return run<BucketCount>(sql`
        SELECT c.code AS code, ${start} AS start, SUM(c.n) AS n
        FROM ${countsOfSources(scope)} AND ${timedOf(scope, codes)} GROUP BY c.code, start`);
    },
    async span(scope, codes) {
      const [row] = await run<{ first: number | null; last: number | null }>(sql`
        SELECT MIN(c.minute) AS first, MAX(c.minute) AS last FROM ${countsOfSources(scope)} AND ${timedOf(scope, codes)}`);
      const { first = null, last = null } = row ?? {};
      return first === null || last === null ? null : { first, last };
    },
    async withoutTime(scope) {
      const [row] = await run<{ n: number | null }>(
        sql`SELECT SUM(c.n) AS n FROM ${countsOfSources({})} AND ${and(sql`c.minute = 0`, bySource(scope))}`,
      );
      return row?.n ?? 0;
    },
  } satisfies Partial<Questions>;
}

function inScope(scope: Scope): Sql {
  return and(byMinute(scope, minute), bySource(scope), byCode(scope, code));
}

function timedOf(scope: Scope, codes: readonly number[] | null): Sql {
  const { since, until } = scope.period;
  const isTimed = since === null && until === null ? timedSince(null, minute) : byMinute(scope, minute);
  return and(isTimed, bySource(scope), amongCodes(codes, code));
}
