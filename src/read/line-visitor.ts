/** Takes the pieces of a log in order, which joined are the log; returns what goes out for each. */
export interface LineVisitor {
  /** Takes whole lines without a candidate, and their number. The bytes are on loan until `release`. */
  pass(lines: Uint8Array, lineEnds: number): string | Uint8Array;
  /**
   * Takes a line with a candidate, with its line end if it has one: a byte string. `next` is the first byte of the next
   * line, negative when it is not known yet.
   */
  line(line: string, next: number): string;
  /** Takes a part of a line that is longer than `MAX_LINE_BYTES`. */
  window(window: LineWindow): string;
  /** Whether something is held back until further lines come. */
  waits(): boolean;
  /** Returns what goes out of that without them: at the end of the log, or when they do not come. */
  settle(isEnd: boolean): string;
  /** The memory that was lent is about to be written over. */
  release(): void;
}

/** The longest part of a line that is held in memory and recognised at once; a longer line comes in windows. */
export const MAX_LINE_BYTES = 256 * 1024;

/** A part of a long line. */
export interface LineWindow {
  /** A byte string. */
  readonly bytes: string;
  /** The end of the window before; empty at the beginning of the line. */
  readonly before: string;
  /** The beginning of what comes behind a window with a candidate; empty at the end of the line. */
  readonly behind: string;
  /** Whether the line begins, or ends, with this window. */
  readonly first: boolean;
  readonly last: boolean;
  readonly candidate: boolean;
}
