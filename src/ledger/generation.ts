import type { LogName } from "../log/log-name.ts";
import type { Checkpoint } from "./checkpoint.ts";
import type { Counts } from "./counts.ts";
import type { Fingerprint } from "./fingerprint.ts";
import type { Milestone } from "./milestone.ts";

/** One physical life of a source, as it is stored. */
export interface Generation {
  readonly id: number;
  readonly source: LogName;
  /**
   * The fingerprint of the first bytes of the log: up to 4 KiB of what was read, an unfinished last line included. Zero
   * bytes for a sequence (`fingerprintOfSequence`), and for a log without identity, with a hash that nothing else has.
   */
  readonly head: Fingerprint;
  /** The fingerprint of the bytes just before the position, up to 1 KiB; of zero bytes where the head is. */
  readonly tail: Fingerprint;
  /** Places before the position, dense near it and ever rarer towards the beginning, latest first. */
  readonly milestones: readonly Milestone[];
  /** Everything before it is counted. */
  readonly checkpoint: Checkpoint;
  /** Counted in an unfinished last line that begins at the position; taken back when the line is read again. */
  readonly unfinished: Counts;
}
