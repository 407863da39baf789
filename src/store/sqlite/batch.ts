import type { Batch, Committed } from "../../ledger/batch.ts";
import type { Counts } from "../../ledger/counts.ts";
import { logStem } from "../../log/log-name.ts";
import type { Connection } from "./connection.ts";
import { addCounts, takeBack } from "./counts.ts";
import { keepFew, writeSamples } from "./samples.ts";
import { prepared } from "./statements.ts";

/** A run as its store remembers it between batches; `id` is null until its row is written. */
export interface Run {
  readonly started: number;
  readonly id: number | null;
}

/**
 * Applies batches inside the caller's transaction. Of each tells what became of it, null when another process was faster
 * and nothing of it is written; `runs` are those whose rows are there now, by their numbers.
 */
export function writeBatches(
  db: Connection,
  batches: readonly Batch[],
  runs: readonly Run[],
  options: { readonly version: string; readonly maxSamplesPerCode: number },
): { readonly committed: readonly (Committed | null)[]; readonly runs: ReadonlyMap<number, Run> } {
  const begun = new Map<number, Run>();
  const sampled = new Set<number>();
  const committed = batches.map((batch) => {
    const run = begun.get(batch.run) ?? runs[batch.run];
    if (run === undefined) throw new Error(`run ${batch.run} was never begun`);
    const written = writeBatch(db, batch, run, options.version);
    if (written === null) return null;
    begun.set(batch.run, { ...run, id: written.run });
    for (const { code } of batch.samples) sampled.add(code);
    return { generation: written.generation, again: written.again };
  });
  keepFew(db, sampled, options.maxSamplesPerCode);
  return { committed, runs: begun };
}

/** Null when another process was faster, and then nothing is written. */
function writeBatch(
  db: Connection,
  batch: Batch,
  run: Run,
  version: string,
): (Committed & { readonly run: number }) | null {
  const stored = batch.generation === null ? null : readUnfinished(db, batch.generation, batch.from);
  if (stored === undefined || (batch.generation === null && wasBegunElsewhere(db, batch))) return null;
  const runId = writeRun(db, batch, run, version);
  const generation = writeGeneration(db, batch, runId);
  if (stored !== null) takeBack(db, generation, stored);
  const { again } = addCounts(db, generation, batch.counts, true);
  // What an unfinished line holds of the generation before is not remembered: the line will be read again.
  const unfinished = addCounts(db, generation, batch.unfinished, false);
  prepared(db, "UPDATE generations SET unfinished = ? WHERE id = ?").run(JSON.stringify(unfinished.added), generation);
  const met = [...again, ...unfinished.again];
  if (met.length > 0)
    takeFromRun(
      db,
      runId,
      met.reduce((sum, { n }) => sum + n, 0),
    );
  writeSamples(db, generation, batch);
  return { generation, again: met, run: runId };
}

function readUnfinished(db: Connection, generation: number, position: number): Counts | undefined {
  const json = prepared<[number, number], string>(
    db,
    "SELECT unfinished FROM generations WHERE id = ? AND position = ?",
  )
    .pluck()
    .get(generation, position);
  return json === undefined ? undefined : (JSON.parse(json) as Counts);
}

function wasBegunElsewhere(db: Connection, { newest, head, source }: Batch): boolean {
  const rival = prepared(
    db,
    `SELECT 1 FROM generations JOIN sources ON sources.id = source_id
     WHERE generations.id > ? AND ((head_bytes = ? AND head_hash = ?) OR (min(head_bytes, ?) > 0 AND host = ? AND name = ?))`,
  );
  return rival.get(newest, head.bytes, head.hash, head.bytes, source.host, source.name) !== undefined;
}

function writeRun(db: Connection, batch: Batch, run: Run, version: string): number {
  const figures = [batch.bytes, batch.lines, batch.occurrences, batch.lostBytes] as const;
  if (run.id === null) {
    const insert = prepared(
      db,
      "INSERT INTO runs (started, bytes, lines, occurrences, lost_bytes, version) VALUES (?, ?, ?, ?, ?, ?)",
    );
    return Number(insert.run(run.started, ...figures, version).lastInsertRowid);
  }
  prepared(
    db,
    `UPDATE runs SET bytes = bytes + ?, lines = lines + ?, occurrences = occurrences + ?, lost_bytes = lost_bytes + ?
     WHERE id = ?`,
  ).run(...figures, run.id);
  return run.id;
}

function takeFromRun(db: Connection, run: number, occurrences: number): void {
  prepared(db, "UPDATE runs SET occurrences = occurrences - ? WHERE id = ?").run(occurrences, run);
}

function writeGeneration(db: Connection, batch: Batch, run: number): number {
  const { source, head, tail, checkpoint } = batch;
  const { position, lines, time, occurrences, reading, state } = checkpoint;
  const row = {
    head_bytes: head.bytes,
    head_hash: head.hash,
    position,
    window_bytes: tail.bytes,
    window_hash: tail.hash,
    lines,
    time,
    milestones: JSON.stringify(batch.milestones.map((milestone) => [milestone.position, milestone.hash])),
    resume: JSON.stringify({ reading, occurrences, state }),
    run_id: run,
  };
  const columns = Object.keys(row);
  if (batch.generation !== null) {
    const set = columns.map((column) => `${column} = @${column}`).join(", ");
    prepared(db, `UPDATE generations SET ${set} WHERE id = @id`).run({ ...row, id: batch.generation });
    return batch.generation;
  }
  const { host, name } = source;
  prepared(db, "INSERT INTO sources (host, name, stem) VALUES (?, ?, ?) ON CONFLICT DO NOTHING").run(
    host,
    name,
    logStem(name),
  );
  const insert = prepared(
    db,
    `INSERT INTO generations (${columns.join(", ")}, unfinished, replaces, source_id)
     SELECT ${columns.map((column) => `@${column}`).join(", ")}, '', @replaces, id FROM sources
     WHERE host = @host AND name = @name`,
  );
  const id = Number(insert.run({ ...row, replaces: batch.replaces, host, name }).lastInsertRowid);
  prepared(db, "INSERT INTO identities VALUES (lower(hex(randomblob(16))), ?)").run(id);
  return id;
}
