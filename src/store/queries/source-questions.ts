import type { Questions, SourceTotal, StoredLine } from "../questions.ts";
import type { Scope } from "../scope.ts";
import { and, inList, type RunSql, type Sql, sql } from "../sql.ts";
import { byCode, byMinute, bySource, bySubjects, countsOfSources, ofTime, sourceOfRow } from "./conditions.ts";
import { isOfAllLogs, sourcesOf } from "./sums.ts";

/** Questions about sources and their lines. */
export function createSourceQuestions(run: RunSql) {
  return {
    sourceTotals(scope) {
      if (isOfAllLogs(scope))
        return run<SourceTotal & { readonly code: number }>(sql`
          SELECT c.code AS code, s.host AS host, s.name AS source, c.n AS n FROM (
            SELECT code, source_id, sum(n) AS n FROM (${sourcesOf(scope.period, scope.onlyCodes)}) AS d
            GROUP BY code, source_id
          ) AS c JOIN sources AS s ON s.id = c.source_id ORDER BY n DESC, code, host, source`);
      return run<SourceTotal & { readonly code: number }>(sql`
        SELECT c.code AS code, s.host AS host, s.name AS source, SUM(c.n) AS n
        FROM ${countsOfSources(scope)} AND ${and(inScope(scope, sql`c.minute`, sql`c.code`), ofTime(scope.period.since, scope.period.until))}
        GROUP BY c.code, s.id ORDER BY n DESC, code, host, source`);
    },
    sourcesIn(scope, { since, until, codes }, most) {
      const inRange = and(sql`c.minute >= ${since}`, sql`c.minute < ${until}`, ofTime(since, until));
      return run<SourceTotal>(sql`
        SELECT s.host AS host, s.name AS source, SUM(c.n) AS n
        FROM ${countsOfSources(scope)} AND ${and(inRange, inList(sql`c.code`, codes), bySource(scope))}
        GROUP BY s.id ORDER BY n DESC, host, source LIMIT ${most}`);
    },
    sampleLines(scope, latest) {
      return run<StoredLine>(sql`
        SELECT code, host, source, line, nullif(minute, 0) AS minute, operation, endpoint, text FROM (
          SELECT ${lineColumns}, r.minute AS minute,
            ROW_NUMBER() OVER (PARTITION BY r.code ORDER BY r.minute = 0, r.minute, r.id) AS place,
            ROW_NUMBER() OVER (PARTITION BY r.code ORDER BY r.minute DESC, r.id DESC) AS back
          FROM samples AS r ${sourceOfRow} WHERE ${and(inScope(scope, sql`r.minute`, sql`r.code`), bySubjects(scope, sql`r`))}
        ) AS ranked WHERE place = 1 OR back <= ${latest} ORDER BY code, place`);
    },
    async lineOf(scope, minute, codes) {
      const condition = and(
        sql`r.minute = ${minute}`,
        inList(sql`r.code`, codes),
        bySource(scope),
        bySubjects(scope, sql`r`),
      );
      const [line] = await run<StoredLine>(sql`
        SELECT ${lineColumns}, nullif(r.minute, 0) AS minute FROM samples AS r ${sourceOfRow}
        WHERE ${condition} ORDER BY s.host, s.name, r.line, r.id LIMIT 1`);
      return line ?? null;
    },
  } satisfies Partial<Questions>;
}

const lineColumns = sql`r.code AS code, s.host AS host, s.name AS source, r.line AS line, r.operation AS operation,
  r.endpoint AS endpoint, r.text AS text`;

function inScope(scope: Scope, minute: Sql, code: Sql): Sql {
  return and(byMinute(scope, minute), bySource(scope), byCode(scope, code));
}
