import type { LogName } from "../log/log-name.ts";
import type { Batch, Beginning, Committed } from "./batch.ts";

/** What a ledger needs of a store: the generations that are known, and the next batch of one. */
export interface Generations {
  /** What is known about a log that begins with these bytes (a byte string of up to 4 KiB). */
  generationsFor(head: string, source: LogName): Promise<Beginning>;
  /**
   * Applies a batch and its new position, or nothing. Resolves to null when the stored
   * position is no longer `from` or the generation was begun by somebody else, because another process counts the same
   * log: then nothing was written. After a rejection it is unknown whether the batch was applied; committing the same
   * batch again is safe, because the position then tells.
   */
  commit(batch: Batch): Promise<Committed | null>;
}
