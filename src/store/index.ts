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
  /**
   * The first bytes of the log: up to 4 KiB of what was read, an unfinished last line included.
   * Of zero bytes with a hash that nothing else has when the log has no identity (a pipe without a name): such a
   * generation is never found again.
   */
  readonly head: Mark;
  /** The bytes just before the position: up to 1 KiB. */
  readonly window: Mark;
  /** What was counted in an unfinished last line that begins at the position; taken back when the line is read again. */
  readonly unfinished: Counts;
  /** Lines before the position. */
  readonly lines: number;
  /** Unix milliseconds of the last line before the position that told a time, or null. */
  readonly time: number | null;
  /** Places before the position, dense near it and ever rarer towards the beginning, latest first. */
  readonly milestones: readonly Milestone[];
  /** What reading on from the position needs to know of the lines before, or null: it has to begin at the beginning. */
  readonly resume: Resume | null;
}

/** What is put away with a position, so that reading can go on there as if it had never stopped; plain data. */
export interface Resume {
  /** How the lines were read: another way of reading begins at the beginning. */
  readonly reading: string;
  /** Occurrences in the lines before the position, counted in this generation or in one that it replaces. */
  readonly occurrences: number;
  /** The reader's own, as JSON has it. */
  readonly state: unknown;
}

/** What stood before a place in a log: tells a log that was cut or rewritten from another one. */
export interface Milestone {
  readonly position: number;
  /** Beginning of the SHA-256 over the bytes before it: up to 1 KiB. */
  readonly hash: string;
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

/** Occurrences of a code in an operation (`connect`, `bind`, …) on a UTC day; `day` as in `EndpointCount`. */
export interface OperationCount {
  readonly day: number;
  readonly code: number;
  readonly operation: string;
  readonly n: number;
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

/** Somebody knows of a code: it is no news until then. */
export interface Ack {
  readonly code: number;
  /** Unix seconds; null: for good. */
  readonly until: number | null;
  readonly note: string;
  /** Unix seconds. */
  readonly acknowledged: number;
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

/** What was counted. */
export interface Counts {
  readonly minutes: readonly MinuteCount[];
  readonly endpoints: readonly EndpointCount[];
  readonly operations: readonly OperationCount[];
}

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
  readonly source: SourceName;
  /** The half-open range of bytes that the counts cover; the unfinished last line begins at `to`. */
  readonly from: number;
  readonly to: number;
  readonly head: Mark;
  readonly window: Mark;
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

/** A file as it was when it had been read to its end; times and numbers as text, because they exceed 2^53. */
export interface FileHint {
  readonly path: string;
  readonly size: number;
  readonly mtimeNs: string;
  readonly inode: string;
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

/** The values for the `?` of a query. */
export type Parameters = readonly (string | number | null)[];

/** Where questions are put: a store, or a snapshot of one. */
export type Reader = Pick<Store, "read">;

/** A place where counts live. Every method rejects with a WsaError: `store`, `store-busy`, `store-full` or `store-newer`. */
export interface Store {
  /**
   * Begins a run at a Unix time in milliseconds. Resolves to its number in this connection; its row is written with
   * the first batch, so a run that finds nothing new leaves no trace.
   */
  begin(started: number): Promise<number>;
  /** What is known about a log that begins with these bytes (a byte string of up to 4 KiB). */
  generationsFor(head: string, source: SourceName): Promise<Beginning>;
  /**
   * Applies a batch and its new position, or nothing. Resolves to null when the stored
   * position is no longer `from` or the generation was begun by somebody else, because another process counts the same
   * log: then nothing was written. After a rejection it is unknown whether the batch was applied; committing the same
   * batch again is safe, because the position then tells.
   */
  commit(batch: Batch): Promise<Committed | null>;
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
