import { FOLDED, type Literal, type Literals, listLiterals } from "./literals.ts";
import type { Sieve } from "./sieve.ts";

/** Three bytes are hashed to this many bits by shifting five at a time: the table fits into the first-level cache. */
const HASH_BITS = 15;
const HASH_SHIFT = HASH_BITS / 3;
const HASH_MASK = (1 << HASH_BITS) - 1;

const NEWLINE = 10;
const MOST_FOUND = 1024;

/**
 * Builds the sieve in plain TypeScript: one look-up in a table of hashed trigrams per byte, and a comparison only
 * where the first three bytes of a literal may stand. Throws a RangeError for what is no literal.
 */
export function createTableSieve(literals: Literals): Sieve {
  const groups = groupByHash(listLiterals(literals));
  const occupied = new Uint8Array(1 << HASH_BITS);
  for (const hash of groups.keys()) occupied[hash] = 1;
  const found = new Int32Array(2 * MOST_FOUND);
  let bytes = new Uint8Array(0);

  /** Where the first literal in the range begins, or -1. */
  function next(from: number, to: number): number {
    let hash = 0;
    for (let at = from; at < to; at++) {
      hash = roll(hash, FOLDED[bytes[at] as number] as number);
      if (occupied[hash] === 0 || at < from + 2) continue;
      const group = groups.get(hash) as Literal[];
      if (group.some((literal) => standsAt(bytes, at - 2, from, to, literal))) return at - 2;
    }
    return -1;
  }

  return {
    found,
    get bytes() {
      return bytes;
    },
    reserve(length) {
      if (length <= bytes.length) return;
      const larger = new Uint8Array(length);
      larger.set(bytes);
      bytes = larger;
    },
    candidates(from, to) {
      let count = 0;
      let clean = from;
      for (let place = next(clean, to); place >= 0 && count < MOST_FOUND; place = next(clean, to)) {
        found[count * 2] = Math.max(clean, bytes.lastIndexOf(NEWLINE, place) + 1);
        const lineEnd = bytes.indexOf(NEWLINE, place);
        clean = lineEnd < 0 || lineEnd >= to ? to : lineEnd + 1;
        found[count * 2 + 1] = clean;
        count++;
      }
      return count;
    },
    lineEnds(from, to) {
      let count = 0;
      for (let at = from; at < to; at++) if (bytes[at] === NEWLINE) count++;
      return count;
    },
  };
}

/** Takes one byte more into the hash of the last three; what came before is shifted out. */
function roll(hash: number, byte: number): number {
  return ((hash << HASH_SHIFT) ^ byte) & HASH_MASK;
}

function groupByHash(literals: readonly Literal[]): Map<number, Literal[]> {
  const groups = new Map<number, Literal[]>();
  for (const literal of literals) {
    let hash = 0;
    for (let at = 0; at < 3; at++) hash = roll(hash, FOLDED[literal.text.charCodeAt(at)] as number);
    const group = groups.get(hash);
    if (group) group.push(literal);
    else groups.set(hash, [literal]);
  }
  return groups;
}

function standsAt(bytes: Uint8Array, start: number, from: number, to: number, literal: Literal): boolean {
  const { text, isExact, isNumber } = literal;
  const end = start + text.length;
  if (end > to) return false;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    if ((isExact ? byte : FOLDED[byte]) !== text.charCodeAt(at - start)) return false;
  }
  return !isNumber || !((start > from && isDigit(bytes[start - 1])) || (end < to && isDigit(bytes[end])));
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}
