/** Finds the lines that hold a literal, in bytes that are put into its own memory. It serves one log at a time. */
export interface Sieve {
  /** Where the bytes are put; another array after every `reserve`. */
  readonly bytes: Uint8Array;
  /** Makes room for at least so many bytes; those that are there stay. */
  reserve(length: number): void;
  /**
   * Finds the lines in `[from, to)` that wholly hold a literal there: `found` gets where each begins and where it
   * ends (behind its line end), in order. Returns how many, at most half the length of `found`: then there may be more
   * behind the last one. `from` counts as the beginning of a line and `to` as the end of one.
   */
  candidates(from: number, to: number): number;
  /** Pairs of places; another array after every `reserve`. */
  readonly found: Int32Array;
  /** How many bytes in `[from, to)` are `\n`. */
  lineEnds(from: number, to: number): number;
}
