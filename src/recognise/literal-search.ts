import { isSpelled } from "./bytes.ts";

/** Letters to look for (a lower-case byte string of three bytes or more), and what must match where they stand. */
export interface Clue {
  readonly letters: string;
  /** Sticky; asked at the place of the letters in the line in lower case. */
  readonly pattern: RegExp;
}

/** What is searched: the bytes of a text in lower case, one by one and four by four, and the text itself. */
export interface Searched {
  readonly bytes: Uint8Array;
  readonly words: Int32Array;
  readonly length: number;
  readonly lower: string;
}

/** One look at a line for many groups of literals and clues. */
export interface Spot {
  /** Which groups stand in `[from, to)` of the line: bit `n` is set when one of group `n` does. */
  look(line: Searched, from?: number, to?: number): number;
  /** Where the first of each group that the last look found stands; of no meaning for the others. */
  readonly places: Int32Array;
}

/** Three bytes are hashed to this many bits by shifting five at a time: what is used of the table stays in the cache. */
const HASH_BITS = 15;
const HASH_SHIFT = HASH_BITS / 3;
const HASH_MASK = (1 << HASH_BITS) - 1;
const LONG_HASH_BITS = 13;

// All spots share these tables: the compiler reads what is the same in every call a good deal faster.

/** By the hash of three bytes: two bits for each spot, whether a short or a long literal of its own begins so. */
const begins = new Uint16Array(1 << HASH_BITS);
/** By the hash of three bytes: the list of the literals of three and four bytes. */
const shortAt = new Uint16Array(1 << HASH_BITS);
/** By the hash of five bytes: the list of the longer literals; 0 when there is none. */
const longAt = new Uint16Array(1 << LONG_HASH_BITS);
const lists: Entry[][] = [[]];
const SHORT = 1;
const LONG = 2;
const MOST_SPOTS = 8;
let spots = 0;

/**
 * Makes the look for at most 31 groups: one table says where three bytes may begin a literal, another, of five bytes,
 * which. A program makes few of them: a RangeError for the ninth. `test/bench/recognise.bench.ts` has its speed.
 */
export function createSpot(groups: readonly (readonly (string | Clue)[])[]): Spot {
  if (spots === MOST_SPOTS) throw new RangeError(`more than ${MOST_SPOTS} spots`);
  const spot: Made = { number: spots++, places: new Int32Array(groups.length) };
  groups.forEach((clues, group) => {
    for (const clue of clues) add(entryOf(clue, group, spot.number));
  });
  return { look: (line, from = 0, to = line.length) => lookFor(spot, line, from, to), places: spot.places };
}

interface Made {
  readonly number: number;
  readonly places: Int32Array;
}

function add(entry: Entry): void {
  const { letters, spot } = entry;
  const hash = hashOf(letters);
  const isShort = letters.length < 5;
  begins[hash] = (begins[hash] as number) | ((isShort ? SHORT : LONG) << (2 * spot));
  const table = isShort ? shortAt : longAt;
  const place = isShort ? hash : lengthen(hash, letters.charCodeAt(3), letters.charCodeAt(4));
  if (table[place] === 0) table[place] = lists.push([]) - 1;
  lists[table[place] as number]?.push(entry);
}

function lookFor(spot: Made, line: Searched, from: number, to: number): number {
  const { words } = line;
  const mask = 3 << (2 * spot.number);
  let found = 0;
  let third = 0;
  // Four bytes are read at once: half the time of one after another. What came before three bytes is cut off by the mask.
  for (let word = from >> 2; word << 2 < to; word++) {
    const four = words[word] as number;
    const zeroth = (third << HASH_SHIFT) ^ (four & 0xff);
    const first = (zeroth << HASH_SHIFT) ^ ((four >>> 8) & 0xff);
    const second = (first << HASH_SHIFT) ^ ((four >>> 16) & 0xff);
    third = (second << HASH_SHIFT) ^ (four >>> 24);
    const kinds0 = (begins[zeroth & HASH_MASK] as number) & mask;
    const kinds1 = (begins[first & HASH_MASK] as number) & mask;
    const kinds2 = (begins[second & HASH_MASK] as number) & mask;
    const kinds3 = (begins[third & HASH_MASK] as number) & mask;
    if ((kinds0 | kinds1 | kinds2 | kinds3) === 0) continue;
    const start = (word << 2) - 2;
    if (kinds0 !== 0 && start >= from) found = compareAt(spot, line, start, zeroth & HASH_MASK, to, found);
    if (kinds1 !== 0 && start + 1 >= from) found = compareAt(spot, line, start + 1, first & HASH_MASK, to, found);
    if (kinds2 !== 0 && start + 2 >= from) found = compareAt(spot, line, start + 2, second & HASH_MASK, to, found);
    if (kinds3 !== 0 && start + 3 >= from) found = compareAt(spot, line, start + 3, third & HASH_MASK, to, found);
  }
  return found;
}

/** Adds the groups whose literals, short or long, stand at this place of this hash to those that were found. */
function compareAt(spot: Made, line: Searched, start: number, hash: number, to: number, found: number): number {
  const kinds = (begins[hash] as number) >>> (2 * spot.number);
  let all = found;
  if ((kinds & SHORT) !== 0) all = compare(shortAt[hash] as number, spot, line, start, to, all);
  if ((kinds & LONG) === 0 || start + 4 >= to) return all;
  const { bytes } = line;
  const list = longAt[lengthen(hash, bytes[start + 3] as number, bytes[start + 4] as number)] as number;
  return list === 0 ? all : compare(list, spot, line, start, to, all);
}

/** Likewise for those of one list. */
function compare(list: number, spot: Made, line: Searched, start: number, to: number, found: number): number {
  const entries = lists[list] as Entry[];
  let all = found;
  for (let n = 0; n < entries.length; n++) {
    const { letters, group, pattern, spot: number } = entries[n] as Entry;
    if (number !== spot.number || (all & (1 << group)) !== 0 || start + letters.length > to) continue;
    if (!isSpelled(letters, line.bytes, start)) continue;
    if (pattern !== null) {
      pattern.lastIndex = start;
      if (!pattern.test(line.lower)) continue;
    }
    spot.places[group] = start;
    all |= 1 << group;
  }
  return all;
}

interface Entry {
  readonly letters: string;
  readonly group: number;
  readonly spot: number;
  readonly pattern: RegExp | null;
}

function entryOf(clue: string | Clue, group: number, spot: number): Entry {
  if (typeof clue === "string") return { letters: clue, group, spot, pattern: null };
  return { letters: clue.letters, group, spot, pattern: clue.pattern };
}

function hashOf(letters: string): number {
  return [0, 1, 2].reduce((hash, at) => (hash << HASH_SHIFT) ^ letters.charCodeAt(at), 0) & HASH_MASK;
}

/** Takes two bytes more into a hash of three. */
function lengthen(hash: number, fourth: number, fifth: number): number {
  return Math.imul(hash | (fourth << 15) | (fifth << 23), 0x9e3779b1) >>> (32 - LONG_HASH_BITS);
}
