import type { Scope, TimeRange } from "../scope.ts";
import { and, inList, type Sql, sql } from "../sql.ts";
import { secondsPerHour, secondsPerMonth, secondsPerQuarter } from "../sum-changes.ts";
import { secondsPerDay } from "../whole-day.ts";
import { amongCodes, ofWholeDay } from "./conditions.ts";

/** Whether sums can answer: they are kept of all logs together, with their codes. */
export function isOfAllLogs({ source, host, onlyEndpoint, onlyOperation }: Omit<Scope, "period">): boolean {
  return source === null && host === null && onlyEndpoint === undefined && onlyOperation === undefined;
}

/** A time in which some bounds are open; `isTimed` leaves out what has no time where both are. */
export interface SummedTime {
  readonly since: number | null;
  readonly until: number | null;
  readonly isTimed?: boolean;
}

/**
 * Rows (code, start, n, first, last) of the counts of a time: sums of the whole quarters in it, and minutes where an end
 * of it cuts one.
 */
export function quartersOf(time: SummedTime, codes: readonly number[] | null = null): Sql {
  const { whole, cut } = divided(time, secondsPerQuarter);
  const known = codes === null ? sql`${knownCodes} AS k CROSS JOIN quarters AS q` : sql`quarters AS q`;
  const ofCode = codes === null ? sql`q.code = k.code` : inList(sql`q.code`, codes);
  return unionOf([
    ...(whole === null
      ? []
      : [
          sql`SELECT q.code, q.start, q.n, q.first, q.last FROM ${known} WHERE ${and(ofCode, within(whole, sql`q.start`))}`,
        ]),
    ...cut.map((range) =>
      minutesOf(range, codes, sql`c.code, c.minute AS start, c.n, c.minute AS first, c.minute AS last`),
    ),
  ]);
}

/** Every code that is counted, without reading all counts. */
export const knownCodes = sql`(
  WITH RECURSIVE known (code) AS (
    SELECT min(code) FROM quarters
    UNION ALL SELECT (SELECT min(code) FROM quarters WHERE quarters.code > known.code) FROM known WHERE known.code IS NOT NULL
  ) SELECT code FROM known WHERE code IS NOT NULL)`;

/**
 * Rows (code, n, first, last) of the counts of a time, for some codes none: sums of the whole hours in it, with the ends of
 * these, and quarters and minutes where an end of the time cuts an hour.
 */
export function totalsOf(time: SummedTime, codes: readonly number[] | null = null): Sql {
  const { whole, cut } = divided(time, secondsPerHour);
  return unionOf([
    ...known(whole).map((hours) => {
      const sum = sql`(SELECT sum(q.n) FROM hours AS q WHERE ${and(sql`q.code = k.code`, within(hours, sql`q.start`))})`;
      return endsOf(timedPart(hours), codes, sql`k.code, ${sum} AS n`);
    }),
    ...cut.map((range) => sql`SELECT code, n, first, last FROM (${quartersOf(range, codes)}) AS part`),
  ]);
}

const timedPart = (time: SummedTime): SummedTime => ({ ...time, since: time.since ?? 0 });

/** Rows (code, first, last) of the minutes of a time; null for a code without any. There can be several for a code. */
export function spansOf(time: SummedTime, codes: readonly number[] | null = null): Sql {
  const { whole, cut } = divided({ ...time, isTimed: true }, secondsPerQuarter);
  return unionOf([
    ...known(whole).map((quarters) => endsOf(quarters, codes)),
    ...cut.map((range) => minutesOf(range, codes, sql`c.code, c.minute AS first, c.minute AS last`)),
  ]);
}

/** The same of whole quarters, after columns of each code `k`. */
function endsOf(quarters: SummedTime, codes: readonly number[] | null, columns = sql`k.code`): Sql {
  const end = (column: Sql, order: Sql) => sql`(
    SELECT ${column} FROM quarters AS q WHERE ${and(sql`q.code = k.code`, within(quarters, sql`q.start`))}
    ORDER BY q.start ${order} LIMIT 1)`;
  return sql`SELECT ${columns}, ${end(sql`q.first`, sql`ASC`)} AS first, ${end(sql`q.last`, sql`DESC`)} AS last
    FROM ${codesAmong(codes)}`;
}

/** The codes as a table `k`: these, or all. */
function codesAmong(codes: readonly number[] | null): Sql {
  return sql`(SELECT code FROM ${knownCodes} AS k WHERE ${and(amongCodes(codes, sql`k.code`))}) AS k`;
}

/** Rows (code, source_id, n) of the counts of a time, in the same way by months and days. */
export function sourcesOf(time: SummedTime, codes: readonly number[] | null = null): Sql {
  const rowsOf = (table: Sql, whole: SummedTime) => sql`SELECT d.code, d.source_id, d.n FROM ${table} AS d
    WHERE ${and(within(whole, sql`d.start`), amongCodes(codes, sql`d.code`))}`;
  const months = divided(time, secondsPerMonth);
  const days = months.cut.map((range) => divided(range, secondsPerDay));
  return unionOf([
    ...known(months.whole).map((whole) => rowsOf(sql`source_months`, whole)),
    ...days.flatMap(({ whole }) => known(whole).map((part) => rowsOf(sql`source_days`, part))),
    ...days.flatMap(({ cut }) => cut.map((range) => minutesOf(range, codes, sql`c.code, g.source_id, c.n`))),
  ]);
}

/**
 * Rows (code, subject, n, days) of endpoints or operations, in the same way; `days` are those that are counted by whole
 * days, and all days that the time touches are in it.
 */
export function subjectsOf(
  kind: "endpoint" | "operation",
  time: SummedTime,
  codes: readonly number[] | null = null,
): Sql {
  const subject = kind === "endpoint" ? sql`endpoint` : sql`operation`;
  const start = sql`d.start`;
  const rowsOf = (table: Sql, condition: Sql | null) => sql`
    SELECT d.code, d.${subject}, d.n, CASE WHEN ${ofWholeDay(start)} THEN d.n ELSE 0 END AS days FROM ${table} AS d
    WHERE ${and(condition, amongCodes(codes, sql`d.code`))}`;
  const months = divided(time, secondsPerMonth);
  return unionOf([
    ...known(months.whole).map((whole) => rowsOf(sql`${subject}_months`, within(whole, start))),
    ...months.cut.flatMap((range) => {
      const days = divided(range, secondsPerDay);
      const touched = within({ ...range, since: range.since - secondsPerDay + 2 }, start);
      const isWhole = days.whole === null ? null : sql` OR ${within(days.whole, start)}`;
      return [
        rowsOf(sql`${subject}_days`, and(touched, sql`${ofWholeDay(start)}${isWhole ?? sql``}`)),
        ...days.cut.map((cut) => subjectMinutesOf(subject, cut, codes)),
      ];
    }),
  ]);
}

function subjectMinutesOf(subject: Sql, range: TimeRange, codes: readonly number[] | null): Sql {
  const isMinute = sql`NOT (${ofWholeDay(sql`r.minute`)})`;
  return sql`SELECT r.code, r.${subject}, r.n, 0 FROM generations AS g CROSS JOIN ${subject}s AS r
    WHERE ${and(inGenerations(range, sql`r`), isMinute, amongCodes(codes, sql`r.code`))}`;
}

/** Divides a time into whole steps of so many seconds, and what is left at its ends. */
function divided(
  { since, until, isTimed = false }: SummedTime,
  seconds: number,
): { readonly whole: SummedTime | null; readonly cut: readonly TimeRange[] } {
  const isOpen = since === null && until === null;
  if (isOpen) return { whole: { since: isTimed ? 0 : null, until: null }, cut: [] };
  // No minute that is known begins before 60.
  const begin = since === null || since <= 60 ? 0 : since;
  const from = Math.ceil(begin / seconds) * seconds;
  const to = until === null ? null : Math.floor(until / seconds) * seconds;
  if (to !== null && until !== null && to <= from)
    return begin < until
      ? { whole: null, cut: [{ since: Math.max(begin, 1), until }] }
      : { whole: { since: 0, until: 0 }, cut: [] };
  return {
    whole: { since: from, until: to },
    cut: [
      ...(begin < from ? [{ since: begin, until: from }] : []),
      ...(to !== null && until !== null && to < until ? [{ since: to, until }] : []),
    ],
  };
}

function minutesOf(range: TimeRange, codes: readonly number[] | null, columns: Sql): Sql {
  return sql`SELECT ${columns} FROM generations AS g CROSS JOIN counts AS c
    WHERE ${and(inGenerations(range, sql`c`), amongCodes(codes, sql`c.code`))}`;
}

function within({ since, until }: SummedTime, start: Sql): Sql {
  return and(since === null ? null : sql`${start} >= ${since}`, until === null ? null : sql`${start} < ${until}`);
}

/** Rows of the minutes in a range, of the generations that have such. */
function inGenerations({ since, until }: TimeRange, row: Sql): Sql {
  return sql`g.last_minute >= ${since} AND g.first_minute < ${until} AND ${row}.generation_id = g.id
    AND ${row}.minute >= ${since} AND ${row}.minute < ${until}`;
}

const known = <Value>(value: Value | null): Value[] => (value === null ? [] : [value]);

const unionOf = (selects: readonly Sql[]): Sql => selects.reduce((all, next) => sql`${all} UNION ALL ${next}`);
