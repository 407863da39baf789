import type { Lag } from "../../ledger/batch.ts";
import type { Generation } from "../../ledger/generation.ts";
import type { FileHint } from "../../log/file-hint.ts";
import type { Ack } from "../ack.ts";
import { type CountKind, type CountPlace, keyOfPlace } from "../count-rows.ts";
import type { ExportedSample } from "../exported.ts";
import type { SourceTotal } from "../questions.ts";
import type { CatalogueRow } from "../store-options.ts";

/** All that a store in memory holds: plain data, which a snapshot copies. */
export interface Tables {
  /** Grows with every change. */
  changes: number;
  readonly codes: Map<number, CatalogueRow>;
  /** By id, ascending. */
  readonly generations: Map<number, GenerationTable>;
  lastGeneration: number;
  /** In the order in which they were kept. */
  samples: SampleRow[];
  lastSample: number;
  /** Occurrences that were counted and removed since. */
  pruned: PrunedCount[];
  readonly runs: Map<number, RunRow>;
  lastRun: number;
  /** By host and by path. */
  readonly files: Map<string, Map<string, FileHint>>;
  readonly acks: Map<number, Ack>;
}

/** Occurrences of a code in a log that were removed. */
export interface PrunedCount extends SourceTotal {
  readonly code: number;
}

/** A generation and its counts. */
export interface GenerationTable {
  readonly id: number;
  generation: Generation;
  lag?: Lag | undefined;
  replaces: number | null;
  readonly uids: string[];
  readonly cells: Map<string, CountCell>;
}

/** Occurrences in one minute; a cell of zeros is removed. */
export interface CountCell extends CountPlace {
  /** PrunedCount in this generation. */
  n: number;
  /** Met again, and counted in the generation that this one replaces. */
  again: number;
}

export interface SampleRow extends ExportedSample {
  readonly id: number;
  generation: number;
}

export interface RunRow {
  readonly started: number;
  finished: number | null;
  bytes: number;
  lines: number;
  occurrences: number;
  lostBytes: number;
  setAside: number;
  lostMessages: number;
}

/** A store without anything in it. */
export function createTables(): Tables {
  return {
    changes: 0,
    codes: new Map(),
    generations: new Map(),
    lastGeneration: 0,
    samples: [],
    lastSample: 0,
    pruned: [],
    runs: new Map(),
    lastRun: 0,
    files: new Map(),
    acks: new Map(),
  };
}

/** Adds a generation that nothing is counted in yet. */
export function addGeneration(
  tables: Tables,
  generation: Omit<Generation, "id">,
  replaces: number | null,
): GenerationTable {
  const id = ++tables.lastGeneration;
  const table = { id, generation: { ...generation, id }, replaces, uids: [], cells: new Map() };
  tables.generations.set(id, table);
  return table;
}

/** Adds a run that has read nothing yet; `started` is a Unix second. */
export function addRun(tables: Tables, started: number): number {
  const id = ++tables.lastRun;
  tables.runs.set(id, {
    started,
    finished: null,
    bytes: 0,
    lines: 0,
    occurrences: 0,
    lostBytes: 0,
    setAside: 0,
    lostMessages: 0,
  });
  return id;
}

/** Changes the numbers at a place of a generation. */
export function changeCell({ cells }: GenerationTable, place: CountPlace, change: (cell: CountCell) => void): void {
  const key = keyOfPlace(place);
  const { kind, minute, code, subject } = place;
  const cell = cells.get(key) ?? { kind, minute, code, subject, n: 0, again: 0 };
  change(cell);
  if (cell.n > 0 || cell.again > 0) cells.set(key, cell);
  else cells.delete(key);
}

/** The places of one kind where something is counted in a generation. */
export function* cellsOf({ cells }: GenerationTable, kind: CountKind): Generator<CountCell> {
  for (const cell of cells.values()) if (cell.kind === kind && cell.n > 0) yield cell;
}
