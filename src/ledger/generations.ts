import type { LogName } from "../log/log-name.ts";
import type { Batch, Beginning, Committed } from "./batch.ts";
import type { LogKey } from "./log-key.ts";

/** What a ledger needs of a store: the generations that are known, and the next batch of one. */
export interface Generations {
  /** What is known about a log with these first bytes, or about a sequence. */
  generationsFor(key: LogKey, source: LogName): Promise<Beginning>;
  /**
   * Applies a batch and its checkpoint, or nothing. Resolves to null when nothing was written, because another process
   * counts the same log: the stored position is no longer `from`, or the generation was begun by somebody else. After a
   * rejection it is unknown whether the batch was applied; committing the same batch again is safe, because the stored
   * position shows whether it was.
   */
  commit(batch: Batch): Promise<Committed | null>;
}
