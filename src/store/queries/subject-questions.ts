import type { EndpointTotal, OperationTotal, Questions } from "../questions.ts";
import { and, inList, type RunSql, type Sql, sql } from "../sql.ts";
import { byCode, byDay, bySource, sourceOfRow } from "./conditions.ts";

const code = sql`r.code`;
const day = sql`r.day`;

/** Questions about endpoints and operations, which are counted by UTC day. */
export function createSubjectQuestions(run: RunSql) {
  return {
    endpointTotals(scope, mostOfCode) {
      const { onlyEndpoint } = scope;
      const condition = and(
        byDay(scope, day),
        bySource(scope),
        byCode(scope, code),
        onlyEndpoint === undefined ? null : sql`r.endpoint = ${onlyEndpoint}`,
      );
      return run<EndpointTotal>(topEndpoints(condition, mostOfCode));
    },
    incidentEndpoints(scope, { since, until, codes }, mostOfCode) {
      const days = byDay({ ...scope, period: { ...scope.period, since, until } }, day);
      const inLogs = sql`EXISTS (
        SELECT 1 FROM counts AS p WHERE p.minute >= ${since} AND p.minute < ${until}
        AND ${inList(sql`p.code`, codes)} AND p.generation_id = g.id)`;
      return run<EndpointTotal>(topEndpoints(and(days, bySource(scope), inList(code, codes), inLogs), mostOfCode));
    },
    operationTotals(scope) {
      return run<OperationTotal>(sql`
        SELECT r.code AS code, r.operation AS operation, SUM(r.n) AS n FROM operations AS r ${sourceOfRow}
        WHERE ${and(byDay(scope, day), bySource(scope), byCode(scope, code))}
        GROUP BY r.code, r.operation ORDER BY n DESC, code, operation`);
    },
  } satisfies Partial<Questions>;
}

function topEndpoints(condition: Sql, mostOfCode: number): Sql {
  return sql`
    SELECT code, endpoint, n FROM (
      SELECT r.code AS code, r.endpoint AS endpoint, SUM(r.n) AS n,
        ROW_NUMBER() OVER (PARTITION BY r.code ORDER BY SUM(r.n) DESC, r.endpoint) AS place
      FROM endpoints AS r ${sourceOfRow} WHERE ${condition} GROUP BY r.code, r.endpoint
    ) AS ranked WHERE place <= ${mostOfCode} ORDER BY n DESC, code, endpoint`;
}
