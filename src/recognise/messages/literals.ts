import { coverAll } from "./cover.ts";
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
  const wide: string[] = [];
  const narrow: string[][] = [];
  for (const spelling of new Set(spellings)) {
    const stretches = spelling.match(WIDE);
    if (stretches === null) narrow.push(partsOf(spelling));
    else wide.push(...stretches.flatMap(partsOfWide));
  }
  return [...new Set([...wide, ...coverAll(narrow, withWideBlanks).flatMap(withWideBlanks), ...escapes])];
}

/** The parts with the fewest characters of several spellings: letters beyond ASCII, which JSON escapes, and apostrophes. */
function partsOf(bytes: string): string[] {
  const parts: string[] = [];
  let fewest = LENGTH;
  for (let end = LENGTH; end <= bytes.length; end++) {
    const part = bytes.slice(end - LENGTH, end);
    const unsure = part.match(UNSURE)?.length ?? 0;
    if (unsure < fewest) parts.length = 0;
    if (unsure > fewest) continue;
    fewest = unsure;
    parts.push(part);
  }
  return parts;
}

const UNSURE = /[\x80-\xff'`]/g;

/** The part, and with two blanks in the place of one: a column of a console ends there. */
function withWideBlanks(part: string): string[] {
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
