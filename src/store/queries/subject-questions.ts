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
import { isOfAllLogs, subjectsOf } from "./sums.ts";

const code = sql`r.code`;
const minute = sql`r.minute`;

/** Questions about endpoints and operations. */
export function createSubjectQuestions(run: RunSql) {
  return {
    endpointTotals(scope, mostOfCode) {
      const rows = isOfAllLogs(scope)
        ? sql`(${subjectsOf("endpoint", scope.period, scope.onlyCodes)}) AS r`
        : namedRows(scope, inScope(scope));
      return run<EndpointTotal>(topEndpoints(rows, mostOfCode));
    },
    incidentEndpoints(scope, { since, until, codes }, mostOfCode) {
      const range = byMinuteOrDay({ ...scope, period: { ...scope.period, since, until } }, minute);
      const condition = and(range, bySource(scope), inList(code, codes));
      return run<EndpointTotal>(topEndpoints(namedRows(scope, condition), mostOfCode));
    },
    operationTotals(scope) {
      if (isOfAllLogs(scope))
        return run<OperationTotal>(sql`
          SELECT code, operation, sum(n) AS n FROM (${subjectsOf("operation", scope.period, scope.onlyCodes)}) AS r
          GROUP BY code, operation ORDER BY n DESC, code, operation`);
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

/** Rows (code, endpoint, n, days); `days` are those that are counted by whole days. */
function namedRows(scope: Scope, condition: Sql): Sql {
  const named = scope.onlyEndpoint === undefined ? null : sql`r.endpoint = ${scope.onlyEndpoint}`;
  const days = sql`CASE WHEN ${ofWholeDay(minute)} THEN r.n ELSE 0 END`;
  return sql`(
    SELECT r.code, r.endpoint, r.n, ${days} AS days FROM ${rowsOfSources(endpointRows(scope))} AND ${and(condition, named)}
  ) AS r`;
}

function topEndpoints(rows: Sql, mostOfCode: number): Sql {
  return sql`
    SELECT code, endpoint, n, days AS "byDay" FROM (
      SELECT code, endpoint, SUM(n) AS n, SUM(days) AS days,
        ROW_NUMBER() OVER (PARTITION BY code ORDER BY SUM(n) DESC, endpoint) AS place
      FROM ${rows} GROUP BY code, endpoint
    ) AS ranked WHERE place <= ${mostOfCode} ORDER BY n DESC, code, endpoint`;
}
