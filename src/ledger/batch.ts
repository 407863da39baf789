import type { LogName } from "../log/log-name.ts";
import type { Counts, MinuteCount } from "./counts.ts";
import type { Fingerprint, Milestone } from "./fingerprint.ts";
import type { Generation, Resume } from "./generation.ts";

/** One transaction: what was counted between two positions of one generation. */
export interface Batch {
  readonly run: number;
  /** The generation's id, or null to begin a new one. */
  readonly generation: number | null;
  /**
   * `Beginning.newest` when the log's beginning was looked up: a new generation is not begun when another process has
   * begun one with the same head, or for the same source, since. A head of zero bytes is compared by its hash alone.
   */
  readonly newest: number;
  readonly source: LogName;
  /** The half-open range of bytes that the counts cover; the unfinished last line begins at `to`. */
  readonly from: number;
  readonly to: number;
  readonly head: Fingerprint;
  readonly window: Fingerprint;
  readonly totalLines: number;
  readonly time: number | null;
  readonly milestones: readonly Milestone[];
  readonly resume: Resume | null;
  /**
   * The generation whose log was cut or rewritten and became this one, for a new generation: what is met again in it
   * stays counted where it was, and only what goes beyond that, minute by minute and code by code, is added.
   */
  readonly replaces: number | null;
  /** Added to what is stored. */
  readonly counts: Counts;
  /** Counted in the unfinished last line: added too, and remembered so that it can be taken back. */
  readonly unfinished: Counts;
  readonly samples: readonly Sample[];
  /** Added to the run's figures. */
  readonly bytes: number;
  readonly lines: number;
  readonly occurrences: number;
  readonly lostBytes: number;
}

/** What became of a batch. */
export interface Committed {
  readonly generation: number;
  /** What of the batch was met again and had been counted in the generation that this one replaces. */
  readonly again: readonly MinuteCount[];
}

/** What the store knows about a log's beginning. */
export interface Beginning {
  /**
   * Generations whose head is a prefix of the bytes asked for, longest position first. A full head proves a log under
   * any name; fewer bytes than that are shared by many small logs, so the host and the name have to agree too, but for
   * what rotation adds to it.
   */
  readonly generations: readonly Generation[];
  /** The newest generation of the same source, whatever it began with. */
  readonly former: Generation | null;
  /** The highest generation id in the store, 0 when it has none. */
  readonly newest: number;
}

/** A line kept as an example, control characters and all: whoever shows it makes it safe. */
export interface Sample {
  readonly code: number;
  /** 1-based number of the line in its generation. */
  readonly line: number;
  readonly minute: number;
  readonly operation: string | null;
  readonly endpoint: string | null;
  readonly text: string;
}
