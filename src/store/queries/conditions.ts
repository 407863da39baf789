import type { Scope } from "../scope.ts";
import { and, inList, type Sql, sql } from "../sql.ts";
import { secondsPerDay } from "../whole-day.ts";

/**
 * Generations with the counts that the scope is about. Generations come first in the join, so that each is entered at
 * the minutes asked for instead of reading all counts.
 */
export function countsOfSources(scope: Subjects): Sql {
  const { onlyEndpoint, onlyOperation } = scope;
  const generations = sql`sources AS s JOIN generations AS g ON g.source_id = s.id CROSS JOIN`;
  const ofGeneration = sql`AS c WHERE c.generation_id = g.id`;
  if (onlyEndpoint !== undefined)
    return sql`${generations} ${endpointRows(scope)} ${ofGeneration} AND c.endpoint = ${onlyEndpoint}`;
  if (onlyOperation !== undefined)
    return sql`${generations} operations ${ofGeneration} AND c.operation = ${onlyOperation}`;
  return sql`${generations} counts ${ofGeneration}`;
}

/** What a scope is limited to besides logs, codes and times. */
type Subjects = Pick<Scope, "onlyEndpoint" | "onlyOperation">;

/** The endpoints, of which no more failed in the scope's operation than did in the same minute. */
export function endpointRows({ onlyOperation }: Subjects): Sql {
  return onlyOperation === undefined
    ? sql`endpoints`
    : sql`(SELECT one.generation_id, one.minute, one.code, one.endpoint, ${fewer} AS n FROM endpoints AS one
        JOIN operations AS other ON ${samePlace} AND other.operation = ${onlyOperation})`;
}

/** The operations, of which no more named the scope's endpoint than did in the same minute. */
export function operationRows({ onlyEndpoint }: Subjects): Sql {
  return onlyEndpoint === undefined
    ? sql`operations`
    : sql`(SELECT one.generation_id, one.minute, one.code, one.operation, ${fewer} AS n FROM operations AS one
        JOIN endpoints AS other ON ${samePlace} AND other.endpoint = ${onlyEndpoint})`;
}

const samePlace = sql`other.generation_id = one.generation_id AND other.minute = one.minute AND other.code = one.code`;
const fewer = sql`CASE WHEN one.n < other.n THEN one.n ELSE other.n END`;

/** The kept lines of the scope's endpoint and operation, in a row. */
export function bySubjects({ onlyEndpoint, onlyOperation }: Subjects, row: Sql): Sql {
  return and(
    onlyEndpoint === undefined ? null : sql`${row}.endpoint = ${onlyEndpoint}`,
    onlyOperation === undefined ? null : sql`${row}.operation = ${onlyOperation}`,
  );
}

/** Rows `r` of a table that belong to generations, which come first as in `countsOfSources`. */
export function rowsOfSources(table: Sql): Sql {
  return sql`sources AS s JOIN generations AS g ON g.source_id = s.id CROSS JOIN ${table} AS r WHERE r.generation_id = g.id`;
}

/** The source of each row `r` that belongs to a generation. */
export const sourceOfRow = sql`JOIN generations AS g ON g.id = r.generation_id JOIN sources AS s ON s.id = g.source_id`;

/** The scope's sources, where the query has `sources AS s`. */
export function bySource({ source, host }: Pick<Scope, "source" | "host">): Sql {
  return and(source === null ? null : sql`s.name = ${source}`, host === null ? null : sql`s.host = ${host}`);
}

/** The scope's minutes in a column. */
export function byMinute({ period: { since, until } }: Scope, minute: Sql): Sql {
  if (since === null && until === null) return and();
  return and(timedSince(since, minute), until === null ? null : sql`${minute} < ${until}`);
}

/** The generations `g` that may have counts in a time; null for all. Others need not be entered. */
export function ofTime(since: number | null, until: number | null): Sql | null {
  if (since === null && until === null) return null;
  return and(
    since === null ? null : sql`g.last_minute >= ${since}`,
    until === null ? null : sql`g.first_minute < ${until}`,
  );
}

/**
 * Minutes from a moment on, without those of lines that have no time. One bound alone: SQLite seeks to the first that it
 * finds, and reads everything up to the second.
 */
export function timedSince(since: number | null, minute: Sql): Sql {
  return sql`${minute} >= ${Math.max(since ?? 1, 1)}`;
}

/** The scope's minutes, and the whole days that its period touches, in a column. */
export function byMinuteOrDay({ period: { since, until } }: Scope, minute: Sql): Sql {
  if (since === null && until === null) return and();
  return and(
    timedSince(since === null ? null : since - secondsPerDay + 2, minute),
    since === null ? null : sql`${minute} >= ${since} OR ${ofWholeDay(minute)}`,
    until === null ? null : sql`${minute} < ${until}`,
    ofTime(since === null ? null : since - secondsPerDay + 2, until),
  );
}

/** Whether a row is the count of a whole UTC day; see whole-day.ts. */
export function ofWholeDay(minute: Sql): Sql {
  return sql`${minute} % 60 = 1`;
}

/** The scope's codes in a column. */
export function byCode({ onlyCodes }: Scope, code: Sql): Sql {
  return onlyCodes === undefined ? and() : inList(code, onlyCodes);
}

/** These codes in a column; null for all. */
export function amongCodes(codes: readonly number[] | null, code: Sql): Sql | null {
  return codes === null ? null : inList(code, codes);
}
