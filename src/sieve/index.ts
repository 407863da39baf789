// The sieve answers one question about bytes: where could a code begin? It is built from fingerprints and knows nothing
// else. A false candidate costs a little time; a dropped one loses a finding, so a sieve may only ever say yes too often.
// sieve.as.ts is the fast one (WebAssembly with SIMD), table.ts its twin in plain TypeScript: the fallback, and what the
// tests compare it with. load.ts chooses.

/** Finds the lines that hold a fingerprint, in bytes that are put into its own memory. It serves one log at a time. */
export interface Sieve {
  /** Where the bytes are put; another array after every `reserve`. */
  readonly bytes: Uint8Array;
  /** Makes room for at least so many bytes; those that are there stay. */
  reserve(length: number): void;
  /** Start of the first line in `[from, to)` that wholly holds a fingerprint there, ignoring ASCII case, or -1. */
  next(from: number, to: number): number;
  /** How many bytes in `[from, to)` are `\n`. */
  lineEnds(from: number, to: number): number;
}

/** Makes a sieve from byte strings of 3 to 255 bytes in lower case, without line ends; throws a RangeError for others. */
export type CreateSieve = (fingerprints: readonly string[]) => Sieve;

export { createSieve } from "./load.ts";
