import { damagedSpellingsOf } from "./damaged.ts";
import { FREQUENT, type Messages } from "./messages.ts";
import { spellingsOf } from "./spellings.ts";

// The literals by which the sieve keeps lines with a sentence: twelve neighbouring bytes of each fragment, which hardly
// any other line contains. A sentence may be wrapped anywhere between two words: a second literal, which shares no blank
// with the first, finds it then; the frequent sentences are found with a doubled blank between all words too. A sentence
// in a spelling so odd that it contains none of the literals is not looked for.

/** Bytes of a literal; the sieve looks for those of this length and longer at an eighth of the places. */
const LENGTH = 12;

/** Beginnings of JSON escapes: each fragment without a literal in ASCII has a letter whose escape begins with one. */
const escapes = "\\u4e|\\u00e|\\u00f|\\u30|\\u04|\\uc7|\\u76|\\u01|\\ud5|\\u65|\\u7a|\\u59|\\uc5".split("|");

/** Returns byte strings in lower case: each fragment contains at least one, also where JSON escapes it. */
export function literalsOf(tables: readonly Messages[]): readonly string[] {
  const chosen = new Set<string>();
  for (const table of tables) {
    for (const [code, ...texts] of [...table.certain, ...table.likely]) {
      for (const text of texts) {
        const [first, ...others] = spellingsOf(text, table);
        addParts(chosen, first as string, FREQUENT.has(code));
        for (const other of [...others, ...damagedSpellingsOf(text, code, table)]) {
          if (!hasOne(chosen, other)) chosen.add(other.slice(...placeOf(other, () => true)));
        }
      }
    }
  }
  return [...chosen, ...escapes];
}

function hasOne(chosen: ReadonlySet<string>, bytes: string): boolean {
  for (let end = LENGTH; end <= bytes.length; end++) if (chosen.has(bytes.slice(end - LENGTH, end))) return true;
  return false;
}

function addParts(chosen: Set<string>, bytes: string, isFrequent: boolean): void {
  const wide = bytes.match(WIDE);
  if (wide !== null) {
    addWide(chosen, wide, isFrequent);
    return;
  }
  const [start, end] = placeOf(bytes, () => true);
  const best = bytes.slice(start, end);
  chosen.add(best);
  if (!best.includes(" ")) return;
  const apart = placeOf(bytes, (at) => !bytes.slice(Math.max(at, start), Math.min(at + LENGTH, end)).includes(" "));
  if (apart[1] > 0) chosen.add(bytes.slice(...apart));
  if (apart[1] === 0 || isFrequent) chosen.add(best.replaceAll(" ", "  ").slice(0, LENGTH));
}

/** The rarest part among those whose beginnings fit; `[0, 0]` without one. */
function placeOf(bytes: string, fits: (start: number) => boolean): readonly [start: number, end: number] {
  let rarest: readonly [number, number] = [0, 0];
  let most = Number.NEGATIVE_INFINITY;
  let sum = 0;
  for (let end = 1; end <= bytes.length; end++) {
    sum += rarity(bytes.charCodeAt(end - 1));
    const start = end - LENGTH;
    if (start > 0) sum -= rarity(bytes.charCodeAt(start - 1));
    if (start >= 0 && sum > most && fits(start)) [rarest, most] = [[start, end], sum];
  }
  return rarest;
}

/** Four characters or more of a script that is written without blanks or, like Hangul, broken anywhere. */
const WIDE = /(?:[\xe3-\xed\xef][\x80-\xbf]{2}){4,}/g;

/** Two parts without a common gap, since a console puts a blank anywhere; of short stretches all, and some with a blank. */
function addWide(chosen: Set<string>, stretches: readonly string[], isFrequent: boolean): void {
  const first = stretches[0] as string;
  const last = stretches.at(-1) as string;
  chosen.add(first.slice(0, LENGTH));
  if (stretches.length > 1 || first.length >= 2 * LENGTH - 3) {
    chosen.add(last.slice(-LENGTH));
    if (isFrequent && first.length > 2 * LENGTH) chosen.add(first.slice(LENGTH - 3, 2 * LENGTH - 3));
    return;
  }
  for (let end = LENGTH; end <= first.length; end += 3) chosen.add(first.slice(end - LENGTH, end));
  for (let gap = first.length - LENGTH + 3; gap < LENGTH; gap += 3) {
    chosen.add(`${first.slice(0, gap)} ${first.slice(gap)}`.slice(0, LENGTH));
  }
}

const LETTERS = " etaoinsrhldcumfpgwybvkxjqz";

/**
 * Characters with several spellings are avoided: letters beyond ASCII, which JSON escapes and consoles damage, and
 * apostrophes; blanks, where a sentence is wrapped.
 */
function rarity(byte: number): number {
  if (byte >= 0x80) return -1000;
  if (byte === 0x20) return -200;
  return byte === 0x27 || byte === 0x60 || byte === 0x3f ? -10_000 : LETTERS.indexOf(String.fromCharCode(byte));
}
