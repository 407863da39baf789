import { type CountKind, type CountRow, keyOfPlace } from "../count-rows.ts";
import type { SumChanges, SummedLog } from "../sum-changes.ts";
import type { Connection } from "./database.ts";

export const countKinds = ["counts", "endpoints", "operations"] as const satisfies readonly CountKind[];

/** The column that differs between the rows of a minute and code in a table of counts. */
const subjectOf = { counts: null, endpoints: "endpoint", operations: "operation" } as const satisfies Record<
  CountKind,
  string | null
>;

/** Adds rows to a generation; negative numbers take away. Rows of nothing are removed. */
export async function addRows(
  db: Connection,
  log: SummedLog,
  rows: readonly CountRow[],
  sums: SumChanges,
): Promise<void> {
  const changes = addedUp(rows);
  const less = changes.filter(({ n }) => n < 0);
  const before = await countsAt(db, log.generation, less);
  for (const row of changes) {
    const there = row.n < 0 ? (before.get(keyOfPlace(row)) ?? 0) : 0;
    const isEmptied = there > 0 && there + row.n <= 0;
    sums.add(log, row, Math.max(row.n, -there), isEmptied);
  }
  await upsertRows(db, log.generation, changes, (kind) => `${kind}.n + excluded.n`);
}

/** Overwrites rows of a generation. */
export async function putRows(
  db: Connection,
  log: SummedLog,
  rows: readonly CountRow[],
  sums: SumChanges,
): Promise<void> {
  const before = await countsAt(db, log.generation, rows);
  for (const row of rows) sums.add(log, row, row.n - (before.get(keyOfPlace(row)) ?? 0), row.n <= 0);
  await upsertRows(db, log.generation, rows, () => "excluded.n");
}

/** Removes what is counted in a generation. */
export async function removeRows(db: Connection, log: SummedLog, sums: SumChanges): Promise<void> {
  for (const kind of countKinds) {
    const removed = await db.rows<CountRow>(
      `DELETE FROM ${kind} WHERE generation_id = $1
       RETURNING '${kind}' AS kind, minute, code, ${subjectOf[kind] ?? "''"} AS subject, n`,
      [log.generation],
    );
    for (const row of removed) sums.add(log, row, -row.n, true);
  }
}

/** A generation with the id of its source. */
export async function summedLog(db: Connection, generation: number): Promise<SummedLog> {
  const [row] = await db.rows<{ source: number }>("SELECT source_id AS source FROM generations WHERE id = $1", [
    generation,
  ]);
  return { generation, source: row?.source ?? 0 };
}

/** One row for each place, with the sum. */
function addedUp(rows: readonly CountRow[]): CountRow[] {
  const sums = new Map<string, CountRow>();
  for (const row of rows) {
    const key = keyOfPlace(row);
    sums.set(key, { ...row, n: row.n + (sums.get(key)?.n ?? 0) });
  }
  return [...sums.values()];
}

/** The occurrences that a generation has at these places, by key. */
async function countsAt(
  db: Connection,
  generation: number,
  places: readonly CountRow[],
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const kind of countKinds) {
    const some = places.filter((row) => row.kind === kind);
    if (some.length === 0) continue;
    const subject = subjectOf[kind] ?? "''";
    const found = await db.rows<CountRow>(
      `SELECT '${kind}' AS kind, minute, code, ${subject} AS subject, n FROM ${kind}
       JOIN unnest($2::bigint[], $3::bigint[], $4::text[]) AS r (m, c, s) ON minute = m AND code = c AND ${subject} = s
       WHERE generation_id = $1`,
      [generation, ...columnsOf(some).slice(0, 3)],
    );
    for (const row of found) counts.set(keyOfPlace(row), row.n);
  }
  return counts;
}

/** Adds to what a generation shares with the one that it replaces. */
export async function addAgain(db: Connection, generation: number, rows: readonly CountRow[]): Promise<void> {
  await upsertAgain(db, generation, rows, "again.n + excluded.n");
}

/** Overwrites what a generation shares with the one that it replaces. */
export async function putAgain(db: Connection, generation: number, rows: readonly CountRow[]): Promise<void> {
  await upsertAgain(db, generation, rows, "excluded.n");
}

/** In one statement of each table, which adds up first and writes in the order of the keys: so writers do not cross. */
async function upsertRows(
  db: Connection,
  generation: number,
  rows: readonly CountRow[],
  update: (kind: CountKind) => string,
): Promise<void> {
  for (const kind of countKinds) {
    const some = rows.filter((row) => row.kind === kind);
    if (some.length === 0) continue;
    const subject = subjectOf[kind];
    const columns = subject === null ? "minute, code" : `minute, code, ${subject}`;
    const keys = subject === null ? "m, c" : "m, c, s";
    await db.rows(
      `INSERT INTO ${kind} (generation_id, ${columns}, n)
       SELECT $1::bigint, ${keys}, sum(d) FROM unnest($2::bigint[], $3::bigint[], $4::text[], $5::bigint[]) AS r (m, c, s, d)
       GROUP BY ${keys} ORDER BY ${keys}
       ON CONFLICT (generation_id, ${columns}) DO UPDATE SET n = ${update(kind)}`,
      [generation, ...columnsOf(some)],
    );
    if (some.some(({ n }) => n <= 0)) {
      const minutes = some.filter(({ n }) => n <= 0).map(({ minute }) => minute);
      await db.rows(`DELETE FROM ${kind} WHERE generation_id = $1 AND minute = ANY ($2::bigint[]) AND n <= 0`, [
        generation,
        minutes,
      ]);
    }
  }
}

async function upsertAgain(
  db: Connection,
  generation: number,
  rows: readonly CountRow[],
  update: string,
): Promise<void> {
  if (rows.length === 0) return;
  await db.rows(
    `INSERT INTO again (generation_id, kind, minute, code, subject, n)
     SELECT $1::bigint, k, m, c, s, sum(d)
     FROM unnest($2::bigint[], $3::bigint[], $4::text[], $5::bigint[], $6::text[]) AS r (m, c, s, d, k)
     GROUP BY k, m, c, s ORDER BY k, m, c, s
     ON CONFLICT (generation_id, kind, minute, code, subject) DO UPDATE SET n = ${update}`,
    [generation, ...columnsOf(rows), rows.map(({ kind }) => kind)],
  );
  if (rows.some(({ n }) => n <= 0))
    await db.rows("DELETE FROM again WHERE generation_id = $1 AND n <= 0", [generation]);
}

function columnsOf(rows: readonly CountRow[]): readonly (readonly (string | number)[])[] {
  return [
    rows.map(({ minute }) => minute),
    rows.map(({ code }) => code),
    rows.map(({ subject }) => subject),
    rows.map(({ n }) => n),
  ];
}
