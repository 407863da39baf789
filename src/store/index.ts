// Where counts live. A store keeps, for each generation of a source, how far it was read and what was counted there,
// always committed together. sqlite.ts is the default; postgres.ts will be the second. The contract suite in
// test/store/ runs over every store. Nothing but sqlite.ts imports better-sqlite3.

/** A log as a person names it. */
export interface SourceName {
  readonly host: string;
  readonly name: string;
}

/** A hash over a stretch of a log's bytes. */
export interface Mark {
  readonly bytes: number;
  /** SHA-256, hexadecimal; of zero bytes: the empty string. */
  readonly hash: string;
}

/** One physical life of a source, as the store remembers it. */
export interface Generation {
  readonly id: number;
  readonly source: SourceName;
  /** Bytes (of the decompressed, undecoded log) that are counted. */
  readonly position: number;
  /** The first bytes of the log: up to 4 KiB, never beyond the position. */
  readonly head: Mark;
  /** The bytes just before the position: up to 1 KiB. */
  readonly window: Mark;
  /** What was counted in an unfinished last line that begins at the position; taken back when the line is read again. */
  readonly unfinished: Counts;
}

/** Occurrences of a code in a minute; `minute` is the Unix second at its start, UTC, 0 when the time is unknown. */
export interface MinuteCount {
  readonly minute: number;
  readonly code: number;
  readonly n: number;
}

/** Occurrences of a code towards an endpoint on a UTC day; `day` is the Unix second at its start, 0 when unknown. */
export interface EndpointCount {
  readonly day: number;
  readonly code: number;
  readonly endpoint: string;
  readonly n: number;
}

/** A line kept as an example, control characters and all: whoever shows it makes it safe. */
export interface Sample {
  readonly code: number;
  /** 1-based number of the line in its generation. */
  readonly line: number;
  readonly minute: number;
  readonly text: string;
}

/** What was counted. */
export interface Counts {
  readonly minutes: readonly MinuteCount[];
  readonly endpoints: readonly EndpointCount[];
}

/** One transaction: what was counted between two positions of one generation. */
export interface Batch {
  readonly run: number;
  /** The generation's id, or null to begin a new one. */
  readonly generation: number | null;
  readonly source: SourceName;
  /** The half-open range of bytes that the counts cover; the unfinished last line begins at `to`. */
  readonly from: number;
  readonly to: number;
  readonly head: Mark;
  readonly window: Mark;
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

/** A place where counts live. Every method rejects with a WsaError: `store`, `store-busy`, `store-full` or `store-newer`. */
export interface Store {
  /** Begins a run; its row is written with the first batch. Resolves to the run's id. */
  begin(started: number): Promise<number>;
  /** Generations whose head is a prefix of these bytes (a byte string of up to 4 KiB), longest position first. */
  generationsFor(head: string): Promise<readonly Generation[]>;
  /**
   * Applies a batch and its new position, or nothing. Resolves to the generation's id, or to null when the stored
   * position is no longer `from`, because another process counts the same log: then nothing was written.
   */
  commit(batch: Batch): Promise<number | null>;
  /** Ends a run. */
  finish(run: number, finished: number): Promise<void>;
  /** Rows of a trusted SELECT over the public tables and views; `?` marks parameters. */
  read<Row>(sql: string, parameters?: readonly (string | number | null)[]): Promise<Row[]>;
  /** Idempotent. */
  close(): Promise<void>;
}
