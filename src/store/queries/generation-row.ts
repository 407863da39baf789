import type { Counts } from "../../ledger/counts.ts";
import type { Generation, Resume } from "../../ledger/generation.ts";

/** A row of `generations` with its source. */
export interface GenerationRow {
  readonly id: number;
  readonly host: string;
  readonly name: string;
  readonly position: number;
  readonly head_bytes: number;
  readonly head_hash: string;
  readonly window_bytes: number;
  readonly window_hash: string;
  readonly unfinished: string;
  readonly lines: number;
  readonly time: number | null;
  readonly milestones: string;
  /** Absent in a store of schema 1 that is only read. */
  readonly resume?: string | null;
  readonly replaces: number | null;
}

/** Reads a generation from its row. */
export function toGeneration(row: GenerationRow): Generation {
  return {
    id: row.id,
    source: { host: row.host, name: row.name },
    position: row.position,
    head: { bytes: row.head_bytes, hash: row.head_hash },
    window: { bytes: row.window_bytes, hash: row.window_hash },
    unfinished: JSON.parse(row.unfinished) as Counts,
    lines: row.lines,
    time: row.time,
    milestones: (JSON.parse(row.milestones) as [number, string][]).map(([position, hash]) => ({ position, hash })),
    resume: typeof row.resume === "string" ? (JSON.parse(row.resume) as Resume) : null,
  };
}

/** The columns of a generation that change when it is read on; `id`, source and `replaces` stay. */
export function toGenerationColumns(generation: Omit<Generation, "id" | "source">) {
  const { head, window, milestones, resume } = generation;
  return {
    head_bytes: head.bytes,
    head_hash: head.hash,
    position: generation.position,
    window_bytes: window.bytes,
    window_hash: window.hash,
    unfinished: JSON.stringify(generation.unfinished),
    lines: generation.lines,
    time: generation.time,
    milestones: JSON.stringify(milestones.map(({ position, hash }) => [position, hash])),
    resume: resume === null ? null : JSON.stringify(resume),
  };
}
