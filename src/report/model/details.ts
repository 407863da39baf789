import type { Operation } from "../../catalogue/entry.ts";
import type { Reader } from "../../store/store.ts";
import type { TimeRange } from "../time/time-range.ts";
import type { SampleLine, SourceRow } from "./code-row.ts";
import { among, and, byCode, byDay, byMinute, bySource, type Condition, type Scope } from "./scope.ts";

/** Occurrences of a code towards an endpoint. */
export interface EndpointCount {
  readonly code: number;
  readonly endpoint: string;
  readonly n: number;
}

/** The endpoints that each code of the scope names most often, at most `most` of a code; most frequent first. */
export function endpointCounts(store: Reader, scope: Scope, most: number): Promise<EndpointCount[]> {
  const { onlyEndpoint } = scope;
  return topEndpoints(
    store,
    and(
      byDay(scope),
      bySource(scope),
      byCode(scope, "e.code"),
      onlyEndpoint === undefined ? null : { sql: "e.endpoint = ?", parameters: [onlyEndpoint] },
    ),
    most,
  );
}

/** The endpoints that these codes named on the UTC days of an incident, in the logs that have a part in it. */
export function incidentEndpoints(
  store: Reader,
  scope: Scope,
  { since, until, codes }: TimeRange & { readonly codes: readonly number[] },
  most: number,
): Promise<EndpointCount[]> {
  const inLogs = and({ sql: "p.minute >= ? AND p.minute < ?", parameters: [since, until] }, among("p.code", codes), {
    sql: "p.generation_id = g.id",
    parameters: [],
  });
  return topEndpoints(
    store,
    and(byDay({ ...scope, period: { ...scope.period, since, until } }), bySource(scope), among("e.code", codes), {
      sql: `EXISTS (SELECT 1 FROM counts AS p WHERE ${inLogs.sql})`,
      parameters: inLogs.parameters,
    }),
    most,
  );
}

/** The operations that each code of the scope failed in, most frequent first. */
export function operationCounts(
  store: Reader,
  scope: Scope,
): Promise<{ readonly code: number; readonly operation: Operation; readonly n: number }[]> {
  const { sql, parameters } = and(byDay(scope), bySource(scope), byCode(scope, "e.code"));
  return store.read(
    `SELECT e.code AS code, e.operation AS operation, SUM(e.n) AS n FROM operations AS e ${SOURCES}
     WHERE ${sql} GROUP BY e.code, e.operation ORDER BY n DESC, code, operation`,
    parameters,
  );
}

/** The sources that each code of the scope came in, most frequent first. */
export function sourceCounts(store: Reader, scope: Scope): Promise<(SourceRow & { readonly code: number })[]> {
  const { sql, parameters } = and(byMinute(scope, "e.minute"), bySource(scope), byCode(scope, "e.code"));
  return store.read(
    `SELECT e.code AS code, s.host AS host, s.name AS source, SUM(e.n) AS count FROM ${COUNTS}
     AND ${sql} GROUP BY e.code, s.id ORDER BY count DESC, code, host, source`,
    parameters,
  );
}

/** The sources that these codes came in during a stretch, most frequent first. */
export function sourcesIn(
  store: Reader,
  scope: Scope,
  { since, until, codes }: TimeRange & { readonly codes: readonly number[] },
  most: number,
): Promise<SourceRow[]> {
  const { sql, parameters } = and(
    { sql: "e.minute >= ? AND e.minute < ?", parameters: [since, until] },
    among("e.code", codes),
    bySource(scope),
  );
  return store.read(
    `SELECT s.host AS host, s.name AS source, SUM(e.n) AS count FROM ${COUNTS}
     AND ${sql} GROUP BY s.id ORDER BY count DESC, host, source LIMIT ${most}`,
    parameters,
  );
}

/** A few lines of each code of the scope: the first and the latest ones that are kept, oldest first. */
export async function sampleLines(
  store: Reader,
  scope: Scope,
  latest: number,
): Promise<(SampleLine & { readonly code: number })[]> {
  const { sql, parameters } = and(byMinute(scope, "e.minute"), bySource(scope), byCode(scope, "e.code"));
  return store.read(
    `SELECT code, host, source, line, nullif(minute, 0) AS minute, text FROM (
       SELECT e.code AS code, s.host AS host, s.name AS source, e.line AS line, e.minute AS minute, e.text AS text, e.id AS id,
              ROW_NUMBER() OVER (PARTITION BY e.code ORDER BY e.minute = 0, e.minute, e.id) AS place,
              ROW_NUMBER() OVER (PARTITION BY e.code ORDER BY e.minute DESC, e.id DESC) AS back
       FROM samples AS e ${SOURCES} WHERE ${sql}
     ) AS ranked WHERE place = 1 OR back <= ${latest} ORDER BY code, place`,
    parameters,
  );
}

/** The first line that is kept of a minute with one of these codes, or null. */
export async function lineOf(
  store: Reader,
  scope: Scope,
  minute: number,
  codes: readonly number[],
): Promise<(SampleLine & { readonly operation: Operation | null; readonly endpoint: string | null }) | null> {
  const { sql, parameters } = and(
    { sql: "e.minute = ?", parameters: [minute] },
    among("e.code", codes),
    bySource(scope),
  );
  const [row] = await store.read<SampleLine & { operation: Operation | null; endpoint: string | null }>(
    `SELECT s.host AS host, s.name AS source, e.line AS line, e.minute AS minute, e.text AS text,
            e.operation AS operation, e.endpoint AS endpoint
     FROM samples AS e ${SOURCES} WHERE ${sql} ORDER BY s.host, s.name, e.line, e.id LIMIT 1`,
    parameters,
  );
  return row ?? null;
}

/** The codes that somebody has said are known, and until when: null is for good. */
export async function acknowledged(store: Reader): Promise<Map<number, number | null>> {
  const rows = await store.read<{ code: number; until: number | null }>("SELECT code, until FROM acks");
  return new Map(rows.map(({ code, until }) => [code, until]));
}

// As in queries.ts: generations come first in the join.
const COUNTS =
  "sources AS s JOIN generations AS g ON g.source_id = s.id CROSS JOIN counts AS e WHERE e.generation_id = g.id";

const SOURCES = "JOIN generations AS g ON g.id = e.generation_id JOIN sources AS s ON s.id = g.source_id";

function topEndpoints(store: Reader, { sql, parameters }: Condition, most: number): Promise<EndpointCount[]> {
  return store.read(
    `SELECT code, endpoint, n FROM (
       SELECT e.code AS code, e.endpoint AS endpoint, SUM(e.n) AS n,
              ROW_NUMBER() OVER (PARTITION BY e.code ORDER BY SUM(e.n) DESC, e.endpoint) AS place
       FROM endpoints AS e ${SOURCES} WHERE ${sql} GROUP BY e.code, e.endpoint
     ) AS ranked WHERE place <= ${most} ORDER BY n DESC, code, endpoint`,
    parameters,
  );
}
