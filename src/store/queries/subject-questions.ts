import type { EndpointTotal, OperationTotal, Questions } from "../questions.ts";
import type { Scope } from "../scope.ts";
import { and, inList, type RunSql, type Sql, sql } from "../sql.ts";
import {
  besideEndpoint,
  besideOperation,
  byCode,
  byMinuteOrDay,
  bySource,
  ofWholeDay,
  rowsOfSources,
} from "./conditions.ts";

const code = sql`r.code`;
const minute = sql`r.minute`;

/** Questions about endpoints and operations. */
export function createSubjectQuestions(run: RunSql) {
  return {
    endpointTotals(scope, mostOfCode) {
      return run<EndpointTotal>(topEndpoints(and(inScope(scope), ofEndpoint(scope)), mostOfCode));
    },
    incidentEndpoints(scope, { since, until, codes }, mostOfCode) {
      const range = byMinuteOrDay({ ...scope, period: { ...scope.period, since, until } }, minute);
      const condition = and(range, bySource(scope), inList(code, codes), ofEndpoint(scope));
      return run<EndpointTotal>(topEndpoints(condition, mostOfCode));
    },
    operationTotals(scope) {
      const ofOperation = scope.onlyOperation === undefined ? null : sql`r.operation = ${scope.onlyOperation}`;
      return run<OperationTotal>(sql`
        SELECT r.code AS code, r.operation AS operation, SUM(r.n) AS n FROM ${rowsOfSources(sql`operations`)}
          AND ${and(inScope(scope), ofOperation, besideEndpoint(scope, sql`r`))}
        GROUP BY r.code, r.operation ORDER BY n DESC, code, operation`);
    },
  } satisfies Partial<Questions>;
}

function inScope(scope: Scope): Sql {
  return and(byMinuteOrDay(scope, minute), bySource(scope), byCode(scope, code));
}

function ofEndpoint(scope: Scope): Sql {
  const { onlyEndpoint } = scope;
  const named = onlyEndpoint === undefined ? null : sql`r.endpoint = ${onlyEndpoint}`;
  return and(named, besideOperation(scope, sql`r`));
}

function topEndpoints(condition: Sql, mostOfCode: number): Sql {
  return sql`
    SELECT code, endpoint, n, days AS "byDay" FROM (
      SELECT r.code AS code, r.endpoint AS endpoint, SUM(r.n) AS n,
        SUM(CASE WHEN ${ofWholeDay(minute)} THEN r.n ELSE 0 END) AS days,
        ROW_NUMBER() OVER (PARTITION BY r.code ORDER BY SUM(r.n) DESC, r.endpoint) AS place
      FROM ${rowsOfSources(sql`endpoints`)} AND ${condition} GROUP BY r.code, r.endpoint
    ) AS ranked WHERE place <= ${mostOfCode} ORDER BY n DESC, code, endpoint`;
}
