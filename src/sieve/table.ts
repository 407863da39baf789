import { isDigit, isSpelled } from "../text/byte-array.ts";
import { toLowerCase } from "../text/byte-string.ts";
import { FoldedBytes } from "../text/folded-bytes.ts";
import { LiteralSearch } from "../text/literal-search.ts";
import { type Literal, type Literals, listLiterals } from "./literals.ts";
import type { Sieve } from "./sieve.ts";

const NEWLINE = 10;
const MOST_FOUND = 1024;

/** Builds the sieve in plain TypeScript. Throws a RangeError for a literal that a sieve cannot find. */
export function createTableSieve(literals: Literals): Sieve {
  const search = new LiteralSearch(
    listLiterals(literals).map((literal) => [toLowerCase(literal.text), literal] as const),
  );
  const folded = new FoldedBytes();
  const found = new Int32Array(2 * MOST_FOUND);
  let bytes = new Uint8Array(0);
  let twin: Sieve | null = null;

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
    candidates(from, to, part = 0) {
      const range = bytes.subarray(from, to);
      let count = 0;
      let clean = 0;
      folded.copy(range);
      search.search(folded, 0, range.length, (literal, start, end) => {
        if (start < clean || !isWhole(range, start, end, literal)) return false;
        const begin = part === 0 ? Math.max(clean, range.lastIndexOf(NEWLINE, start) + 1) : start - (start % part);
        const lineEnd = range.indexOf(NEWLINE, start) + 1;
        clean = part === 0 ? lineEnd || range.length : Math.min(begin + part, range.length);
        found[2 * count] = from + begin;
        found[2 * count + 1] = from + clean;
        return ++count === MOST_FOUND;
      });
      return count;
    },
    twin() {
      twin ??= createTableSieve(literals);
      return twin;
    },
    lineEnds(from, to) {
      let count = 0;
      for (let at = from; at < to; at++) if (bytes[at] === NEWLINE) count++;
      return count;
    },
  };
}

/** Whether letters have the case that the literal asks for, and a number is whole. */
function isWhole(range: Uint8Array, start: number, end: number, { text, isExact, isNumber }: Literal): boolean {
  if (isNumber) return !isGlueBefore(range[start - 1]) && !isGlueBehind(range[end]);
  return !isExact || isSpelled(text, range, start);
}

function isGlueBefore(byte: number | undefined): boolean {
  return isDigit(byte) || byte === POINT;
}

function isGlueBehind(byte: number | undefined): boolean {
  return byte !== undefined && byte !== LONG_END && byte !== LONG_END_UPPER && WORD.test(String.fromCharCode(byte));
}

const POINT = 0x2e;
const LONG_END = 0x6c;
const LONG_END_UPPER = 0x4c;
const WORD = /[0-9A-Z_a-z]/;
