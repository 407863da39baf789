import type { Fingerprint } from "./fingerprint.ts";
import type { MessageRun } from "./message-runs.ts";

/** A position in a log, with all that reading on from it needs; plain data. */
export interface Checkpoint {
  /**
   * How many bytes come before it, decompressed and decoded; in a sequence, the offset of the next message, or how many
   * are counted where each counts by itself.
   */
  readonly position: number;
  /** Lines before the position. */
  readonly lines: number;
  /** Unix milliseconds of the last line before the position that has a time, or null. */
  readonly time: number | null;
  /** Occurrences before the position, counted in this generation or in one that it replaces. */
  readonly occurrences: number;
  /** Where the first line that counted begins, in bytes: what is before it may be common to many logs. */
  readonly first?: number;
  /** The first bytes behind the position, where something was counted in an unfinished line: that line's beginning. */
  readonly rest?: Fingerprint;
  /** The file that it was counted in last, as `Source.file` has it. */
  readonly file?: string;
  /** The broker's name for the message before the position, where its names are no offsets. */
  readonly cursor?: string;
  /** The messages of a sequence that are counted, where each counts by itself. */
  readonly messages?: readonly MessageRun[];
  /** How the lines were read; the state is of use only to a reader that reads them in the same way. */
  readonly reading: string;
  /** What the reader remembers of the lines before, as JSON has it; null when that was not kept. */
  readonly state: unknown;
}

/** The checkpoint before the first line of any log. */
export const atBeginning: Checkpoint = { position: 0, lines: 0, time: null, occurrences: 0, reading: "", state: null };
