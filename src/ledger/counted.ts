/** Figures for the closing message. */
export interface Counted {
  /** Committed by this ledger. */
  readonly occurrences: number;
  /** Below zero for a code that an unfinished line named and, once finished, no longer does. */
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
