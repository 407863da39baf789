/** What a log is read into, in order and without gaps: every byte of it, from its beginning. */
export interface Tally {
  /**
   * Bytes without occurrences, as a byte string or as they are; `lineEnds` says how many `\n` are in them. An array is
   * looked at during the call only, so it may be a view of memory that is written over afterwards.
   */
  pass(bytes: string | Uint8Array, lineEnds: number): void;
  /** One line with its line end, or a part of one; each of its codes once. */
  record(bytes: string, line: RecordedLine, codes: readonly number[]): void;
  /**
   * Told before the first bytes: what tells the reader's state at the last line start, as plain data, so that another
   * time reading can go on from there; null when it cannot. Without it a log is always read from its beginning.
   */
  follow?(state: () => unknown): void;
}

/** What a line tells beside its codes. */
export interface RecordedLine {
  /** 1-based. */
  readonly number: number;
  /** Unix milliseconds, or null. */
  readonly time: number | null;
  readonly operation: string | null;
  readonly endpoint: string | null;
  /** Byte string without the line end. */
  readonly body: string;
}
