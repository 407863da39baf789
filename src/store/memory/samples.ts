import type { Sample } from "../../ledger/batch.ts";
import { quietSeconds } from "../../ledger/sums.ts";
import type { ExportedSample } from "../exported.ts";
import { openingsPerCode } from "../samples.ts";
import { cellsOf, type GenerationTable, type SampleRow, type Tables } from "./tables.ts";

/** Keeps a batch's samples after its counts; `keepFew` then removes the ones too many. */
export function writeSamples(tables: Tables, generation: GenerationTable, samples: readonly Sample[]): void {
  for (const sample of samples) {
    const opening = isOpening(tables, generation, sample);
    const at = tables.samples.findIndex((row) => isSameLine(row, generation.id, sample));
    const row = { ...sample, opening, generation: generation.id, id: tables.samples[at]?.id ?? ++tables.lastSample };
    if (at < 0) tables.samples.push(row);
    else tables.samples[at] = row;
  }
}

/** Keeps the samples of another store, of those with the same code and line the first; returns their codes. */
export function addSamples(tables: Tables, generation: number, samples: readonly ExportedSample[]): Set<number> {
  const fresh = samples.filter((sample) => !tables.samples.some((row) => isSameLine(row, generation, sample)));
  for (const sample of fresh) tables.samples.push({ ...sample, generation, id: ++tables.lastSample });
  return new Set(fresh.map(({ code }) => code));
}

/**
 * Removes samples of these codes. Each code keeps its first quarter and its latest three quarters, and its latest
 * openings.
 */
export function keepFew(tables: Tables, codes: ReadonlySet<number>, maxSamplesPerCode: number): void {
  const first = Math.floor(maxSamplesPerCode / 4);
  for (const code of codes) {
    const rows = tables.samples.filter((row) => row.code === code);
    const openings = rows.filter(({ opening }) => opening).slice(-openingsPerCode);
    const latest = rows.slice(Math.max(0, rows.length - (maxSamplesPerCode - first)));
    const kept = new Set([...rows.slice(0, first), ...latest, ...openings]);
    tables.samples = tables.samples.filter((row) => row.code !== code || kept.has(row));
  }
}

/** Whether nothing with the code was counted in the log shortly before the line. */
function isOpening(tables: Tables, generation: GenerationTable, { code, line, minute }: Sample): boolean {
  if (minute <= 0) return false;
  for (const cell of cellsOf(generation, "counts"))
    if (cell.code === code && cell.minute < minute && cell.minute >= minute - quietSeconds) return false;
  return !tables.samples.some(
    (row) => row.generation === generation.id && row.code === code && row.minute === minute && row.line < line,
  );
}

function isSameLine(row: SampleRow, generation: number, { code, line }: Pick<Sample, "code" | "line">): boolean {
  return row.generation === generation && row.code === code && row.line === line;
}
