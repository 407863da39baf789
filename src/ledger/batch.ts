import type { LogName } from "../log/log-name.ts";
import type { Checkpoint } from "./checkpoint.ts";
import type { Counts, MinuteCount } from "./counts.ts";
import type { Fingerprint } from "./fingerprint.ts";
import type { Generation } from "./generation.ts";
import type { Milestone } from "./milestone.ts";

/** One transaction: what was counted between two positions of one generation. */
export interface Batch {
  readonly run: number;
  /** The generation's id, or null to begin a new one. */
  readonly generation: number | null;
  /**
   * `Beginning.newest` when the log was looked up. A new generation is not begun when another process has begun one
   * with the same head, or for the same source, since. A head of zero bytes is compared by its hash alone.
   */
  readonly newest: number;
  readonly source: LogName;
  /** The stored position; 0 for a new generation. */
  readonly from: number;
  /** Up to where everything is counted in other generations, and not here: the log is a copy. */
  readonly copied?: number | undefined;
  /** The counts cover everything between `from` and its position, where the unfinished last line begins. */
  readonly checkpoint: Checkpoint;
  readonly head: Fingerprint;
  readonly tail: Fingerprint;
  readonly milestones: readonly Milestone[];
  /**
   * For a new generation, the one whose log was cut or rewritten and became this one: what the new one has in common
   * with it stays counted there, and only what goes beyond that, minute by minute and code by code, is added.
   */
  readonly replaces: number | null;
  /** Added to the stored counts. */
  readonly counts: Counts;
  /** Counted in the unfinished last line: added too, and stored beside, so that it can be taken back. */
  readonly unfinished: Counts;
  readonly samples: readonly Sample[];
  /** Added to the run's figures, with the occurrences that the batch has more than what is taken back and met again. */
  readonly bytes: number;
  readonly lines: number;
  readonly lostBytes: number;
  /** Messages that could not be read. */
  readonly setAside?: number;
  /** Messages that the broker has removed unread. */
  readonly lostMessages?: number;
  /** How far counting is behind the stream. */
  readonly lag?: Lag;
}

/** How far a partition of a stream was counted. */
export interface Lag {
  /** Messages that were not counted yet. */
  readonly messages: number;
  /** When that was so, Unix seconds. */
  readonly at: number;
}

/** What became of a batch. */
export interface Committed {
  readonly generation: number;
  /** What was counted in the unfinished line that the batch begins with, and was taken back. */
  readonly taken: readonly MinuteCount[];
  /** The part of the batch that had been counted in the generation that this one replaces. */
  readonly again: readonly MinuteCount[];
}

/** What the store knows about a log before it is counted. */
export interface Beginning {
  /**
   * Generations that the log may be, longest position first: those of the sequence, or those whose head is a prefix of
   * the log's first bytes. A full head proves a log under any name. Fewer bytes are shared by many small logs, so the
   * host has to agree too, and the name but for what rotation adds to it.
   */
  readonly generations: readonly Generation[];
  /** The newest generation of the same source, whatever its head. */
  readonly previousGeneration: Generation | null;
  /** The highest generation id in the store, 0 when it has none. */
  readonly newest: number;
}

/** A line kept as an example, control characters included: whoever shows it makes it safe. */
export interface Sample {
  readonly code: number;
  /** 1-based number of the line in its generation. */
  readonly line: number;
  readonly minute: number;
  readonly operation: string | null;
  readonly endpoint: string | null;
  readonly text: string;
}
