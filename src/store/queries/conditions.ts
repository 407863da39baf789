import type { Scope } from "../scope.ts";
import { and, inList, type Sql, sql } from "../sql.ts";

/**
 * Generations with their counts. Generations come first in the join, so that each is entered at the minutes asked for
 * instead of reading all counts.
 */
export const countsOfSources = sql`sources AS s JOIN generations AS g ON g.source_id = s.id
  CROSS JOIN counts AS c WHERE c.generation_id = g.id`;

/** The source of each row `r` that belongs to a generation. */
export const sourceOfRow = sql`JOIN generations AS g ON g.id = r.generation_id JOIN sources AS s ON s.id = g.source_id`;

/** The scope's sources, where the query has `sources AS s`. */
export function bySource({ source, host }: Scope): Sql {
  return and(source === null ? null : sql`s.name = ${source}`, host === null ? null : sql`s.host = ${host}`);
}

/** The scope's minutes in a column. */
export function byMinute({ period: { since, until } }: Scope, minute: Sql): Sql {
  if (since === null && until === null) return and();
  return and(
    sql`${minute} > 0`,
    since === null ? null : sql`${minute} >= ${since}`,
    until === null ? null : sql`${minute} < ${until}`,
  );
}

/** The UTC days that the scope's period touches, in a column; a day is part of it as a whole. */
export function byDay({ period: { since, until } }: Scope, day: Sql): Sql {
  if (since === null && until === null) return and();
  return and(
    sql`${day} > 0`,
    since === null ? null : sql`${day} > ${since - SECONDS_PER_DAY}`,
    until === null ? null : sql`${day} < ${until}`,
  );
}

/** The scope's codes in a column. */
export function byCode(scope: Scope, code: Sql): Sql {
  const { onlyCodes, onlyEndpoint } = scope;
  return and(
    onlyCodes === undefined ? null : inList(code, onlyCodes),
    onlyEndpoint === undefined
      ? null
      : sql`${code} IN (SELECT e.code FROM endpoints AS e WHERE e.endpoint = ${onlyEndpoint}
          AND ${byDay(scope, sql`e.day`)})`,
  );
}

/** These codes in a column; null for all. */
export function amongCodes(codes: readonly number[] | null, code: Sql): Sql | null {
  return codes === null ? null : inList(code, codes);
}

const SECONDS_PER_DAY = 86_400;
