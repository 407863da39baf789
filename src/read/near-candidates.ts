import type { Sieve } from "../sieve/sieve.ts";

/** Bytes on each side of a candidate in a long line that are a window with it, so that all of a code is in one; the recognisers see as much again. */
export const NEAR_BYTES = 512;

/** A candidate is known to begin in a part of so many bytes. */
const PART_BYTES = 256;

/**
 * Returns the half-open ranges in `[from, to)` that are near a candidate, in order and apart from each other. Bytes from
 * `seen` on and up to `known` are in the memory of the sieve. What is before `head` is never parted.
 */
export function nearCandidates(
  sieve: Sieve,
  { seen, from, head, to, known }: { readonly [place in "seen" | "from" | "head" | "to" | "known"]: number },
): [start: number, end: number][] {
  const near: [number, number][] = [];
  const searched = Math.min(to + NEAR_BYTES, known);
  let next = seen;
  let count: number;
  do {
    count = sieve.candidates(next, searched, PART_BYTES);
    for (let at = 0; at < 2 * count; at += 2) {
      const begin = (sieve.found[at] as number) - NEAR_BYTES;
      next = sieve.found[at + 1] as number;
      const start = begin < head ? from : Math.max(from, begin);
      const end = Math.min(to, Math.max(start < head ? head : 0, next + NEAR_BYTES));
      const last = near.at(-1);
      if (start >= end) continue;
      if (last !== undefined && start <= last[1]) last[1] = end;
      else near.push([start, end]);
    }
  } while (2 * count === sieve.found.length);
  return near;
}
