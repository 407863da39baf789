import type { Counts } from "../../ledger/counts.ts";
import type { Connection } from "./connection.ts";
import { countTables, placeOf, rowsOf, whereOf } from "./counts.ts";
import { prepared } from "./statements.ts";

/** What a generation's log holds in one minute or on one day. */
export interface HeldRow {
  readonly kind: string;
  /** Minute or day. */
  readonly time: number;
  readonly code: number;
  /** Endpoint or operation. */
  readonly subject: string;
  /** Occurrences in the log. */
  readonly n: number;
  /** How many of them are counted in the generation that this one replaces. */
  readonly again: number;
}

/** Rows of what a generation holds; its id stands for each `?`. */
export const selectHeld = `SELECT kind, time, code, subject, sum(n) AS n, sum(again) AS again FROM (
  ${countTables
    .map(({ table, time, subject }) => {
      const named = `'${table}' AS kind, ${time} AS time, code, ${subject ?? "''"} AS subject, n, 0 AS again`;
      return `SELECT ${named} FROM ${table} WHERE generation_id = ? UNION ALL`;
    })
    .join(" ")}
  SELECT kind, time, code, subject, n, n FROM again WHERE generation_id = ?
) GROUP BY kind, time, code, subject`;

/** How often the id stands in it. */
export const idsInSelectHeld = countTables.length + 1;

/** The rows of a generation of this store. */
export function heldBy(db: Connection, generation: number): HeldRow[] {
  return prepared<number[], HeldRow>(db, selectHeld).all(...Array(idsInSelectHeld).fill(generation));
}

/**
 * Lets a generation hold the larger of what it holds and of these rows, inside the caller's transaction. What the
 * generation that it replaces holds too stays counted there, and so it is for those that replace this one. Returns how
 * many more occurrences are counted in all of them.
 */
export function holdLarger(db: Connection, generation: number, rows: readonly HeldRow[]): number {
  const { replaces, unfinished } = prepared<[number], Place>(
    db,
    "SELECT replaces, unfinished FROM generations WHERE id = ?",
  ).get(generation) as Place;
  const before = byKey(heldBy(db, generation));
  const there = byKey(replaces === null ? [] : heldBy(db, replaces));
  const open = openRows(unfinished);
  const larger = [...byKey(rows)].filter(([key, row]) => row.n > (before.get(key)?.n ?? 0));
  let isChanged = false;
  let more = 0;
  for (const [key, row] of new Map([...before, ...larger])) {
    // As when it was counted: an unfinished line is taken back as what it added, so that stays where it is.
    const again = Math.min(Math.max(0, row.n - (open.get(key) ?? 0)), there.get(key)?.n ?? 0);
    const old = before.get(key);
    if (old?.n === row.n && old.again === again) continue;
    write(db, generation, { ...row, again });
    isChanged = true;
    if (row.kind === "counts") more += row.n - again - ((old?.n ?? 0) - (old?.again ?? 0));
  }
  return isChanged ? more + holdNext(db, generation) : more;
}

/** The same for those that replace a generation, when what it holds has changed; they are younger than it. */
export function holdNext(db: Connection, generation: number): number {
  const next = prepared<number[], number>(
    db,
    `SELECT id FROM generations WHERE id > ? AND replaces = ?
     AND source_id = (SELECT source_id FROM generations WHERE id = ?)`,
  ).pluck();
  return next.all(generation, generation, generation).reduce((more, id) => more + holdLarger(db, id, []), 0);
}

interface Place {
  readonly replaces: number | null;
  readonly unfinished: string;
}

function byKey(rows: readonly HeldRow[]): Map<string, HeldRow> {
  return new Map(rows.map((row) => [keyOf(row.kind, row), row]));
}

function keyOf(kind: string, { time, code, subject }: Pick<HeldRow, "time" | "code" | "subject">): string {
  return `${kind} ${time} ${code} ${subject}`;
}

/** What the unfinished line has added, by key. */
function openRows(unfinished: string): Map<string, number> {
  const rows = rowsOf(JSON.parse(unfinished) as Counts);
  return new Map(countTables.flatMap(({ table }) => rows[table].map((row) => [keyOf(table, row), row.n] as const)));
}

function write(db: Connection, generation: number, row: HeldRow): void {
  const { time, code, subject, n, again } = row;
  for (const kind of countTables) {
    if (kind.table === row.kind) put(db, kind.table, whereOf(kind), [generation, ...placeOf(kind, row)], n - again);
  }
  const place = "kind = ? AND time = ? AND code = ? AND subject = ?";
  put(db, "again", place, [generation, row.kind, time, code, subject], again);
}

/** Sets the n of a row, which is there only while it is more than 0. */
function put(db: Connection, table: string, where: string, place: readonly (string | number)[], n: number): void {
  if (n > 0) {
    const values = [...place, n].map(() => "?").join(", ");
    prepared(db, `INSERT INTO ${table} VALUES (${values}) ON CONFLICT DO UPDATE SET n = excluded.n`).run(...place, n);
  } else prepared(db, `DELETE FROM ${table} WHERE generation_id = ? AND ${where}`).run(...place);
}
