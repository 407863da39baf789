// The sieve answers one question about a stretch of bytes: where could a code begin? It is built from the
// fingerprints of the recognisers and knows nothing else. A false candidate costs a little time; a dropped one loses
// a finding, so a sieve may only ever say yes too often.

/** Finds the places in a byte string where a fingerprint stands. */
export interface Sieve {
  /** Start of the first fingerprint that lies wholly in `[from, to)`, ignoring ASCII case, or -1. */
  next(bytes: string, from: number, to: number): number;
}

export { createSieve } from "./table.ts";
