import type { Sieve } from "./index.ts";

const TRIGRAM_BITS = 16;

/**
 * Builds the sieve in plain TypeScript: one look-up in a table of hashed trigrams per byte, and a comparison only
 * where the first three bytes of a fingerprint may stand.
 *
 * @param fingerprints byte strings of three bytes or more, in lower case.
 */
export function createSieve(fingerprints: readonly string[]): Sieve {
  const buckets = bucketByTrigram(fingerprints);
  const occupied = new Uint8Array(1 << TRIGRAM_BITS);
  for (const key of buckets.keys()) occupied[key] = 1;
  return {
    next(bytes, from, to) {
      if (to - from < 3) return -1;
      let first = FOLDED[bytes.charCodeAt(from)] as number;
      let second = FOLDED[bytes.charCodeAt(from + 1)] as number;
      for (let at = from + 2; at < to; at++) {
        const third = FOLDED[bytes.charCodeAt(at)] as number;
        const key = hash(first, second, third);
        if (occupied[key] === 1 && standsAt(bytes, at - 2, to, buckets.get(key) as string[])) return at - 2;
        first = second;
        second = third;
      }
      return -1;
    },
  };
}

/** Lower-case ASCII letters for upper-case ones; every other byte is itself. */
const FOLDED = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte));

function hash(first: number, second: number, third: number): number {
  return (first ^ (second << 5) ^ (third << 10)) & ((1 << TRIGRAM_BITS) - 1);
}

function bucketByTrigram(fingerprints: readonly string[]): Map<number, string[]> {
  const buckets = new Map<number, string[]>();
  for (const fingerprint of fingerprints) {
    if (fingerprint.length < 3) throw new RangeError(`fingerprint of less than three bytes: ${fingerprint}`);
    const key = hash(fingerprint.charCodeAt(0), fingerprint.charCodeAt(1), fingerprint.charCodeAt(2));
    const bucket = buckets.get(key);
    if (bucket) bucket.push(fingerprint);
    else buckets.set(key, [fingerprint]);
  }
  return buckets;
}

function standsAt(bytes: string, at: number, to: number, fingerprints: readonly string[]): boolean {
  for (const fingerprint of fingerprints) {
    if (at + fingerprint.length > to) continue;
    let matched = 0;
    while (matched < fingerprint.length && FOLDED[bytes.charCodeAt(at + matched)] === fingerprint.charCodeAt(matched)) {
      matched++;
    }
    if (matched === fingerprint.length) return true;
  }
  return false;
}
