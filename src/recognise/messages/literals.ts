import { damagedSpellingsOf } from "./damaged.ts";
import { FREQUENT, type Messages } from "./messages.ts";
import { spellingsOf } from "./spellings.ts";
import { createWindowCost, WINDOW } from "./window-cost.ts";

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
  const costOf = createWindowCost();
  for (const table of tables) {
    for (const [code, ...texts] of [...table.certain, ...table.likely]) {
      for (const text of texts) {
        const [first, ...others] = spellingsOf(text, table);
        addParts(chosen, first as string, FREQUENT.has(code), costOf);
        for (const other of [...others, ...damagedSpellingsOf(text, code, table)]) {
          if (!hasOne(chosen, other)) chosen.add(other.slice(...placeOf(other, costOf)));
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

function addParts(chosen: Set<string>, bytes: string, isFrequent: boolean, costOf: (window: string) => number): void {
  const wide = bytes.match(WIDE);
  if (wide !== null) {
    addWide(chosen, wide, isFrequent);
    return;
  }
  const [start, end] = placeOf(bytes, costOf);
  const best = bytes.slice(start, end);
  chosen.add(best);
  if (!best.includes(" ")) return;
  const apart = placeOf(
    bytes,
    costOf,
    (at) => !bytes.slice(Math.max(at, start), Math.min(at + LENGTH, end)).includes(" "),
  );
  // A single word of a short fragment is the whole of what ordinary lines may have.
  const isFound = apart[1] > 0 && (bytes.length >= LONG || !ONE_WORD.test(bytes.slice(...apart)));
  if (isFound) chosen.add(bytes.slice(...apart));
  if (!isFound || isFrequent) chosen.add(best.replaceAll(" ", "  ").slice(0, LENGTH));
}

/** The part that costs least among those whose beginnings fit; `[0, 0]` without one. */
function placeOf(
  bytes: string,
  costOf: (window: string) => number,
  fits: (start: number) => boolean = () => true,
): readonly [start: number, end: number] {
  let best: readonly [number, number] = [0, 0];
  let least = Number.POSITIVE_INFINITY;
  for (let start = 0; start + LENGTH <= bytes.length; start++) {
    if (!fits(start)) continue;
    let cost = ONE_WORD.test(bytes.slice(start, start + LENGTH)) ? COST_OF_ONE_WORD : 0;
    for (let at = start; at < start + LENGTH; at++) cost += doubt(bytes.charCodeAt(at));
    for (let at = start; at + WINDOW <= start + LENGTH && cost < least; at++) {
      cost += costOf(bytes.slice(at, at + WINDOW));
    }
    if (cost < least) [best, least] = [[start, start + LENGTH], cost];
  }
  return best;
}

/** Bytes of a fragment that is found wherever it is wrapped. */
const LONG = 30;

/** Other lines may have a word; hardly one has the end of a word and the beginning of the next. */
const ONE_WORD = /^ ?[a-z]+ ?$/;
const COST_OF_ONE_WORD = 50;

/**
 * Characters with several spellings are avoided: letters beyond ASCII, which JSON escapes and consoles damage, and
 * apostrophes; blanks, where a sentence is wrapped. In the unit of a window's cost.
 */
function doubt(byte: number): number {
  if (byte >= 0x80) return 1e5;
  if (byte === 0x20) return 100;
  return byte === 0x27 || byte === 0x60 || byte === 0x3f ? 1e6 : 0;
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
