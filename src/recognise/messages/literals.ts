import type { Messages } from "./messages.ts";
import { spellingsOf } from "./spellings.ts";

// The literals by which the sieve keeps lines with a sentence: twelve neighbouring bytes of each fragment, which hardly
// any other line contains. A sentence in a spelling so odd that it contains none of them is not looked for.

/** Bytes of a literal; the sieve looks for those of this length and longer at an eighth of the places. */
const LENGTH = 12;

/** Beginnings of JSON escapes: each fragment without a literal in ASCII has a letter whose escape begins with one. */
const escapes = "\\u4e|\\u00e|\\u00f|\\u30|\\u04|\\uc7|\\u76|\\u01|\\ud5|\\u65|\\u7a|\\u59|\\uc5".split("|");

/** Returns byte strings in lower case: each fragment contains at least one, also where JSON escapes it. */
export function literalsOf(tables: readonly Messages[]): readonly string[] {
  const spellings = tables.flatMap((table) => {
    const fragments = [...table.certain, ...table.likely].flatMap(([, ...texts]) => texts);
    return fragments.flatMap((fragment) => spellingsOf(fragment, table));
  });
  return [...new Set([...spellings.flatMap(partsOf), ...escapes])];
}

function partsOf(bytes: string): string[] {
  const wide = bytes.match(WIDE);
  if (wide !== null) return wide.flatMap(partsOfWide);
  let rarest = 0;
  let most = Number.NEGATIVE_INFINITY;
  let sum = 0;
  for (let end = 0; end < bytes.length; ) {
    sum += rarity(bytes.charCodeAt(end++));
    const start = end - LENGTH;
    if (start > 0) sum -= rarity(bytes.charCodeAt(start - 1));
    if (start >= 0 && sum > most) [rarest, most] = [start, sum];
  }
  const part = bytes.slice(rarest, rarest + LENGTH);
  return part.includes(" ") ? [part, part.replaceAll(" ", "  ").slice(0, LENGTH)] : [part];
}

/** Four characters or more of a script that is written without blanks or, like Hangul, broken anywhere. */
const WIDE = /(?:[\xe3-\xed\xef][\x80-\xbf]{2}){4,}/g;

/** All parts, since a console puts blanks anywhere; those of short stretches also with a blank in them. */
function partsOfWide(stretch: string): string[] {
  const parts: string[] = [];
  for (let end = LENGTH; end <= stretch.length; end += 3) parts.push(stretch.slice(end - LENGTH, end));
  for (let gap = stretch.length - LENGTH + 3; gap < LENGTH; gap += 3) {
    parts.push(`${stretch.slice(0, gap)} ${stretch.slice(gap)}`.slice(0, LENGTH));
  }
  return parts;
}

const LETTERS = " etaoinsrhldcumfpgwybvkxjqz";

/** Characters with several spellings are avoided: letters beyond ASCII, which JSON escapes, and apostrophes. */
function rarity(byte: number): number {
  if (byte >= 0x80) return -100;
  return byte === 0x27 || byte === 0x60 ? -1000 : LETTERS.indexOf(String.fromCharCode(byte));
}
