import { isSpelled } from "./bytes.ts";
import type { Line } from "./context.ts";

/** Letters to look for (a lower-case byte string of three bytes or more), and what must match where they stand. */
export interface Clue {
  readonly letters: string;
  /** Sticky; asked at the place of the letters in the line in lower case. */
  readonly pattern: RegExp;
}

/** One look at a line for many groups of literals and clues. */
export interface Spot {
  /** Which groups stand in `[from, to)` of the line: bit `n` is set when one of group `n` does. */
  look(line: Line, from?: number, to?: number): number;
  /** Where the first of each group that the last look found stands; of no meaning for the others. */
  readonly places: Int32Array;
}

/** Three bytes are hashed to this many bits by shifting five at a time: what is used of the table stays in the cache. */
const HASH_BITS = 15;
const HASH_SHIFT = HASH_BITS / 3;
const HASH_MASK = (1 << HASH_BITS) - 1;
const LONG_HASH_BITS = 13;

/** Literals of three and four bytes, and longer ones. */
const SHORT = 1;
const LONG = 2;

/**
 * Makes the look for at most 31 groups: one table says where three bytes may begin a literal, a second, of five bytes,
 * which. Much faster than a pattern per group: `test/bench/recognise.bench.ts`.
 */
export function createSpot(groups: readonly (readonly (string | Clue)[])[]): Spot {
  const lists: Entry[][] = [[]];
  /** By the hash of three bytes: the list of the literals of three and four, or 0. */
  const shortAt = new Uint16Array(1 << HASH_BITS);
  /** Whether a literal begins so: `SHORT`, `LONG` or both. */
  const begins = new Uint8Array(1 << HASH_BITS);
  /** By the hash of five bytes: the list of the longer literals, or 0. */
  const longAt = new Uint16Array(1 << LONG_HASH_BITS);
  groups.forEach((clues, group) => {
    for (const clue of clues) {
      const entry = entryOf(clue, group);
      const hash = hashOf(entry.letters);
      begins[hash] = (begins[hash] as number) | (entry.letters.length < 5 ? SHORT : LONG);
      if (entry.letters.length < 5) add(entry, shortAt, hash);
      else add(entry, longAt, lengthen(hash, entry.letters.charCodeAt(3), entry.letters.charCodeAt(4)));
    }
  });
  const places = new Int32Array(groups.length);

  function add(entry: Entry, table: Uint16Array, hash: number): void {
    if (table[hash] === 0) table[hash] = lists.push([]) - 1;
    lists[table[hash] as number]?.push(entry);
  }

  function look(line: Line, from = 0, to = line.length): number {
    const { bytes } = line;
    let found = 0;
    let rolled = 0;
    for (let at = from; at < to; at++) {
      // What came before the last three bytes is cut off only here: one step less from byte to byte.
      rolled = (rolled << HASH_SHIFT) ^ (bytes[at] as number);
      const hash = rolled & HASH_MASK;
      const kinds = begins[hash] as number;
      if (kinds === 0) continue;
      const start = at - 2;
      if (start < from) continue;
      if ((kinds & SHORT) !== 0) found = compare(lists[shortAt[hash] as number] as Entry[], line, start, to, found);
      if ((kinds & LONG) === 0 || at + 2 >= to) continue;
      const long = longAt[lengthen(hash, bytes[at + 1] as number, bytes[at + 2] as number)] as number;
      if (long !== 0) found = compare(lists[long] as Entry[], line, start, to, found);
    }
    return found;
  }

  function compare(entries: readonly Entry[], line: Line, start: number, to: number, found: number): number {
    let all = found;
    for (let n = 0; n < entries.length; n++) {
      const { letters, group, pattern } = entries[n] as Entry;
      if ((all & (1 << group)) !== 0 || start + letters.length > to) continue;
      if (!isSpelled(letters, line.bytes, start)) continue;
      if (pattern !== null) {
        pattern.lastIndex = start;
        if (!pattern.test(line.lower)) continue;
      }
      places[group] = start;
      all |= 1 << group;
    }
    return all;
  }

  return { look, places };
}

interface Entry {
  readonly letters: string;
  readonly group: number;
  readonly pattern: RegExp | null;
}

function entryOf(clue: string | Clue, group: number): Entry {
  if (typeof clue === "string") return { letters: clue, group, pattern: null };
  return { letters: clue.letters, group, pattern: clue.pattern };
}

function hashOf(letters: string): number {
  return [0, 1, 2].reduce((hash, at) => (hash << HASH_SHIFT) ^ letters.charCodeAt(at), 0) & HASH_MASK;
}

/** Takes two bytes more into a hash of three. */
function lengthen(hash: number, fourth: number, fifth: number): number {
  return Math.imul(hash | (fourth << 15) | (fifth << 23), 0x9e3779b1) >>> (32 - LONG_HASH_BITS);
}
