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

/** Whether something was counted in an unfinished line. Only a log that holds that line may take it back. */
export function isUnfinished({ unfinished }: Pick<Generation, "unfinished">): boolean {
  return unfinished.minutes.length > 0;
}

/** How many bytes behind its position a log has to have in common with a generation. */
export function restBytes(generation: Pick<Generation, "checkpoint" | "unfinished">): number {
  return isUnfinished(generation) ? (generation.checkpoint.rest?.bytes ?? 0) : 0;
}

/** Generations in the order in which a log is compared with them: the longest first, among equals those of its own name, oldest first. */
export function longestFirst(generations: readonly Generation[], { host, name }: LogName): Generation[] {
  const extent = (generation: Generation) => generation.checkpoint.position + restBytes(generation);
  const isOwn = ({ source }: Generation) => Number(source.host === host && source.name === name);
  return [...generations].sort((a, b) => extent(b) - extent(a) || isOwn(b) - isOwn(a) || a.id - b.id);
}
