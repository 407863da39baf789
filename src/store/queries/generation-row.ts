import type { Lag } from "../../ledger/batch.ts";
import { atBeginning } from "../../ledger/checkpoint.ts";
import type { Generation } from "../../ledger/generation.ts";
import { countsFrom, damaged, isCount, milestonesFrom, resumeFrom, toResumeJson } from "./stored-json.ts";

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

/** Reads a generation from its row. Throws SQLite's error for a damaged page where it is none. */
export function toGeneration(row: GenerationRow): Generation {
  const { position, lines, time } = row;
  if (![position, lines, row.head_bytes, row.window_bytes].every(isCount)) throw damaged();
  const state = typeof row.resume === "string" ? resumeFrom(row.resume) : {};
  return {
    id: row.id,
    source: { host: row.host, name: row.name },
    head: { bytes: row.head_bytes, hash: row.head_hash },
    tail: { bytes: row.window_bytes, hash: row.window_hash },
    milestones: milestonesFrom(row.milestones),
    checkpoint: { ...atBeginning, position, lines, time, ...state },
    unfinished: countsFrom(row.unfinished),
  };
}

/** The columns of a generation that change when it is read on; `id`, source and `replaces` stay. */
export function toGenerationColumns(generation: Omit<Generation, "id" | "source"> & { readonly lag?: Lag }) {
  const { head, tail, milestones, checkpoint, lag } = generation;
  const { position, lines, time, occurrences, reading, state, first, rest, file, messages, cursor } = checkpoint;
  return {
    head_bytes: head.bytes,
    head_hash: head.hash,
    position,
    window_bytes: tail.bytes,
    window_hash: tail.hash,
    unfinished: JSON.stringify(generation.unfinished),
    lines,
    time,
    milestones: JSON.stringify(milestones.map((milestone) => [milestone.position, milestone.hash])),
    resume: toResumeJson({
      ...{ reading, occurrences, state },
      ...(first !== undefined && { first }),
      ...(rest !== undefined && { rest }),
      ...(file !== undefined && { file }),
      ...(messages !== undefined && { messages }),
      ...(cursor !== undefined && { cursor }),
    }),
    behind: lag?.messages ?? null,
    behind_at: lag?.at ?? null,
  };
}
