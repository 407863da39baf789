import type { FoldedBytes } from "../../text/folded-bytes.ts";
import { LiteralSearch } from "../../text/literal-search.ts";

/** A fragment of a sentence, folded, and its meaning. */
export interface Phrase<Meaning> {
  readonly text: string;
  readonly meaning: Meaning;
}

/** A place of a phrase: half-open range in the text that was searched. */
export interface Hit<Meaning> {
  readonly phrase: Phrase<Meaning>;
  readonly start: number;
  readonly end: number;
}

/** Returns all places of phrases, in order. */
export type PhraseSearch<Meaning> = (text: FoldedBytes) => Hit<Meaning>[];

/** Makes the search for many phrases: every place where one begins and ends with whole words, the longest of each place. */
export function createPhraseSearch<Meaning>(phrases: readonly Phrase<Meaning>[]): PhraseSearch<Meaning> {
  const search = new LiteralSearch(phrases.map((phrase) => [phrase.text, phrase] as const));
  return (text) => {
    const hits: Hit<Meaning>[] = [];
    search.search(text, 0, text.length, (phrase, start, end) => {
      if (hits.at(-1)?.start !== start && !isInsideWord(text, start) && !isInsideWord(text, end)) {
        hits.push({ phrase, start, end });
      }
      return false;
    });
    return hits;
  };
}

/** Whether the letters before and after this place belong together; letters outside ASCII end words here. */
function isInsideWord({ bytes, length }: FoldedBytes, place: number): boolean {
  return place > 0 && place < length && isLetter(bytes[place - 1] as number) && isLetter(bytes[place] as number);
}

function isLetter(byte: number): boolean {
  return byte >= 0x61 && byte <= 0x7a;
}
