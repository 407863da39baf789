import { randomUUID } from "node:crypto";
import type { Batch, Committed } from "../../ledger/batch.ts";
import type { Counts, MinuteCount } from "../../ledger/counts.ts";
import { occurrencesIn } from "../../ledger/sums.ts";
import { type CountRow, keyOfPlace, toCountRows, toCounts } from "../count-rows.ts";
import { writeSamples } from "./samples.ts";
import { addGeneration, addRun, changeCell, type GenerationTable, type RunRow, type Tables } from "./tables.ts";

/** A run between its batches; `id` is null until it has a row. */
export interface BegunRun {
  readonly started: number;
  id: number | null;
}

/** Applies a batch; null when another process was faster, and then nothing is written. */
export function writeBatch(tables: Tables, batch: Batch, run: BegunRun): Committed | null {
  const known = batch.generation === null ? undefined : tables.generations.get(batch.generation);
  if (
    batch.generation === null ? wasBegunElsewhere(tables, batch) : known?.generation.checkpoint.position !== batch.from
  )
    return null;
  const unfinishedBefore = known?.generation.unfinished;
  const taken = unfinishedBefore?.minutes ?? [];
  const generation = writeGeneration(tables, batch, known);
  generation.lag = batch.lag;
  if (unfinishedBefore !== undefined) takeBack(generation, unfinishedBefore);
  const counted = addCounts(tables, generation, batch.counts, true);
  // What an unfinished line met again is not remembered: the line will be read again.
  const unfinished = addCounts(tables, generation, batch.unfinished, false);
  generation.generation = { ...generation.generation, unfinished: unfinished.added };
  const again = [...counted.again, ...unfinished.again];
  addToRun(tables, run, batch, [...taken, ...again]);
  writeSamples(tables, generation, batch.samples);
  return { generation: generation.id, taken, again };
}

function wasBegunElsewhere({ generations }: Tables, { newest, head, source }: Batch): boolean {
  return [...generations.values()].some(({ id, generation }) => {
    if (id <= newest) return false;
    if (generation.head.bytes === head.bytes && generation.head.hash === head.hash) return true;
    if (generation.head.bytes === 0 || head.bytes === 0) return false;
    return generation.source.host === source.host && generation.source.name === source.name;
  });
}

function writeGeneration(tables: Tables, batch: Batch, known: GenerationTable | undefined): GenerationTable {
  const { source, head, tail, milestones, checkpoint, unfinished } = batch;
  const generation = { source, head, tail, milestones, checkpoint, unfinished };
  if (known !== undefined) {
    known.generation = { ...generation, id: known.id, source: known.generation.source };
    return known;
  }
  const added = addGeneration(tables, generation, batch.replaces);
  added.uids.push(randomUUID());
  return added;
}

function takeBack(generation: GenerationTable, counts: Counts): void {
  for (const row of toCountRows(counts))
    changeCell(generation, row, (cell) => {
      cell.n = Math.max(0, cell.n - row.n);
    });
}

/**
 * Adds counts to a generation. When it replaces another one, occurrences that the other has counted in the same minute
 * are not added again; with `remember` the generation keeps them.
 */
function addCounts(
  tables: Tables,
  generation: GenerationTable,
  counts: Counts,
  remember: boolean,
): { readonly added: Counts; readonly again: readonly MinuteCount[] } {
  const replaced = tables.generations.get(generation.replaces ?? 0);
  const added: CountRow[] = [];
  const again: MinuteCount[] = [];
  for (const row of toCountRows(counts)) {
    const there = replaced?.cells.get(keyOfPlace(row)) ?? { n: 0, again: 0 };
    changeCell(generation, row, (cell) => {
      const met = Math.min(row.n, Math.max(0, there.n + there.again - cell.again));
      if (met > 0 && row.kind === "counts") again.push({ minute: row.minute, code: row.code, n: met });
      if (remember) cell.again += met;
      cell.n += row.n - met;
      if (row.n > met) added.push({ ...row, n: row.n - met });
    });
  }
  return { added: toCounts(added), again };
}

function addToRun(tables: Tables, run: BegunRun, batch: Batch, known: readonly MinuteCount[]): void {
  run.id ??= addRun(tables, run.started);
  const row = tables.runs.get(run.id) as RunRow;
  row.bytes += batch.bytes;
  row.lines += batch.lines;
  row.occurrences += occurrencesIn([...batch.counts.minutes, ...batch.unfinished.minutes]) - occurrencesIn(known);
  row.lostBytes += batch.lostBytes;
  row.setAside += batch.setAside ?? 0;
  row.lostMessages += batch.lostMessages ?? 0;
}
