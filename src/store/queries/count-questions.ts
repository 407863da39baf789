import type { BucketCount, CodeTotal, Questions, Sighting } from "../questions.ts";
import type { Scope } from "../scope.ts";
import { and, type RunSql, type Sql, sql } from "../sql.ts";
import { noTime, secondsPerQuarter } from "../sum-changes.ts";
import { amongCodes, byCode, byMinute, bySource, countsOfSources, ofTime, timedSince } from "./conditions.ts";
import { stepsIn, stepsOfMinutes, stepsOfSums } from "./steps.ts";
import { isOfAllLogs, quartersOf, spansOf, totalsOf } from "./sums.ts";

const code = sql`c.code`;
const minute = sql`c.minute`;

/** Questions about occurrences by the minute. */
export function createCountQuestions(run: RunSql) {
  return {
    codeTotals(scope) {
      if (isOfAllLogs(scope))
        return run<CodeTotal>(sql`
          SELECT code, sum(n) AS n, min(first) AS first, max(last) AS last
          FROM (${totalsOf(scope.period, scope.onlyCodes)}) AS c GROUP BY code HAVING sum(n) > 0 ORDER BY n DESC, code`);
      return run<CodeTotal>(sql`
        SELECT c.code AS code, SUM(c.n) AS n, MIN(CASE WHEN c.minute > 0 THEN c.minute END) AS first,
          MAX(CASE WHEN c.minute > 0 THEN c.minute END) AS last
        FROM ${countsOfSources(scope)} AND ${inScope(scope)} GROUP BY c.code ORDER BY n DESC, code`);
    },
    async stepCounts(scope, ranges, seconds) {
      const isSummed = isOfAllLogs(scope) && seconds >= secondsPerQuarter;
      const steps = isSummed ? stepsOfSums(ranges, seconds, scope.onlyCodes) : stepsOfMinutes(ranges, seconds, scope);
      const rows = ranges.length === 0 ? [] : await run<{ code: number; list: string }>(sql`${steps} ORDER BY code`);
      return rows.map(({ code, list }) => ({ code, ...stepsIn(list) }));
    },
    sightingsBefore({ source, host }, moment) {
      const logs = { source, host };
      const before = and(timedSince(null, minute), sql`c.minute < ${moment}`, ofTime(null, moment), bySource(logs));
      const counted = isOfAllLogs(logs)
        ? sql`(${spansOf({ since: null, until: moment })}) AS c`
        : sql`(SELECT c.code, c.minute AS first, c.minute AS last FROM ${countsOfSources({})} AND ${before}) AS c`;
      return run<Sighting>(sql`SELECT code, min(first) AS first, max(last) AS last FROM ${counted}
        WHERE first IS NOT NULL GROUP BY code`);
    },
    bucketCounts(scope, codes, grainSeconds) {
      if (isOfAllLogs(scope) && grainSeconds % secondsPerQuarter === 0)
        return run<BucketCount>(sql`
          SELECT code, start - start % ${grainSeconds} AS start, sum(n) AS n
          FROM (${quartersOf({ ...scope.period, isTimed: true }, codes)}) AS c GROUP BY 1, 2`);
      const start = sql`c.minute - c.minute % ${grainSeconds}`;
      return run<BucketCount>(sql`
        SELECT c.code AS code, ${start} AS start, SUM(c.n) AS n
        FROM ${countsOfSources(scope)} AND ${timedOf(scope, codes)} GROUP BY c.code, start`);
    },
    async span(scope, codes) {
      const times = isOfAllLogs(scope)
        ? sql`SELECT min(first) AS first, max(last) AS last FROM (${spansOf(scope.period, codes)}) AS c`
        : sql`SELECT MIN(c.minute) AS first, MAX(c.minute) AS last FROM ${countsOfSources(scope)} AND ${timedOf(scope, codes)}`;
      const [row] = await run<{ first: number | null; last: number | null }>(times);
      const { first = null, last = null } = row ?? {};
      return first === null || last === null ? null : { first, last };
    },
    async withoutTime(scope) {
      const [row] = await run<{ n: number | null }>(sql`
        SELECT sum(n) AS n FROM source_months AS d JOIN sources AS s ON s.id = d.source_id
        WHERE ${and(sql`d.start = ${noTime}`, bySource(scope))}`);
      return row?.n ?? 0;
    },
  } satisfies Partial<Questions>;
}

function inScope(scope: Scope): Sql {
  const { since, until } = scope.period;
  return and(byMinute(scope, minute), ofTime(since, until), bySource(scope), byCode(scope, code));
}

function timedOf(scope: Scope, codes: readonly number[] | null): Sql {
  const { since, until } = scope.period;
  const isTimed = since === null && until === null ? timedSince(null, minute) : byMinute(scope, minute);
  return and(isTimed, ofTime(since, until), bySource(scope), amongCodes(codes, code));
}
