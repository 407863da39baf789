import {
  type DayChange,
  type HourChange,
  noTime,
  type QuarterChange,
  type SumChanges,
  type Summed,
  secondsPerQuarter,
} from "../sum-changes.ts";
import type { Connection } from "./database.ts";

/** Writes changes of sums, at the end of the transaction that has changed the counts. */
export async function writeSums(db: Connection, sums: SumChanges): Promise<void> {
  await extendSpans(db, sums);
  await addToQuarters(db, sums.quarters());
  await addToHours(db, sums.hours());
  for (const [summed, column, type] of subjects) {
    await addRows(db, `${summed}_days`, { column, type }, sums.days(summed));
    await addRows(db, `${summed}_months`, { column, type }, sums.months(summed));
  }
}

const subjects = [
  ["source", "source_id", "bigint"],
  ["endpoint", "endpoint", "text"],
  ["operation", "operation", "text"],
] as const satisfies readonly (readonly [Summed, string, string])[];

async function extendSpans(db: Connection, sums: SumChanges): Promise<void> {
  const spans = sums.spans();
  if (spans.length === 0) return;
  await db.rows(
    `UPDATE generations SET first_minute = least(first_minute, f), last_minute = greatest(last_minute, l)
     FROM unnest($1::bigint[], $2::bigint[], $3::bigint[]) AS r (g, f, l)
     WHERE id = g AND (first_minute IS NULL OR f < first_minute OR l > last_minute)`,
    [spans.map(({ generation }) => generation), spans.map(({ first }) => first), spans.map(({ last }) => last)],
  );
}

async function addToQuarters(db: Connection, changes: readonly QuarterChange[]): Promise<void> {
  if (changes.length === 0) return;
  await db.rows(
    `INSERT INTO quarters SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bigint[], $5::bigint[])
     ON CONFLICT (code, start) DO UPDATE SET n = quarters.n + excluded.n, first = least(quarters.first, excluded.first),
       last = greatest(quarters.last, excluded.last)`,
    [
      changes.map(({ code }) => code),
      changes.map(({ start }) => start),
      changes.map(({ n }) => n),
      changes.map(({ first }) => first),
      changes.map(({ last }) => last),
    ],
  );
  for (const { code, start } of changes.filter(({ isEmptied }) => isEmptied)) await shrink(db, code, start);
}

async function addToHours(db: Connection, changes: readonly HourChange[]): Promise<void> {
  if (changes.length === 0) return;
  const columns = [changes.map(({ code }) => code), changes.map(({ start }) => start), changes.map(({ n }) => n)];
  await db.rows(
    `INSERT INTO hours SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::bigint[])
     ON CONFLICT (code, start) DO UPDATE SET n = hours.n + excluded.n`,
    columns,
  );
  if (changes.every(({ n }) => n > 0)) return;
  await db.rows(
    `DELETE FROM hours USING unnest($1::bigint[], $2::bigint[]) AS r (c, s) WHERE code = c AND start = s AND n <= 0`,
    columns.slice(0, 2),
  );
}

/** A quarter that has lost a minute is removed, or its first and last minutes are looked up; its row is locked. */
async function shrink(db: Connection, code: number, start: number): Promise<void> {
  const removed = await db.rows("DELETE FROM quarters WHERE code = $1 AND start = $2 AND n <= 0 RETURNING code", [
    code,
    start,
  ]);
  if (removed.length > 0 || start === noTime) return;
  await db.rows(
    `UPDATE quarters SET first = found.first, last = found.last FROM (
       SELECT min(minute) AS first, max(minute) AS last FROM generations JOIN counts ON generation_id = id
       WHERE last_minute >= $2 AND first_minute < $3 AND minute >= $2 AND minute < $3 AND code = $1
     ) AS found WHERE code = $1 AND start = $2`,
    [code, start, start + secondsPerQuarter],
  );
}

async function addRows(
  db: Connection,
  table: string,
  { column, type }: { readonly column: string; readonly type: string },
  rows: readonly DayChange[],
): Promise<void> {
  if (rows.length === 0) return;
  await db.rows(
    `INSERT INTO ${table} SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::${type}[], $4::bigint[])
     ON CONFLICT (start, code, ${column}) DO UPDATE SET n = ${table}.n + excluded.n`,
    columnsOf(rows),
  );
  const less = rows.filter(({ n }) => n < 0);
  if (less.length === 0) return;
  await db.rows(
    `DELETE FROM ${table} USING unnest($1::bigint[], $2::bigint[], $3::${type}[]) AS r (s, c, x)
     WHERE start = s AND code = c AND ${column} = x AND n <= 0`,
    columnsOf(less).slice(0, 3),
  );
}

function columnsOf(rows: readonly DayChange[]): readonly (readonly (string | number)[])[] {
  return [
    rows.map(({ start }) => start),
    rows.map(({ code }) => code),
    rows.map(({ subject }) => subject),
    rows.map(({ n }) => n),
  ];
}
