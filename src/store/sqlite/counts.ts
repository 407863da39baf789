import type { Counts, MinuteCount } from "../../ledger/counts.ts";
import { type CountPlace, type CountRow, toCountRows } from "../count-rows.ts";
import type { SumChanges, SummedLog } from "../sum-changes.ts";
import { atPlace, countTables, eachTable, placeValues, upsertInto } from "./count-tables.ts";
import type { Connection } from "./sqlite.ts";
import { prepared } from "./statements.ts";
import { upsert } from "./upsert.ts";

/**
 * Adds counts to a generation inside the caller's transaction. When the generation replaces another one, occurrences that
 * the other has counted in the same minute are not added again; with `remember` the table `again` keeps them.
 */
export function addCounts(
  db: Connection,
  generation: number,
  counts: Counts,
  remember: boolean,
  sums: SumChanges,
): { readonly added: readonly CountRow[]; readonly again: readonly MinuteCount[] } {
  const rows = toCountRows(counts);
  if (rows.length === 0) return { added: [], again: [] };
  const log = summedLog(db, generation);
  const meet = createMeet(db, generation);
  const added: CountRow[] = [];
  const again: MinuteCount[] = [];
  const values = eachTable((): (string | number)[] => []);
  for (const row of rows) {
    const met = meet?.(row, remember) ?? 0;
    if (met > 0 && row.kind === "counts") again.push({ minute: row.minute, code: row.code, n: met });
    if (row.n === met) continue;
    const n = row.n - met;
    added.push(met === 0 ? row : { ...row, n });
    values[row.kind].push(...placeValues(generation, row), n);
    sums.add(log, row, n);
  }
  for (const { kind, subject } of countTables)
    upsert(db, kind, { columns: subject === null ? 4 : 5, update: "n = n + excluded.n" }, values[kind]);
  return { added, again };
}

// Texts that are made once, because they are the keys of prepared statements.
const putSql = eachTable((table) => upsertInto(table, "excluded.n"));
const countedSql = eachTable((table) => `SELECT n FROM ${table.kind} WHERE ${atPlace(table)}`);
const removeSql = eachTable((table) => `DELETE FROM ${table.kind} WHERE ${atPlace(table)}`);
const removeAllSql = eachTable(
  ({ kind, subject }) => `DELETE FROM ${kind} WHERE generation_id = ?
    RETURNING '${kind}' AS kind, minute, code, ${subject ?? "''"} AS subject, n`,
);

/** Takes counts away again. */
export function takeBack(db: Connection, generation: number, counts: Counts, sums: SumChanges): void {
  const log = summedLog(db, generation);
  for (const row of toCountRows(counts)) {
    const before = countAt(db, generation, row);
    putAt(db, log, row, before, Math.max(0, before - row.n), sums);
  }
}

/** Sets the occurrences at a place of a generation: those counted here, and those met again. Zeros are removed. */
export function putCount(
  db: Connection,
  log: SummedLog,
  row: CountPlace,
  { n, again }: { readonly n: number; readonly again: number },
  sums: SumChanges,
): void {
  const { generation } = log;
  putAt(db, log, row, countAt(db, generation, row), n, sums);
  const key = againKey(generation, row);
  if (again > 0)
    prepared(db, "INSERT INTO again VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET n = excluded.n").run(
      ...key,
      again,
    );
  else prepared(db, `DELETE FROM again WHERE ${inAgain}`).run(...key);
}

/** Removes what is counted in a generation. */
export function removeCounts(db: Connection, generation: number, sums: SumChanges): void {
  const log = summedLog(db, generation);
  for (const { kind } of countTables) {
    const removed = prepared<[number], CountRow>(db, removeAllSql[kind]).all(generation);
    for (const row of removed) sums.add(log, row, -row.n, true);
  }
}

/** A generation with the id of its source. */
export function summedLog(db: Connection, generation: number): SummedLog {
  const find = prepared<[number], number>(db, "SELECT source_id FROM generations WHERE id = ?").pluck();
  return { generation, source: find.get(generation) ?? 0 };
}

function countAt(db: Connection, generation: number, row: CountPlace): number {
  const find = prepared<unknown[], number>(db, countedSql[row.kind]).pluck();
  return find.get(...placeValues(generation, row)) ?? 0;
}

function putAt(db: Connection, log: SummedLog, row: CountPlace, before: number, after: number, sums: SumChanges): void {
  if (before === after) return;
  const place = placeValues(log.generation, row);
  if (after > 0) prepared(db, putSql[row.kind]).run(...place, after);
  else prepared(db, removeSql[row.kind]).run(...place);
  sums.add(log, row, after - before, after <= 0);
}

/**
 * Returns a function for the occurrences of a row that earlier generations of the log have counted and this one has not
 * met yet. Undefined for a generation that replaces none.
 */
function createMeet(db: Connection, generation: number): ((row: CountRow, remember: boolean) => number) | undefined {
  const replaces = prepared<[number], number | null>(db, "SELECT replaces FROM generations WHERE id = ?").pluck();
  const replaced = replaces.get(generation);
  if (typeof replaced !== "number") return undefined;
  const met = prepared<unknown[], number>(db, `SELECT n FROM again WHERE ${inAgain}`).pluck();
  const write = prepared(
    db,
    "INSERT INTO again VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n",
  );
  return (row, remember) => {
    const own = againKey(generation, row);
    const there = countAt(db, replaced, row) + (met.get(...againKey(replaced, row)) ?? 0);
    const n = Math.min(row.n, Math.max(0, there - (met.get(...own) ?? 0)));
    if (n > 0 && remember) write.run(...own, n);
    return n;
  };
}

const inAgain = "generation_id = ? AND kind = ? AND minute = ? AND code = ? AND subject = ?";

function againKey(generation: number, { kind, minute, code, subject }: CountPlace): (string | number)[] {
  return [generation, kind, minute, code, subject];
}
