import type { Batch, Committed } from "../ledger/batch.ts";
import type { Generations } from "../ledger/generations.ts";
import type { FileHint } from "../log/file-hint.ts";
import type { Leases } from "../log/leases.ts";
import type { Ack } from "./ack.ts";
import type { Page } from "./page.ts";
import type { Questions } from "./questions.ts";

/** A place where counts live. Every method rejects with a WsaError: `store`, `store-busy`, `store-full` or `store-newer`. */
export interface Store extends Generations, Questions {
  /**
   * Begins a run at a Unix time in milliseconds. Resolves to its number in this connection; its row is written with
   * the first batch, so a run that finds nothing new leaves no trace.
   */
  begin(started: number): Promise<number>;
  /** Commits batches of several logs, in their order and in one transaction: all of them are applied, or none. */
  commitAll(batches: readonly Batch[]): Promise<readonly (Committed | null)[]>;
  /** Ends a run at a Unix time in milliseconds. */
  finish(run: number, finished: number): Promise<void>;
  /** Files of a host that were read to their ends. */
  fileHints(host: string): Promise<FileHint[]>;
  /** Remembers files whose counts are committed. */
  rememberFiles(host: string, files: readonly FileHint[]): Promise<void>;
  /**
   * Takes over what another store has counted: of each minute and code of a generation (and of each endpoint
   * and operation) the larger count. In any order and any number of times the result is the same. Each
   * generation is its own transaction: after an interruption another merge leaves nothing out and counts nothing twice.
   *
   * @param started Unix milliseconds.
   */
  merge(from: Questions, started: number): Promise<Merged>;
  /** Removes what was counted before a Unix second, and gives its space back; a dry run only returns how much it is. */
  prune(before: number, dryRun: boolean): Promise<Pruned>;
  /** Marks codes as known; a code that is marked already gets the new note and date. */
  acknowledge(acks: readonly Ack[]): Promise<void>;
  /** Removes the marks of codes; resolves to the codes that had one. */
  withdraw(codes: readonly number[]): Promise<number[]>;
  /** Lets the work read one state of the store; commits in the meantime are not seen. */
  snapshot<Result>(work: (questions: Questions) => Promise<Result>): Promise<Result>;
  /**
   * A text that changes whenever the store is written, by anybody, or is replaced by another one. Rejects while there is
   * no store; when it is back, the next call resolves again.
   */
  version(): Promise<string>;
  /** Calls back when the version may have changed, until that is closed; absent where only asking shows it. */
  listen?(changed: () => void): { close(): Promise<void> };
  /**
   * Runs one SELECT of a user's, page by page as they are asked for. Throws a WsaError `query` when the SQL is wrong, is
   * no SELECT, took too long or is not what this store speaks.
   */
  query(sql: string, options?: QueryLimits): AsyncGenerator<Page, void, void>;
  /** Divides things of a group among the workers that count into this store; absent where there is one worker. */
  leases?(group: string): Leases;
  /** Idempotent. */
  close(): Promise<void>;
}

/** When an answer to SQL ends early. */
export interface QueryLimits {
  /** Milliseconds of work after which the query fails. */
  readonly timeoutMs?: number;
  /** The answer ends after this many rows. */
  readonly maxRows?: number;
  /** Ends the answer without an error. */
  readonly signal?: AbortSignal;
}

/** What a merge has changed. */
export interface Merged {
  /** Generations of the other store. */
  readonly generations: number;
  /** Occurrences that were not counted here yet; less those of logs that turned out to be one and were counted twice. */
  readonly occurrences: number;
}

/** What a prune has removed. */
export interface Pruned {
  readonly occurrences: number;
  readonly samples: number;
  /** Rows of counts, endpoints and operations. */
  readonly rows: number;
  /** Size of the store before and after. */
  readonly bytes: readonly [before: number, after: number];
}
