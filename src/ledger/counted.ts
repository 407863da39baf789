/** Figures for the closing message. */
export interface Counted {
  /** Committed by this ledger; below zero for a code when an unfinished line, once finished, no longer names it. */
  readonly occurrences: number;
  readonly codes: ReadonlyMap<number, number>;
  readonly lines: number;
  readonly bytes: number;
  /** Occurrences in this log that another run had counted. */
  readonly already: number;
  /** Bytes that another run had counted and that are gone: the log was cut or rewritten, and lines may be missed. */
  readonly lostBytes: number;
  /** Another process counts the same log: the rest is left to it, and to the next run. */
  readonly yielded: boolean;
}
