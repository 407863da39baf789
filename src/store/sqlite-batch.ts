import { createHash } from "node:crypto";
import type { Batch, Beginning, Counts, Generation } from "./index.ts";
import type { Connection } from "./sqlite.ts";
import { writeSamples } from "./sqlite-samples.ts";

/** A run as its store remembers it between batches; `id` is null until its row is written. */
export interface Run {
  readonly started: number;
  readonly id: number | null;
}

/** Applies a batch inside the caller's transaction; null when another process was faster, and then nothing is written. */
export function writeBatch(
  db: Connection,
  batch: Batch,
  run: Run,
  options: { readonly version: string; readonly maxSamplesPerCode: number },
): { readonly generation: number; readonly run: number } | null {
  const stored = batch.generation === null ? null : readUnfinished(db, batch.generation, batch.from);
  if (stored === undefined || (batch.generation === null && wasBegunElsewhere(db, batch))) return null;
  const runId = writeRun(db, batch, run, options.version);
  const generation = writeGeneration(db, batch, runId);
  if (stored !== null) takeBack(db, generation, stored);
  add(db, generation, batch.counts);
  add(db, generation, batch.unfinished);
  writeSamples(db, generation, batch, options.maxSamplesPerCode);
  return { generation, run: runId };
}

/** What the store knows about a log that begins with these bytes. */
export function readBeginning(db: Connection, head: string): Beginning {
  const lengths = db
    .prepare<[number], number>(
      "SELECT DISTINCT head_bytes FROM generations WHERE head_bytes BETWEEN 1 AND ? ORDER BY 1",
    )
    .pluck()
    .all(head.length);
  const select = db.prepare<[number, string], GenerationRow>(
    `SELECT generations.*, host, name FROM generations JOIN sources ON sources.id = source_id
     WHERE head_bytes = ? AND head_hash = ?`,
  );
  const running = createHash("sha256");
  let hashed = 0;
  const generations = lengths.flatMap((length) => {
    running.update(head.slice(hashed, length), "latin1");
    hashed = length;
    return select.all(length, running.copy().digest("hex")).map(toGeneration);
  });
  const newest = db.prepare<[], number>("SELECT coalesce(max(id), 0) FROM generations").pluck().get() ?? 0;
  return { generations: generations.sort((a, b) => b.position - a.position || b.id - a.id), newest };
}

interface GenerationRow {
  readonly id: number;
  readonly host: string;
  readonly name: string;
  readonly position: number;
  readonly head_bytes: number;
  readonly head_hash: string;
  readonly window_bytes: number;
  readonly window_hash: string;
  readonly unfinished: string;
}

function toGeneration(row: GenerationRow): Generation {
  return {
    id: row.id,
    source: { host: row.host, name: row.name },
    position: row.position,
    head: { bytes: row.head_bytes, hash: row.head_hash },
    window: { bytes: row.window_bytes, hash: row.window_hash },
    unfinished: JSON.parse(row.unfinished) as Counts,
  };
}

function readUnfinished(db: Connection, generation: number, position: number): Counts | undefined {
  const json = db
    .prepare<[number, number], string>("SELECT unfinished FROM generations WHERE id = ? AND position = ?")
    .pluck()
    .get(generation, position);
  return json === undefined ? undefined : (JSON.parse(json) as Counts);
}

function wasBegunElsewhere(db: Connection, { newest, head, source }: Batch): boolean {
  const rival = db.prepare(
    `SELECT 1 FROM generations JOIN sources ON sources.id = source_id
     WHERE generations.id > ? AND ((head_bytes = ? AND head_hash = ?) OR (min(head_bytes, ?) > 0 AND host = ? AND name = ?))`,
  );
  return rival.get(newest, head.bytes, head.hash, head.bytes, source.host, source.name) !== undefined;
}

function writeRun(db: Connection, batch: Batch, run: Run, version: string): number {
  const figures = [batch.bytes, batch.lines, batch.occurrences, batch.lostBytes] as const;
  if (run.id === null) {
    const insert = db.prepare(
      "INSERT INTO runs (started, bytes, lines, occurrences, lost_bytes, version) VALUES (?, ?, ?, ?, ?, ?)",
    );
    return Number(insert.run(run.started, ...figures, version).lastInsertRowid);
  }
  db.prepare(
    `UPDATE runs SET bytes = bytes + ?, lines = lines + ?, occurrences = occurrences + ?, lost_bytes = lost_bytes + ?
     WHERE id = ?`,
  ).run(...figures, run.id);
  return run.id;
}

function writeGeneration(db: Connection, batch: Batch, run: number): number {
  const { source, head, window } = batch;
  const marks = [head.bytes, head.hash, batch.to, window.bytes, window.hash, JSON.stringify(batch.unfinished), run];
  if (batch.generation !== null) {
    db.prepare(
      `UPDATE generations SET head_bytes = ?, head_hash = ?, position = ?, window_bytes = ?, window_hash = ?,
       unfinished = ?, run_id = ? WHERE id = ?`,
    ).run(...marks, batch.generation);
    return batch.generation;
  }
  db.prepare("INSERT INTO sources (host, name) VALUES (?, ?) ON CONFLICT DO NOTHING").run(source.host, source.name);
  const insert = db.prepare(
    `INSERT INTO generations (head_bytes, head_hash, position, window_bytes, window_hash, unfinished, run_id, source_id)
     SELECT ?, ?, ?, ?, ?, ?, ?, id FROM sources WHERE host = ? AND name = ?`,
  );
  return Number(insert.run(...marks, source.host, source.name).lastInsertRowid);
}

/** The tables of counts, and the columns that make a row of each. */
function tablesOf(counts: Counts) {
  return [
    { table: "counts", key: ["minute", "code"], rows: counts.minutes.map((row) => [row.minute, row.code, row.n]) },
    {
      table: "endpoints",
      key: ["day", "code", "endpoint"],
      rows: counts.endpoints.map((row) => [row.day, row.code, row.endpoint, row.n]),
    },
    {
      table: "operations",
      key: ["day", "code", "operation"],
      rows: counts.operations.map((row) => [row.day, row.code, row.operation, row.n]),
    },
  ];
}

function takeBack(db: Connection, generation: number, counts: Counts): void {
  for (const { table, key, rows } of tablesOf(counts)) {
    const place = ["generation_id", ...key].map((column) => `${column} = ?`).join(" AND ");
    const less = db.prepare(`UPDATE ${table} SET n = n - ? WHERE ${place}`);
    const none = db.prepare(`DELETE FROM ${table} WHERE ${place} AND n <= 0`);
    for (const row of rows) {
      less.run(row.at(-1), generation, ...row.slice(0, -1));
      none.run(generation, ...row.slice(0, -1));
    }
  }
}

function add(db: Connection, generation: number, counts: Counts): void {
  for (const { table, key, rows } of tablesOf(counts)) {
    const columns = ["generation_id", ...key, "n"];
    const insert = db.prepare(
      `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})
       ON CONFLICT DO UPDATE SET n = n + excluded.n`,
    );
    for (const row of rows) insert.run(generation, ...row);
  }
}
