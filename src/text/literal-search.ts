import { isSpelled } from "./byte-array.ts";
import type { FoldedBytes } from "./folded-bytes.ts";

/** Gets a literal that was found, with its half-open range; true ends the search. */
export type Visit<Value> = (value: Value, start: number, end: number) => boolean;

/** Three bytes are hashed to this many bits by shifting five at a time: the table fits into the first-level cache. */
const HASH_BITS = 15;
const HASH_SHIFT = HASH_BITS / 3;
const HASH_MASK = (1 << HASH_BITS) - 1;
const LONG_HASH_BITS = 15;

const SHORT = 1;
const LONG = 2;

interface Entry<Value> {
  readonly text: string;
  readonly length: number;
  /** The last byte: the first ones are known to be much alike by their hash. */
  readonly last: number;
  readonly value: Value;
}

/**
 * Finds many literals at once. A table by the hash of three bytes shows whether a literal may begin there, another by the
 * hash of five bytes lists the longer ones that may. `test/bench/recognise.bench.ts` measures it.
 */
export class LiteralSearch<Value> {
  /** By the hash of three bytes: whether short literals begin so, and whether long ones do. */
  readonly #begins = new Uint8Array(1 << HASH_BITS);
  /** By the hash of three bytes: the literals of three and four bytes. */
  readonly #short = new Map<number, Entry<Value>[]>();
  /** By the hash of five bytes: the number of the list of the longer literals, 0 where there are none. */
  readonly #long = new Uint16Array(1 << LONG_HASH_BITS);
  readonly #longLists: Entry<Value>[][] = [[]];

  /** @param literals byte strings of three bytes or more, without upper-case ASCII letters */
  constructor(literals: readonly (readonly [text: string, value: Value])[]) {
    for (const [text, value] of literals.toSorted(([a], [b]) => b.length - a.length)) {
      this.#add({ text, length: text.length, last: text.charCodeAt(text.length - 1), value });
    }
  }

  #add(entry: Entry<Value>): void {
    const { text } = entry;
    const hash = hashOf(text);
    const isShort = text.length < 5;
    this.#begins[hash] = (this.#begins[hash] as number) | (isShort ? SHORT : LONG);
    if (isShort) {
      const list = this.#short.get(hash);
      if (list === undefined) this.#short.set(hash, [entry]);
      else list.push(entry);
    } else {
      const place = lengthen(hash, text.charCodeAt(3), text.charCodeAt(4));
      if (this.#long[place] === 0) this.#long[place] = this.#longLists.push([]) - 1;
      this.#longLists[this.#long[place] as number]?.push(entry);
    }
  }

  /** Visits the literals that lie in `[from, to)`, in order; of those that begin at one place the longest first. */
  search({ bytes, words }: FoldedBytes, from: number, to: number, visit: Visit<Value>): void {
    const begins = this.#begins;
    let third = 0;
    for (let word = from >> 2; word << 2 < to; word++) {
      const four = words[word] as number;
      const zeroth = (third << HASH_SHIFT) ^ (four & 0xff);
      const first = (zeroth << HASH_SHIFT) ^ ((four >>> 8) & 0xff);
      const second = (first << HASH_SHIFT) ^ ((four >>> 16) & 0xff);
      third = (second << HASH_SHIFT) ^ (four >>> 24);
      const kinds0 = begins[zeroth & HASH_MASK] as number;
      const kinds1 = begins[first & HASH_MASK] as number;
      const kinds2 = begins[second & HASH_MASK] as number;
      const kinds3 = begins[third & HASH_MASK] as number;
      if ((kinds0 | kinds1 | kinds2 | kinds3) === 0) continue;
      const start = (word << 2) - 2;
      if (kinds0 !== 0 && start >= from && this.#at(bytes, start, zeroth & HASH_MASK, to, visit)) return;
      if (kinds1 !== 0 && start + 1 >= from && this.#at(bytes, start + 1, first & HASH_MASK, to, visit)) return;
      if (kinds2 !== 0 && start + 2 >= from && this.#at(bytes, start + 2, second & HASH_MASK, to, visit)) return;
      if (kinds3 !== 0 && start + 3 >= from && this.#at(bytes, start + 3, third & HASH_MASK, to, visit)) return;
    }
  }

  #at(bytes: Uint8Array, start: number, hash: number, to: number, visit: Visit<Value>): boolean {
    const kinds = this.#begins[hash] as number;
    if ((kinds & LONG) !== 0 && start + 4 < to) {
      const list = this.#long[lengthen(hash, bytes[start + 3] as number, bytes[start + 4] as number)] as number;
      if (list !== 0 && compare(this.#longLists[list] as Entry<Value>[], bytes, start, to, visit)) return true;
    }
    return (kinds & SHORT) !== 0 && compare(this.#short.get(hash) as Entry<Value>[], bytes, start, to, visit);
  }
}

function compare<Value>(
  entries: Entry<Value>[],
  bytes: Uint8Array,
  start: number,
  to: number,
  visit: Visit<Value>,
): boolean {
  for (let n = 0; n < entries.length; n++) {
    const { text, length, last, value } = entries[n] as Entry<Value>;
    const end = start + length;
    if (end <= to && bytes[end - 1] === last && isSpelled(text, bytes, start) && visit(value, start, end)) return true;
  }
  return false;
}

function hashOf(text: string): number {
  return [0, 1, 2].reduce((hash, at) => (hash << HASH_SHIFT) ^ text.charCodeAt(at), 0) & HASH_MASK;
}

/** Takes two bytes more into a hash of three. */
function lengthen(hash: number, fourth: number, fifth: number): number {
  return Math.imul(hash | (fourth << 15) | (fifth << 23), 0x9e3779b1) >>> (32 - LONG_HASH_BITS);
}
