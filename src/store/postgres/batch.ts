import { randomUUID } from "node:crypto";
import type { Batch, Committed } from "../../ledger/batch.ts";
import type { Counts, MinuteCount } from "../../ledger/counts.ts";
import { occurrencesIn } from "../../ledger/sums.ts";
import { type CountRow, keyOfPlace, toCountRows, toCounts } from "../count-rows.ts";
import type { HeldRow } from "../exported.ts";
import { heldRows } from "../queries/export-questions.ts";
import { countsFrom } from "../queries/stored-json.ts";
import { SumChanges } from "../sum-changes.ts";
import { type Connection, rowsOf } from "./database.ts";
import { insertGeneration, updateGeneration } from "./generations.ts";
import { addAgain, addRows, summedLog } from "./rows.ts";
import { keepFew, writeSamples } from "./samples.ts";
import { writeSums } from "./sums.ts";

/** A run between its batches; `id` is null until its row is written. */
export interface Run {
  readonly started: number;
  readonly id: number | null;
}

export interface WrittenBatches {
  /** Null for a batch that was not written, because another process was faster. */
  readonly committed: readonly (Committed | null)[];
  /** The runs that have rows now, by their numbers. */
  readonly runs: ReadonlyMap<number, Run>;
}

/** Applies batches inside the caller's transaction, which has locked what they change. */
export async function writeBatches(
  db: Connection,
  batches: readonly Batch[],
  runs: readonly Run[],
  options: { readonly version: string; readonly maxSamplesPerCode: number; readonly name: string },
): Promise<WrittenBatches> {
  const begun = new Map<number, Run>();
  const sampled = new Set<number>();
  const committed: (Committed | null)[] = [];
  const sums = new SumChanges();
  for (const batch of batches) {
    const run = begun.get(batch.run) ?? runs[batch.run];
    if (run === undefined) throw new Error(`run ${batch.run} was never begun`);
    const written = await writeBatch(db, batch, run, options, sums);
    if (written === null) {
      committed.push(null);
      continue;
    }
    const { run: id, ...result } = written;
    committed.push(result);
    begun.set(batch.run, { ...run, id });
    for (const { code } of batch.samples) sampled.add(code);
  }
  await writeSums(db, sums);
  await keepFew(db, sampled, options.maxSamplesPerCode);
  return { committed, runs: begun };
}

async function writeBatch(
  db: Connection,
  batch: Batch,
  run: Run,
  { version, name }: { readonly version: string; readonly name: string },
  sums: SumChanges,
): Promise<(Committed & { readonly run: number }) | null> {
  const known = batch.generation === null ? null : await readKnown(db, batch.generation, batch.from);
  if (known === undefined || (batch.generation === null && (await wasBegunElsewhere(db, batch)))) return null;
  const replaces = known === null ? batch.replaces : known.replaces;
  const meet = replaces === null ? undefined : await createMeet(db, replaces, batch.generation);
  const counts = meetRows(toCountRows(batch.counts), meet);
  // What an unfinished line met again is not remembered: the line will be read again.
  const unfinished = meetRows(toCountRows(batch.unfinished), meet);
  const again = [...counts.again, ...unfinished.again].filter(({ kind }) => kind === "counts");
  const met = again.map(({ minute, code, n }): MinuteCount => ({ minute, code, n }));
  const taken = known === null ? null : countsFrom(known.unfinished);
  const occurrences =
    occurrencesIn([...batch.counts.minutes, ...batch.unfinished.minutes]) -
    occurrencesIn([...(taken?.minutes ?? []), ...met]);
  const runId = await writeRun(db, batch, run, { version, name, occurrences });
  const written = { ...batch, unfinished: toCounts(unfinished.added), run: runId };
  const generation = batch.generation ?? (await begin(db, batch, written));
  if (batch.generation !== null) await updateGeneration(db, generation, written);
  const rows = [...counts.added, ...unfinished.added, ...backRows(taken)];
  if (rows.length > 0) await addRows(db, await summedLog(db, generation), rows, sums);
  await addAgain(db, generation, counts.again);
  await writeSamples(db, generation, batch.samples);
  return { generation, taken: taken?.minutes ?? [], again: met, run: runId };
}

async function begin(db: Connection, batch: Batch, written: Parameters<typeof insertGeneration>[2]): Promise<number> {
  const id = await insertGeneration(db, batch.source, written, batch.replaces);
  await db.rows("INSERT INTO identities VALUES ($1, $2)", [randomUUID().replaceAll("-", ""), id]);
  return id;
}

interface Known {
  readonly unfinished: string;
  readonly replaces: number | null;
}

async function readKnown(db: Connection, generation: number, position: number): Promise<Known | undefined> {
  const [row] = await db.rows<Known>(
    "SELECT unfinished, replaces FROM generations WHERE id = $1 AND position = $2 FOR UPDATE",
    [generation, position],
  );
  return row;
}

async function wasBegunElsewhere(db: Connection, { newest, head, source }: Batch): Promise<boolean> {
  const rivals = await db.rows(
    `SELECT 1 FROM generations AS g JOIN sources AS s ON s.id = source_id
     WHERE g.id > $1 AND ((head_bytes = $2 AND head_hash = $3)
       OR (least(head_bytes, $2) > 0 AND host = $4 AND name = $5)) LIMIT 1`,
    [newest, head.bytes, head.hash, source.host, source.name],
  );
  return rivals.length > 0;
}

async function writeRun(
  db: Connection,
  batch: Batch,
  run: Run,
  { version, name, occurrences }: { readonly version: string; readonly name: string; readonly occurrences: number },
): Promise<number> {
  const { bytes, lines, lostBytes, setAside = 0, lostMessages = 0 } = batch;
  const figures = [bytes, lines, occurrences, lostBytes, setAside, lostMessages, name];
  if (run.id !== null) {
    await db.rows(
      `UPDATE runs SET bytes = bytes + $1, lines = lines + $2, occurrences = occurrences + $3, lost_bytes = lost_bytes + $4,
         set_aside = set_aside + $5, lost_messages = lost_messages + $6, last_commit = $7 WHERE id = $8`,
      [...figures, run.id],
    );
    return run.id;
  }
  const [row] = await db.rows<{ id: number }>(
    `INSERT INTO runs (bytes, lines, occurrences, lost_bytes, set_aside, lost_messages, last_commit, started, version)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
    [...figures, run.started, version],
  );
  return (row as { id: number }).id;
}

/** Rows that take counts back. */
function backRows(counts: Counts | null): CountRow[] {
  return counts === null ? [] : toCountRows(counts).map((row): CountRow => ({ ...row, n: -row.n }));
}

type Meet = (row: CountRow) => number;

/** Returns a function that takes, of a row, what the replaced generation has counted and this one has not met yet. */
async function createMeet(db: Connection, replaces: number, generation: number | null): Promise<Meet> {
  const left = new Map<string, number>();
  for (const row of await rowsOf<HeldRow>(db, heldRows(replaces))) left.set(keyOfPlace(row), row.n);
  const own = generation === null ? [] : await rowsOf<HeldRow>(db, heldRows(generation));
  for (const row of own) left.set(keyOfPlace(row), (left.get(keyOfPlace(row)) ?? 0) - row.again);
  return (row) => {
    const key = keyOfPlace(row);
    const n = Math.min(row.n, Math.max(0, left.get(key) ?? 0));
    left.set(key, (left.get(key) ?? 0) - n);
    return n;
  };
}

/** Divides rows into what is added and what was met again. */
function meetRows(rows: readonly CountRow[], meet: Meet | undefined): { added: CountRow[]; again: CountRow[] } {
  if (meet === undefined) return { added: [...rows], again: [] };
  const parts = rows.map((row) => ({ row, met: meet(row) }));
  return {
    added: parts.filter(({ row, met }) => row.n > met).map(({ row, met }) => ({ ...row, n: row.n - met })),
    again: parts.filter(({ met }) => met > 0).map(({ row, met }) => ({ ...row, n: met })),
  };
}
