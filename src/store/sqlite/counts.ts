import type { Counts, MinuteCount } from "../../ledger/counts.ts";
import type { Connection } from "./connection.ts";
import { prepared } from "./statements.ts";

/** A row of any table of counts. */
interface Row {
  /** Minute or day. */
  readonly time: number;
  readonly code: number;
  /** Endpoint or operation. */
  readonly subject: string;
  readonly n: number;
}

/** The tables of counts: what a row is called in each. */
export const countTables = [
  { table: "counts", time: "minute", subject: null },
  { table: "endpoints", time: "day", subject: "endpoint" },
  { table: "operations", time: "day", subject: "operation" },
] as const;

type CountTable = (typeof countTables)[number];

/**
 * Adds counts to a generation inside the caller's transaction. When the generation replaces another one, what the other
 * has counted in the same minute (or day) is not added again; `remember` keeps account of it.
 */
export function addCounts(
  db: Connection,
  generation: number,
  counts: Counts,
  remember: boolean,
): { readonly added: Counts; readonly again: readonly MinuteCount[] } {
  const replaces = prepared<[number], number | null>(db, "SELECT replaces FROM generations WHERE id = ?")
    .pluck()
    .get(generation);
  const added = { counts: [] as Row[], endpoints: [] as Row[], operations: [] as Row[] };
  const again: MinuteCount[] = [];
  const rows = rowsOf(counts);
  for (const kind of countTables) {
    if (rows[kind.table].length === 0) continue;
    const insert = prepared(
      db,
      `INSERT INTO ${kind.table} VALUES (${kind.subject === null ? "?, ?, ?, ?" : "?, ?, ?, ?, ?"})
       ON CONFLICT DO UPDATE SET n = n + excluded.n`,
    );
    const meet = typeof replaces === "number" ? createMeet(db, kind, generation, replaces) : () => 0;
    for (const row of rows[kind.table]) {
      const met = meet(row, remember);
      if (met > 0 && kind.table === "counts") again.push({ minute: row.time, code: row.code, n: met });
      if (row.n === met) continue;
      added[kind.table].push({ ...row, n: row.n - met });
      insert.run(generation, ...placeOf(kind, row), row.n - met);
    }
  }
  return { added: toCounts(added), again };
}

/** Takes counts away again. */
export function takeBack(db: Connection, generation: number, counts: Counts): void {
  for (const kind of countTables) {
    const where = `WHERE generation_id = ? AND ${whereOf(kind)}`;
    const less = prepared(db, `UPDATE ${kind.table} SET n = n - ? ${where}`);
    const none = prepared(db, `DELETE FROM ${kind.table} ${where} AND n <= 0`);
    for (const row of rowsOf(counts)[kind.table]) {
      less.run(row.n, generation, ...placeOf(kind, row));
      none.run(generation, ...placeOf(kind, row));
    }
  }
}

/** Tells how much of a row the replaced generation, or those that it replaced, have counted and nobody has met yet. */
function createMeet(db: Connection, kind: CountTable, generation: number, replaced: number) {
  const counted = prepared<unknown[], number>(
    db,
    `SELECT n FROM ${kind.table} WHERE generation_id = ? AND ${whereOf(kind)}`,
  ).pluck();
  const place = "generation_id = ? AND kind = ? AND time = ? AND code = ? AND subject = ?";
  const met = prepared<unknown[], number>(db, `SELECT n FROM again WHERE ${place}`).pluck();
  const write = prepared(
    db,
    "INSERT INTO again VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n",
  );
  return (row: Row, remember: boolean): number => {
    const key = [kind.table, row.time, row.code, row.subject];
    const there = (counted.get(replaced, ...placeOf(kind, row)) ?? 0) + (met.get(replaced, ...key) ?? 0);
    const n = Math.min(row.n, Math.max(0, there - (met.get(generation, ...key) ?? 0)));
    if (n > 0 && remember) write.run(generation, ...key, n);
    return n;
  };
}

/** Where a row of a table stands in its generation; `placeOf` has the values. */
export function whereOf({ time, subject }: CountTable): string {
  return `${time} = ? AND code = ?${subject === null ? "" : ` AND ${subject} = ?`}`;
}

/** The values for `whereOf`. */
export function placeOf({ subject }: CountTable, row: Omit<Row, "n">): (string | number)[] {
  return subject === null ? [row.time, row.code] : [row.time, row.code, row.subject];
}

/** Counts as rows of their tables. */
export function rowsOf({ minutes, endpoints, operations }: Counts): Record<CountTable["table"], readonly Row[]> {
  return {
    counts: minutes.map(({ minute, code, n }) => ({ time: minute, code, subject: "", n })),
    endpoints: endpoints.map(({ day, code, endpoint, n }) => ({ time: day, code, subject: endpoint, n })),
    operations: operations.map(({ day, code, operation, n }) => ({ time: day, code, subject: operation, n })),
  };
}

function toCounts({ counts, endpoints, operations }: Record<CountTable["table"], readonly Row[]>): Counts {
  return {
    minutes: counts.map(({ time, code, n }) => ({ minute: time, code, n })),
    endpoints: endpoints.map(({ time, code, subject, n }) => ({ day: time, code, endpoint: subject, n })),
    operations: operations.map(({ time, code, subject, n }) => ({ day: time, code, operation: subject, n })),
  };
}
