import type { FileHint } from "../log/file-hint.ts";
import type { Source } from "../log/source.ts";
import type { IngestTotals } from "./ingest-result.ts";
import type { LogCount } from "./log-count.ts";

/** Counts what one run reads, any number of logs at a time; commits every second, and where a log ends. */
export interface Counting {
  /** The run's number in the store; null when nothing is counted. */
  readonly run: number | null;
  /** Begins a log at its beginning, wherever it was left. */
  begin(source: Source): Promise<LogCount>;
  /**
   * Begins a log where it was left, if that is known. The file, unless null, is remembered when all of it is counted
   * and the run ends. Rejects with the source's WsaError.
   */
  resume(source: Source, file: FileHint | null): Promise<LogCount>;
  /** Commits what the logs have handed over. */
  settle(): Promise<void>;
  /** Adds what worker threads have counted into the same store. */
  add(totals: IngestTotals): void;
  /** Ends the run and resolves to the sums over all logs. Never rejects with a WsaError. */
  close(): Promise<IngestTotals>;
}
