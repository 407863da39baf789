import type { Batch, Committed } from "../ledger/batch.ts";
import type { Generations } from "../ledger/generations.ts";
import type { FileHint } from "../log/file-hint.ts";

/** A place where counts live. Every method rejects with a WsaError: `store`, `store-busy`, `store-full` or `store-newer`. */
export interface Store extends Generations {
  /**
   * Begins a run at a Unix time in milliseconds. Resolves to its number in this connection; its row is written with
   * the first batch, so a run that finds nothing new leaves no trace.
   */
  begin(started: number): Promise<number>;
  /** The same for batches of several logs, in their order and in one transaction: all of them are applied, or none. */
  commitAll(batches: readonly Batch[]): Promise<readonly (Committed | null)[]>;
  /** Ends a run at a Unix time in milliseconds. */
  finish(run: number, finished: number): Promise<void>;
  /** Files of a host that were read to their ends. */
  fileHints(host: string): Promise<FileHint[]>;
  /** Remembers files whose counts are committed. */
  rememberFiles(host: string, files: readonly FileHint[]): Promise<void>;
  /**
   * Takes over what another store has counted: of each minute and code of a generation (and of each day, code and
   * endpoint or operation) the larger count. In any order and any number of times the result is the same. Each
   * generation is its own transaction: broken off and done again, nothing is missing or doubled.
   */
  merge(from: Reader, started: number): Promise<Merged>;
  /** Removes what was counted before a Unix second, and gives its space back; a dry run only tells how much it is. */
  prune(before: number, dryRun: boolean): Promise<Pruned>;
  /** Marks codes as known; one that was marked before gets the new note and date. */
  acknowledge(acks: readonly Ack[]): Promise<void>;
  /** Takes such marks back; resolves to the codes that had one. */
  withdraw(codes: readonly number[]): Promise<number[]>;
  /** Rows of a trusted SELECT over the public tables and views; `?` marks parameters. */
  read<Row>(sql: string, parameters?: Parameters): Promise<Row[]>;
  /** Lets the work read one state of the store, whatever is committed meanwhile. */
  snapshot<Result>(work: (reader: Reader) => Promise<Result>): Promise<Result>;
  /** Idempotent. */
  close(): Promise<void>;
}

/** The values for the `?` of a query. */
export type Parameters = readonly (string | number | null)[];

/** Where questions are put: a store, or a snapshot of one. */
export type Reader = Pick<Store, "read">;

/** Somebody knows of a code: it is no news until then. */
export interface Ack {
  readonly code: number;
  /** Unix seconds; null: for good. */
  readonly until: number | null;
  readonly note: string;
  /** Unix seconds. */
  readonly acknowledged: number;
}

/** What a merge has changed. */
export interface Merged {
  /** Generations that the other store knows. */
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
