import type { LogName } from "../log/log-name.ts";
import type { Counts } from "./counts.ts";
import type { Fingerprint, Milestone } from "./fingerprint.ts";

/** One physical life of a source, as the store remembers it. */
export interface Generation {
  readonly id: number;
  readonly source: LogName;
  /** Bytes (of the decompressed, undecoded log) that are counted. */
  readonly position: number;
  /**
   * The first bytes of the log: up to 4 KiB of what was read, an unfinished last line included.
   * Of zero bytes with a hash that nothing else has when the log has no identity (a pipe without a name): such a
   * generation is never found again.
   */
  readonly head: Fingerprint;
  /** The bytes just before the position: up to 1 KiB. */
  readonly window: Fingerprint;
  /** What was counted in an unfinished last line that begins at the position; taken back when the line is read again. */
  readonly unfinished: Counts;
  /** Lines before the position. */
  readonly lines: number;
  /** Unix milliseconds of the last line before the position that told a time, or null. */
  readonly time: number | null;
  /** Places before the position, dense near it and ever rarer towards the beginning, latest first. */
  readonly milestones: readonly Milestone[];
  /** What reading on from the position needs to know of the lines before, or null: it has to begin at the beginning. */
  readonly resume: Resume | null;
}

/** What is put away with a position, so that reading can go on there as if it had never stopped; plain data. */
export interface Resume {
  /** How the lines were read: another way of reading begins at the beginning. */
  readonly reading: string;
  /** Occurrences in the lines before the position, counted in this generation or in one that it replaces. */
  readonly occurrences: number;
  /** The reader's own, as JSON has it. */
  readonly state: unknown;
}
