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
 * each place, in order. Only phrases with the same five letters at their beginning are compared with a place.
 */
export function createSearch<Meaning>(phrases: readonly Phrase<Meaning>[]): Search<Meaning> {
  const lists: Phrase<Meaning>[][] = [[]];
  /** By the hash of three bytes: whether a phrase begins so. By the hash of five: the list of those that do, or 0. */
  const begins = new Uint8Array(1 << BEGINNING_BITS);
  const listOf = new Uint16Array(1 << BEGINNING_BITS);
  for (const phrase of phrases.toSorted((a, b) => b.text.length - a.text.length)) {
    const beginning = [0, 1, 2].reduce((mixed, at) => roll(mixed, phrase.text.charCodeAt(at)), 0);
    begins[beginning] = 1;
    const five = lengthen(beginning, phrase.text.charCodeAt(3), phrase.text.charCodeAt(4));
    if (listOf[five] === 0) listOf[five] = lists.push([]) - 1;
    lists[listOf[five] as number]?.push(phrase);
  }

  return (bytes, length) => {
    const hits: Hit<Meaning>[] = [];
    let beginning = 0;
    for (let at = 0; at < length; at++) {
      beginning = roll(beginning, bytes[at] as number);
      if (begins[beginning] === 0) continue;
      const start = at - 2;
      const list = listOf[lengthen(beginning, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0)] as number;
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

/** Takes two bytes more into a mix of three. */
function lengthen(beginning: number, fourth: number, fifth: number): number {
  return Math.imul(beginning | (fourth << 15) | (fifth << 23), 0x9e3779b1) >>> (32 - BEGINNING_BITS);
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
