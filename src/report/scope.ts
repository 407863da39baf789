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

/** The scope's minutes, for a query over `counts AS c`; occurrences without a time belong to no period but "everything". */
export function byMinute({ period: { since, until } }: Scope): Condition {
  if (since === null && until === null) return and();
  return and(
    { sql: "c.minute > 0", parameters: [] },
    since === null ? null : { sql: "c.minute >= ?", parameters: [since] },
    until === null ? null : { sql: "c.minute < ?", parameters: [until] },
  );
}

/** The UTC days that the period touches, for a query over `endpoints AS e`: they are counted by the day, so whole. */
export function byDay({ period: { since, until } }: Scope): Condition {
  if (since === null && until === null) return and();
  return and(
    { sql: "e.day > 0", parameters: [] },
    since === null ? null : { sql: "e.day > ?", parameters: [since - SECONDS_PER_DAY] },
    until === null ? null : { sql: "e.day < ?", parameters: [until] },
  );
}

const SECONDS_PER_DAY = 86_400;
