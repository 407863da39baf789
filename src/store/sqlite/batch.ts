import type { Batch, Committed } from "../../ledger/batch.ts";
import type { Counts } from "../../ledger/counts.ts";
import { occurrencesIn } from "../../ledger/sums.ts";
import { toCounts } from "../count-rows.ts";
import { countsFrom } from "../queries/stored-json.ts";
import { SumChanges } from "../sum-changes.ts";
import { addCounts, takeBack } from "./counts.ts";
import { insertGeneration, updateGeneration } from "./generations.ts";
import { keepFew, writeSamples } from "./samples.ts";
import type { Connection } from "./sqlite.ts";
import { prepared } from "./statements.ts";
import { writeSums } from "./sums.ts";

/** A run between its batches; `id` is null until its row is written. */
export interface Run {
  readonly started: number;
  readonly id: number | null;
}

/**
 * Applies batches inside the caller's transaction. `committed` has null for a batch that was not written, because
 * another process was faster; `runs` are the runs that have rows now, by their numbers.
 */
export function writeBatches(
  db: Connection,
  batches: readonly Batch[],
  runs: readonly Run[],
  options: { readonly version: string; readonly maxSamplesPerCode: number },
): { readonly committed: readonly (Committed | null)[]; readonly runs: ReadonlyMap<number, Run> } {
  const begun = new Map<number, Run>();
  const sampled = new Set<number>();
  const sums = new SumChanges();
  const committed = batches.map((batch) => {
    const run = begun.get(batch.run) ?? runs[batch.run];
    if (run === undefined) throw new Error(`run ${batch.run} was never begun`);
    const written = writeBatch(db, batch, run, options.version, sums);
    if (written === null) return null;
    begun.set(batch.run, { ...run, id: written.run });
    for (const { code } of batch.samples) sampled.add(code);
    return { generation: written.generation, taken: written.taken, again: written.again };
  });
  writeSums(db, sums);
  keepFew(db, sampled, options.maxSamplesPerCode);
  return { committed, runs: begun };
}

/** Null when another process was faster, and then nothing is written. */
function writeBatch(
  db: Connection,
  batch: Batch,
  run: Run,
  version: string,
  sums: SumChanges,
): (Committed & { readonly run: number }) | null {
  const stored = batch.generation === null ? null : readUnfinished(db, batch.generation, batch.from);
  if (stored === undefined || (batch.generation === null && wasBegunElsewhere(db, batch))) return null;
  const taken = stored?.minutes ?? [];
  const occurrences =
    occurrencesIn(batch.counts.minutes) + occurrencesIn(batch.unfinished.minutes) - occurrencesIn(taken);
  const runId = writeRun(db, batch, occurrences, run, version);
  const generation = writeGeneration(db, batch, runId);
  if (stored !== null) takeBack(db, generation, stored, sums);
  const { again } = addCounts(db, generation, batch.counts, true, sums);
  // What an unfinished line met again is not remembered: the line will be read again.
  const unfinished = addCounts(db, generation, batch.unfinished, false, sums);
  prepared(db, "UPDATE generations SET unfinished = ? WHERE id = ?").run(
    JSON.stringify(toCounts(unfinished.added)),
    generation,
  );
  const met = [...again, ...unfinished.again];
  if (met.length > 0) takeFromRun(db, runId, occurrencesIn(met));
  writeSamples(db, generation, batch);
  return { generation, taken, again: met, run: runId };
}

function readUnfinished(db: Connection, generation: number, position: number): Counts | undefined {
  const json = prepared<[number, number], string>(
    db,
    "SELECT unfinished FROM generations WHERE id = ? AND position = ?",
  )
    .pluck()
    .get(generation, position);
  return json === undefined ? undefined : countsFrom(json);
}

function wasBegunElsewhere(db: Connection, { newest, head, source }: Batch): boolean {
  const rival = prepared(
    db,
    `SELECT 1 FROM generations JOIN sources ON sources.id = source_id
     WHERE generations.id > ? AND ((head_bytes = ? AND head_hash = ?) OR (min(head_bytes, ?) > 0 AND host = ? AND name = ?))`,
  );
  return rival.get(newest, head.bytes, head.hash, head.bytes, source.host, source.name) !== undefined;
}

function writeRun(db: Connection, batch: Batch, occurrences: number, run: Run, version: string): number {
  const { bytes, lines, lostBytes, setAside = 0, lostMessages = 0 } = batch;
  const figures = [bytes, lines, occurrences, lostBytes, setAside, lostMessages] as const;
  if (run.id === null) {
    const insert = prepared(
      db,
      "INSERT INTO runs (started, bytes, lines, occurrences, lost_bytes, set_aside, lost_messages, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    );
    return Number(insert.run(run.started, ...figures, version).lastInsertRowid);
  }
  prepared(
    db,
    `UPDATE runs SET bytes = bytes + ?, lines = lines + ?, occurrences = occurrences + ?, lost_bytes = lost_bytes + ?,
       set_aside = set_aside + ?, lost_messages = lost_messages + ? WHERE id = ?`,
  ).run(...figures, run.id);
  return run.id;
}

function takeFromRun(db: Connection, run: number, occurrences: number): void {
  prepared(db, "UPDATE runs SET occurrences = occurrences - ? WHERE id = ?").run(occurrences, run);
}

function writeGeneration(db: Connection, batch: Batch, run: number): number {
  const generation = { ...batch, run };
  if (batch.generation !== null) {
    updateGeneration(db, batch.generation, generation);
    return batch.generation;
  }
  const id = insertGeneration(db, batch.source, generation, batch.replaces);
  prepared(db, "INSERT INTO identities VALUES (lower(hex(randomblob(16))), ?)").run(id);
  return id;
}
