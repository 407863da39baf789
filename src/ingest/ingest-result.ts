import type { Counted } from "../ledger/counted.ts";
import type { SkippedFile } from "../sources/file/find-logs.ts";

/** What became of everything that was to be read. */
export interface IngestResult {
  /** Logs that were read, in the order of the inputs. */
  readonly logs: readonly IngestedLog[];
  /** Paths of files that were not opened, because all of them was counted and they look as they did then. */
  readonly unchanged: readonly string[];
  readonly skipped: readonly SkippedFile[];
  readonly failed: readonly SkippedFile[];
  readonly notUtf8: readonly OddLog[];
  readonly totals: IngestTotals;
  /** Whether the signal was aborted. */
  readonly interrupted: boolean;
}

/** A log whose beginning is no UTF-8. */
export interface OddLog {
  readonly path: string;
  /** The encoding that its bytes prove, as `encoding` of the options takes it, or null. */
  readonly encoding: string | null;
}

/** A log that was read. */
export interface IngestedLog {
  /** Its path, or "standard input". */
  readonly path: string;
  /** Its name in the store. */
  readonly source: string;
  /** In bytes, compressed as it is. */
  readonly size: number;
  readonly counted: Counted;
}

/** Sums over all logs. */
export interface IngestTotals {
  /** Whether a store holds the counts. */
  readonly isStored: boolean;
  /** New occurrences. */
  readonly occurrences: number;
  /** New occurrences of each code. */
  readonly codes: ReadonlyMap<number, number>;
  /** Occurrences that an earlier run had counted. */
  readonly already: number;
}
