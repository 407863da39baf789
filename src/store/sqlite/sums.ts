import { type DayChange, noTime, type SumChanges, type Summed, secondsPerQuarter } from "../sum-changes.ts";
import type { Connection } from "./sqlite.ts";
import { prepared } from "./statements.ts";
import { upsert } from "./upsert.ts";

/** Writes changes of sums, at the end of the transaction that has changed the counts. */
export function writeSums(db: Connection, sums: SumChanges): void {
  const extend = prepared(db, extendSql);
  for (const { generation, first, last } of sums.spans()) extend.run({ generation, first, last });
  const add = prepared(db, addToQuarter);
  for (const { code, start, n, first, last, isEmptied } of sums.quarters()) {
    add.run(code, start, n, first, last);
    if (isEmptied) shrink(db, code, start);
  }
  const addToHour = prepared(db, "INSERT INTO hours VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n");
  const removeHour = prepared(db, "DELETE FROM hours WHERE code = ? AND start = ? AND n <= 0");
  for (const { code, start, n } of sums.hours()) {
    addToHour.run(code, start, n);
    if (n < 0) removeHour.run(code, start);
  }
  for (const [summed, column] of subjects) {
    addRows(db, `${summed}_days`, column, sums.days(summed));
    addRows(db, `${summed}_months`, column, sums.months(summed));
  }
}

const subjects = [
  ["source", "source_id"],
  ["endpoint", "endpoint"],
  ["operation", "operation"],
] as const satisfies readonly (readonly [Summed, string])[];

function addRows(db: Connection, table: string, column: string, rows: readonly DayChange[]): void {
  const values = rows.flatMap(({ start, code, subject, n }) => [start, code, subject, n]);
  upsert(db, table, { columns: 4, update: "n = n + excluded.n" }, values);
  const removeNone = prepared(db, `DELETE FROM ${table} WHERE start = ? AND code = ? AND ${column} = ? AND n <= 0`);
  for (const { start, code, subject, n } of rows) if (n < 0) removeNone.run(start, code, subject);
}

/** A quarter that has lost a minute is removed, or its first and last minutes are looked up. */
function shrink(db: Connection, code: number, start: number): void {
  const removed = prepared(db, "DELETE FROM quarters WHERE code = ? AND start = ? AND n <= 0").run(code, start);
  if (removed.changes > 0 || start === noTime) return;
  prepared(db, shrinkSql).run({ code, start, end: start + secondsPerQuarter });
}

const extendSql = `UPDATE generations SET first_minute = min(coalesce(first_minute, @first), @first),
  last_minute = max(coalesce(last_minute, @last), @last) WHERE id = @generation`;

const addToQuarter = `INSERT INTO quarters VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n,
  first = coalesce(min(first, excluded.first), first), last = coalesce(max(last, excluded.last), last)`;

const shrinkSql = `UPDATE quarters SET first = found.first, last = found.last FROM (
    SELECT min(minute) AS first, max(minute) AS last FROM generations CROSS JOIN counts
    WHERE last_minute >= @start AND first_minute < @end
      AND generation_id = id AND minute >= @start AND minute < @end AND code = @code
  ) AS found WHERE code = @code AND start = @start`;
