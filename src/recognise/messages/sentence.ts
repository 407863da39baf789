import { damagedSpellingsOf } from "./damaged.ts";
import { fold } from "./fold.ts";
import type { MessageRow, Messages } from "./messages.ts";
import type { Hit, Phrase } from "./phrases.ts";
import { spellingsOf } from "./spellings.ts";

/** A fragment's place among the sentences. */
export interface Fragment {
  readonly code: number;
  /** The row of the tables; the fragments of one row occur in one sentence, in their order. */
  readonly row: MessageRow;
  readonly place: number;
  readonly certain: boolean;
}

/** The part of one sentence that was found: half-open range in the text that was searched. */
export interface Sentence {
  /** The last fragment that was found. */
  readonly fragment: Fragment;
  readonly start: number;
  readonly end: number;
}

/** Returns the fragments of a language, folded as the lines are in which they are looked for. */
export function phrasesOf(table: Messages): readonly Phrase<Fragment>[] {
  return spelled(table, (fragment) => spellingsOf(fragment, table));
}

/** Returns the fragments as programs damage them: for lines in which there is no other. */
export function damagedPhrasesOf(table: Messages): readonly Phrase<Fragment>[] {
  return spelled(table, (fragment, code) => damagedSpellingsOf(fragment, code, table));
}

function spelled(
  { certain, likely }: Messages,
  spell: (fragment: string, code: number) => readonly string[],
): readonly Phrase<Fragment>[] {
  return [...certain, ...likely].flatMap((row) => {
    const [code, ...fragments] = row;
    const isCertain = certain.includes(row);
    return fragments.flatMap((fragment, place) => {
      const meaning = { code, row, place, certain: isCertain };
      return spell(fragment, code).map((spelling) => ({ text: fold(spelling).text, meaning }));
    });
  });
}

/** Joins the fragments of each sentence; where two sentences claim the same words, the longer fragment has them. */
export function sentencesOf(hits: readonly Hit<Fragment>[]): Sentence[] {
  const found: Sentence[] = [];
  for (const { phrase, start, end } of hits) {
    const fragment = phrase.meaning;
    const last = found.at(-1);
    const next = { fragment, start, end };
    if (last === undefined) found.push(next);
    else if (goesOn(last, fragment, start)) found[found.length - 1] = { fragment, start: last.start, end };
    else if (last.end <= start) found.push(next);
    else if (last.fragment.code === fragment.code) found[found.length - 1] = { ...last, end: Math.max(last.end, end) };
    else if (end - start > last.end - last.start) found[found.length - 1] = next;
  }
  return found;
}

function goesOn(last: Sentence, { row, place }: Fragment, start: number): boolean {
  return last.fragment.row === row && last.fragment.place < place && start - last.end < LONGEST_GAP;
}

/** Bytes between two fragments of one sentence: the longest sentences have some two hundred. */
const LONGEST_GAP = 200;
