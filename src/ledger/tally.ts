import type { MessageMark } from "../log/message.ts";

/** Where a reader sends a log: every byte of it, in order and without gaps. */
export interface Tally {
  /**
   * Takes bytes without occurrences, as a byte string or as they are, and the number of `\n` in them. An array is a
   * loan for the length of the call: its memory may be written over afterwards.
   */
  pass(bytes: string | Uint8Array, lineEnds: number): void;
  /** Takes one line with its line end, or a part of a long one. `codes` are those that count: a failure counts once in its record. */
  record(bytes: string, line: RecordedLine, codes: readonly number[]): void;
  /**
   * Called behind each message of a sequence, with the offset of the next one, its own time where it has one, and its
   * bytes where they are not those of its lines.
   */
  reached?(offset: number, time?: number, mark?: MessageMark, size?: number): void;
  /** Whether a message that counts by itself is counted already. */
  isCounted?(offset: number, time: number): boolean;
  /**
   * Called before the first bytes with a function that returns the reader's state at the last line start: plain data
   * from which reading can go on another time, or null when it cannot.
   */
  follow?(state: () => unknown): void;
  /**
   * Called once, at the end of a log whose last record is not complete: the position stays where it is. What comes from
   * now on is counted as the lines of an unfinished record, which are read again when the log has grown.
   */
  stay?(): void;
}

/** What is known of a line besides its codes. */
export interface RecordedLine {
  /** 1-based. */
  readonly number: number;
  /** Unix milliseconds, or null. */
  readonly time: number | null;
  readonly operation: string | null;
  readonly endpoint: string | null;
  /** Byte string without the line end. */
  readonly body: string;
  /**
   * Codes that an earlier line of the same record counted without an endpoint, or without an operation: this line's
   * belongs to them.
   */
  readonly completes?: { readonly endpoint: readonly number[]; readonly operation: readonly number[] };
}
