import type { EndpointTotal, OperationTotal, Questions } from "../questions.ts";
import type { Scope } from "../scope.ts";
import { and, inList, type RunSql, type Sql, sql } from "../sql.ts";
import {
  byCode,
  byMinuteOrDay,
  bySource,
  endpointRows,
  ofWholeDay,
  operationRows,
  rowsOfSources,
} from "./conditions.ts";

const code = sql`r.code`;
const minute = sql`r.minute`;

/** Questions about endpoints and operations. */
export function createSubjectQuestions(run: RunSql) {
  return {
    endpointTotals(scope, mostOfCode) {
      return run<EndpointTotal>(topEndpoints(scope, inScope(scope), mostOfCode));
    },
    incidentEndpoints(scope, { since, until, codes }, mostOfCode) {
      const range = byMinuteOrDay({ ...scope, period: { ...scope.period, since, until } }, minute);
      return run<EndpointTotal>(topEndpoints(scope, and(range, bySource(scope), inList(code, codes)), mostOfCode));
    },
    operationTotals(scope) {
      const ofOperation = scope.onlyOperation === undefined ? null : sql`r.operation = ${scope.onlyOperation}`;
      return run<OperationTotal>(sql`
        SELECT r.code AS code, r.operation AS operation, SUM(r.n) AS n FROM ${rowsOfSources(operationRows(scope))}
          AND ${and(inScope(scope), ofOperation)}
        GROUP BY r.code, r.operation ORDER BY n DESC, code, operation`);
    },
  } satisfies Partial<Questions>;
}

function inScope(scope: Scope): Sql {
  return and(byMinuteOrDay(scope, minute), bySource(scope), byCode(scope, code));
}

function topEndpoints(scope: Scope, condition: Sql, mostOfCode: number): Sql {
  const named = scope.onlyEndpoint === undefined ? null : sql`r.endpoint = ${scope.onlyEndpoint}`;
  return sql`
    SELECT code, endpoint, n, days AS "byDay" FROM (
      SELECT r.code AS code, r.endpoint AS endpoint, SUM(r.n) AS n,
        SUM(CASE WHEN ${ofWholeDay(minute)} THEN r.n ELSE 0 END) AS days,
        ROW_NUMBER() OVER (PARTITION BY r.code ORDER BY SUM(r.n) DESC, r.endpoint) AS place
      FROM ${rowsOfSources(endpointRows(scope))} AND ${and(condition, named)} GROUP BY r.code, r.endpoint
    ) AS ranked WHERE place <= ${mostOfCode} ORDER BY n DESC, code, endpoint`;
}
