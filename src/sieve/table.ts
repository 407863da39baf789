import { checkFingerprints, FOLDED } from "./fingerprints.ts";
import type { CreateSieve } from "./index.ts";

/** Three bytes are hashed to this many bits by shifting five at a time: the table fits into the first-level cache. */
const HASH_BITS = 15;
const HASH_SHIFT = HASH_BITS / 3;
const HASH_MASK = (1 << HASH_BITS) - 1;

/**
 * Builds the sieve in plain TypeScript: one look-up in a table of hashed trigrams per byte, and a comparison only
 * where the first three bytes of a fingerprint may stand.
 */
export const createTableSieve: CreateSieve = (fingerprints) => {
  const groups = groupByHash(checkFingerprints(fingerprints));
  const occupied = new Uint8Array(1 << HASH_BITS);
  for (const hash of groups.keys()) occupied[hash] = 1;
  let bytes = new Uint8Array(0);
  return {
    get bytes() {
      return bytes;
    },
    reserve(length) {
      if (length <= bytes.length) return;
      const larger = new Uint8Array(length);
      larger.set(bytes);
      bytes = larger;
    },
    next(from, to) {
      let hash = 0;
      for (let at = from; at < to; at++) {
        hash = roll(hash, FOLDED[bytes[at] as number] as number);
        if (occupied[hash] === 0 || at < from + 2) continue;
        if (standsAt(bytes, at - 2, to, groups.get(hash) as string[])) return lineStart(bytes, at - 2, from);
      }
      return -1;
    },
    lineEnds(from, to) {
      let count = 0;
      for (let at = from; at < to; at++) if (bytes[at] === NEWLINE) count++;
      return count;
    },
  };
};

const NEWLINE = 10;

/** Takes one byte more into the hash of the last three; what came before is shifted out. */
function roll(hash: number, byte: number): number {
  return ((hash << HASH_SHIFT) ^ byte) & HASH_MASK;
}

function groupByHash(fingerprints: readonly string[]): Map<number, string[]> {
  const groups = new Map<number, string[]>();
  for (const fingerprint of fingerprints) {
    let hash = 0;
    for (let at = 0; at < 3; at++) hash = roll(hash, fingerprint.charCodeAt(at));
    const group = groups.get(hash);
    if (group) group.push(fingerprint);
    else groups.set(hash, [fingerprint]);
  }
  return groups;
}

function standsAt(bytes: Uint8Array, at: number, to: number, fingerprints: readonly string[]): boolean {
  for (const fingerprint of fingerprints) {
    if (at + fingerprint.length > to) continue;
    let same = 0;
    while (same < fingerprint.length && FOLDED[bytes[at + same] as number] === fingerprint.charCodeAt(same)) same++;
    if (same === fingerprint.length) return true;
  }
  return false;
}

function lineStart(bytes: Uint8Array, place: number, from: number): number {
  let start = place;
  while (start > from && bytes[start - 1] !== NEWLINE) start--;
  return start;
}
