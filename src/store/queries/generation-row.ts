import { atBeginning, type Checkpoint } from "../../ledger/checkpoint.ts";
import type { Counts } from "../../ledger/counts.ts";
import { fingerprintOf } from "../../ledger/fingerprint.ts";
import type { Generation } from "../../ledger/generation.ts";
import { toBytes } from "../../text/byte-string.ts";

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
  const { position, lines, time } = row;
  const state = typeof row.resume === "string" ? parseWhole(row.resume) : {};
  return {
    id: row.id,
    source: { host: row.host, name: row.name },
    head: { bytes: row.head_bytes, hash: row.head_hash },
    tail: { bytes: row.window_bytes, hash: row.window_hash },
    milestones: (parse(row.milestones) as [number, string][]).map(([position, hash]) => ({ position, hash })),
    checkpoint: { ...atBeginning, position, lines, time, ...state },
    unfinished: parse(row.unfinished) as Counts,
  };
}

/** The columns of a generation that change when it is read on; `id`, source and `replaces` stay. */
export function toGenerationColumns(generation: Omit<Generation, "id" | "source">) {
  const { head, tail, milestones, checkpoint } = generation;
  const { position, lines, time, occurrences, reading, state, first } = checkpoint;
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
    resume: withSum({ reading, occurrences, state, ...(first !== undefined && { first }) }),
  };
}

/** A changed byte in a reader's state would be found by no constraint, and reading would go on from it. */
function withSum(checkpoint: Pick<Checkpoint, "reading" | "occurrences" | "state" | "first">): string {
  return JSON.stringify({ ...checkpoint, sum: sumOf(checkpoint) });
}

/** Stores of earlier versions have no sums. */
function parseWhole(json: string): Pick<Checkpoint, "reading" | "occurrences" | "state" | "first"> {
  const { sum, ...checkpoint } = parse(json) as ReturnType<typeof parseWhole> & { readonly sum?: string };
  if (sum === undefined ? !/^\{"reading":".*","occurrences":\d+,"state":/.test(json) : sum !== sumOf(checkpoint))
    throw damaged();
  return checkpoint;
}

function sumOf(checkpoint: unknown): string {
  return fingerprintOf(toBytes(JSON.stringify(checkpoint))).hash.slice(0, 16);
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw damaged();
  }
}

/** The same as SQLite's own error for a damaged page. */
function damaged(): Error {
  return Object.assign(new Error("a generation is damaged"), { code: "SQLITE_CORRUPT" });
}
