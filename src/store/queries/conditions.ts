import type { Scope } from "../scope.ts";
import { and, inList, type Sql, sql } from "../sql.ts";
import { secondsPerDay } from "../whole-day.ts";

/**
 * Generations with the counts that the scope is about. Generations come first in the join, so that each is entered at
 * the minutes asked for instead of reading all counts.
 */
export function countsOfSources({ onlyEndpoint }: Pick<Scope, "onlyEndpoint">): Sql {
  const generations = sql`sources AS s JOIN generations AS g ON g.source_id = s.id`;
  return onlyEndpoint === undefined
    ? sql`${generations} CROSS JOIN counts AS c WHERE c.generation_id = g.id`
    : sql`${generations} CROSS JOIN endpoints AS c WHERE c.generation_id = g.id AND c.endpoint = ${onlyEndpoint}`;
}

/** Rows `r` of a table that belong to generations, which come first as in `countsOfSources`. */
export function rowsOfSources(table: Sql): Sql {
  return sql`sources AS s JOIN generations AS g ON g.source_id = s.id CROSS JOIN ${table} AS r WHERE r.generation_id = g.id`;
}

/** The source of each row `r` that belongs to a generation. */
export const sourceOfRow = sql`JOIN generations AS g ON g.id = r.generation_id JOIN sources AS s ON s.id = g.source_id`;

/** The scope's sources, where the query has `sources AS s`. */
export function bySource({ source, host }: Scope): Sql {
  return and(source === null ? null : sql`s.name = ${source}`, host === null ? null : sql`s.host = ${host}`);
}

/** The scope's minutes in a column. */
export function byMinute({ period: { since, until } }: Scope, minute: Sql): Sql {
  if (since === null && until === null) return and();
  return and(timedSince(since, minute), until === null ? null : sql`${minute} < ${until}`);
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
