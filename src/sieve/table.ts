import type { Sieve } from "./index.ts";

/** Three bytes are hashed to this many bits by shifting five at a time: the table fits into the first-level cache. */
const HASH_BITS = 15;
const HASH_SHIFT = HASH_BITS / 3;
const HASH_MASK = (1 << HASH_BITS) - 1;

/**
 * Builds the sieve in plain TypeScript: one look-up in a table of hashed trigrams per byte, and a comparison only
 * where the first three bytes of a fingerprint may stand.
 *
 * @param fingerprints byte strings of three bytes or more, in lower case.
 */
export function createSieve(fingerprints: readonly string[]): Sieve {
  const buckets = bucketByHash(fingerprints);
  const occupied = new Uint8Array(1 << HASH_BITS);
  for (const hash of buckets.keys()) occupied[hash] = 1;
  return {
    next(bytes, from, to) {
      let hash = 0;
      for (let at = from; at < to; at++) {
        hash = roll(hash, FOLDED[bytes.charCodeAt(at)] as number);
        if (occupied[hash] === 0 || at < from + 2) continue;
        if (standsAt(bytes, at - 2, to, buckets.get(hash) as string[])) return at - 2;
      }
      return -1;
    },
  };
}

/** Lower-case ASCII letters for upper-case ones; every other byte is itself. */
const FOLDED = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte));

/** Takes one byte more into the hash of the last three; what came before is shifted out. */
function roll(hash: number, byte: number): number {
  return ((hash << HASH_SHIFT) ^ byte) & HASH_MASK;
}

function bucketByHash(fingerprints: readonly string[]): Map<number, string[]> {
  const buckets = new Map<number, string[]>();
  for (const fingerprint of fingerprints) {
    if (fingerprint.length < 3) throw new RangeError(`fingerprint of less than three bytes: ${fingerprint}`);
    let hash = 0;
    for (let at = 0; at < 3; at++) hash = roll(hash, fingerprint.charCodeAt(at));
    const bucket = buckets.get(hash);
    if (bucket) bucket.push(fingerprint);
    else buckets.set(hash, [fingerprint]);
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
