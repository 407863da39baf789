/** A stretch of the logs' own time. */
export interface Period {
  /** Unix seconds at the start of a minute, or null: from the first occurrence on. */
  readonly since: number | null;
  /** Unix seconds at the start of the first minute that no longer counts, or null: up to the last occurrence. */
  readonly until: number | null;
  /** Up to when a period without `until` runs at least: now, where `since` is told from now (`24h`); null elsewhere. */
  readonly horizon: number | null;
  /** IANA name of the time zone that days and hours are told in. */
  readonly zone: string;
}

/** Where the period begins and ends, its open ends filled in with the first and last minute; null when both are unknown. */
export function extentOf(
  period: Period,
  { first, last }: { readonly first: number | null; readonly last: number | null },
): { since: number; until: number } | null {
  const since = period.since ?? first;
  const open = Math.max(last === null ? -Infinity : last + 60, period.horizon ?? -Infinity);
  const until = period.until ?? open;
  return since === null || until <= since ? null : { since, until };
}

/** Which counts a question is about. */
export interface Scope {
  readonly period: Period;
  /** Only the sources with this name, or null. */
  readonly source: string | null;
  /** Only the sources of this machine, or null. */
  readonly host: string | null;
  /** Only these codes; absent: all. */
  readonly onlyCodes?: readonly number[];
  /** Only the codes that blame this endpoint on a UTC day of the period; absent: all. */
  readonly onlyEndpoint?: string;
}

/** A WHERE condition with `?` for its parameters. */
export interface Condition {
  readonly sql: string;
  readonly parameters: readonly (string | number)[];
}

/** Joins several conditions by AND; null stands for a condition that is not asked for. */
export function and(...conditions: readonly (Condition | null)[]): Condition {
  const asked = conditions.filter((condition) => condition !== null);
  return {
    sql: asked.map(({ sql }) => `(${sql})`).join(" AND ") || "1 = 1",
    parameters: asked.flatMap(({ parameters }) => parameters),
  };
}

/** The scope's sources, for a query that joins `sources AS s`. */
export function bySource({ source, host }: Scope): Condition {
  return and(
    source === null ? null : { sql: "s.name = ?", parameters: [source] },
    host === null ? null : { sql: "s.host = ?", parameters: [host] },
  );
}

/** The scope's minutes; `column` is where the query has them. What has no time belongs to no period but "everything". */
export function byMinute({ period: { since, until } }: Scope, column = "c.minute"): Condition {
  if (since === null && until === null) return and();
  return and(
    { sql: `${column} > 0`, parameters: [] },
    since === null ? null : { sql: `${column} >= ?`, parameters: [since] },
    until === null ? null : { sql: `${column} < ?`, parameters: [until] },
  );
}

/** The UTC days that the period touches, for a query over `endpoints` or `operations AS e`: they are counted by the day, so whole. */
export function byDay({ period: { since, until } }: Scope): Condition {
  if (since === null && until === null) return and();
  return and(
    { sql: "e.day > 0", parameters: [] },
    since === null ? null : { sql: "e.day > ?", parameters: [since - SECONDS_PER_DAY] },
    until === null ? null : { sql: "e.day < ?", parameters: [until] },
  );
}

/** The scope's codes; `column` is where the query has them. */
export function byCode(scope: Scope, column: string): Condition {
  const { onlyCodes, onlyEndpoint } = scope;
  const day = byDay(scope);
  return and(
    onlyCodes === undefined ? null : among(column, onlyCodes),
    onlyEndpoint === undefined
      ? null
      : {
          sql: `${column} IN (SELECT e.code FROM endpoints AS e WHERE e.endpoint = ? AND ${day.sql})`,
          parameters: [onlyEndpoint, ...day.parameters],
        },
  );
}

/** A column that has one of these values. */
export const among = (column: string, values: readonly number[]): Condition => ({
  sql: `${column} IN (${values.map(() => "?").join(", ")})`,
  parameters: values,
});

const SECONDS_PER_DAY = 86_400;
