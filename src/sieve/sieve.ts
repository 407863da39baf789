/** Finds the lines that contain a literal, among bytes in a memory of its own. It serves one log at a time. */
export interface Sieve {
  /** The memory for the bytes; another array after every `reserve`. */
  readonly bytes: Uint8Array;
  /** Makes room for at least `length` bytes; those that are there stay. */
  reserve(length: number): void;
  /**
   * Finds the lines in `[from, to)` that contain a whole literal, and writes to `found` where each begins and ends (with
   * its line end), in order. Returns their number: when it is half the length of `found`, there may be more behind the
   * last one. `from` counts as the beginning of a line and `to` as the end of one. With `part`, not lines are found but
   * those parts of so many bytes each, counted from `from`, in which a literal begins.
   */
  candidates(from: number, to: number, part?: number): number;
  /** Pairs of places; another array after every `reserve`. */
  readonly found: Int32Array;
  /** Another one with the same literals; the same at each call. */
  twin(): Sieve;
  /** Returns how many bytes in `[from, to)` are `\n`. */
  lineEnds(from: number, to: number): number;
}
