import { isSpelled } from "../bytes.ts";

/** A fragment of a sentence, folded, and what it stands for. */
export interface Phrase<Meaning> {
  readonly text: string;
  readonly meaning: Meaning;
}

/** A place where a phrase stands: half-open range in the text that was searched. */
export interface Hit<Meaning> {
  readonly phrase: Phrase<Meaning>;
  readonly start: number;
  readonly end: number;
}

/** All places of phrases among the first `length` bytes. */
export type Search<Meaning> = (bytes: Uint8Array, length: number) => Hit<Meaning>[];

/**
 * Makes the search for many phrases at once: every place where one begins and ends with whole words, the longest at
 * each place, in order. Only phrases with the same three letters at their beginning are compared with a place.
 */
export function createSearch<Meaning>(phrases: readonly Phrase<Meaning>[]): Search<Meaning> {
  const lists: Phrase<Meaning>[][] = [[]];
  const listOf = new Uint16Array(1 << BEGINNING_BITS);
  for (const phrase of phrases.toSorted((a, b) => b.text.length - a.text.length)) {
    const beginning = [0, 1, 2].reduce((mixed, at) => roll(mixed, phrase.text.charCodeAt(at)), 0);
    if (listOf[beginning] === 0) listOf[beginning] = lists.push([]) - 1;
    lists[listOf[beginning] as number]?.push(phrase);
  }

  return (bytes, length) => {
    const hits: Hit<Meaning>[] = [];
    let beginning = 0;
    for (let at = 0; at < length; at++) {
      beginning = roll(beginning, bytes[at] as number);
      const list = listOf[beginning] as number;
      const start = at - 2;
      if (list === 0 || start < 0 || isInsideWord(bytes, start, length)) continue;
      const phrase = firstAt(lists[list] as Phrase<Meaning>[], bytes, start, length);
      if (phrase !== undefined) hits.push({ phrase, start, end: start + phrase.text.length });
    }
    return hits;
  };
}

const BEGINNING_BITS = 15;

/** Takes one byte more into the mix of the last three; what came before is shifted out. */
function roll(beginning: number, byte: number): number {
  return ((beginning << (BEGINNING_BITS / 3)) ^ byte) & ((1 << BEGINNING_BITS) - 1);
}

function firstAt<Meaning>(
  phrases: readonly Phrase<Meaning>[],
  bytes: Uint8Array,
  start: number,
  length: number,
): Phrase<Meaning> | undefined {
  for (let n = 0; n < phrases.length; n++) {
    const phrase = phrases[n] as Phrase<Meaning>;
    const end = start + phrase.text.length;
    if (end <= length && isSpelled(phrase.text, bytes, start) && !isInsideWord(bytes, end, length)) return phrase;
  }
  return undefined;
}

/** Whether the letters before and after this place belong together; letters outside ASCII end words here. */
function isInsideWord(bytes: Uint8Array, place: number, length: number): boolean {
  return place > 0 && place < length && isLetter(bytes[place - 1] as number) && isLetter(bytes[place] as number);
}

function isLetter(byte: number): boolean {
  return byte >= 0x61 && byte <= 0x7a;
}
