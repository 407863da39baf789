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

/**
 * Makes the search for many phrases at once: every place where one begins and ends with whole words, the longest at
 * each place, in order. Only phrases with the same three letters at their beginning are compared with a place.
 */
export function createSearch<Meaning>(phrases: readonly Phrase<Meaning>[]): (text: string) => Hit<Meaning>[] {
  const byBeginning = new Map<number, Phrase<Meaning>[]>();
  const begins = new Uint8Array(1 << BEGINNING_BITS);
  for (const phrase of phrases.toSorted((a, b) => b.text.length - a.text.length)) {
    const beginning = [0, 1, 2].reduce((mixed, at) => roll(mixed, phrase.text.charCodeAt(at)), 0);
    begins[beginning] = 1;
    byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), phrase]);
  }

  return (text) => {
    const hits: Hit<Meaning>[] = [];
    let beginning = 0;
    for (let at = 0; at < text.length; at++) {
      beginning = roll(beginning, text.charCodeAt(at));
      const start = at - 2;
      if (begins[beginning] === 0 || start < 0 || isInsideWord(text, start)) continue;
      const phrase = byBeginning.get(beginning)?.find((one) => standsAt(text, start, one.text));
      if (phrase !== undefined) hits.push({ phrase, start, end: start + phrase.text.length });
    }
    return hits;
  };
}

const BEGINNING_BITS = 18;

/** Takes one byte more into the mix of the last three; what came before is shifted out. */
function roll(beginning: number, byte: number): number {
  return ((beginning << (BEGINNING_BITS / 3)) ^ byte) & ((1 << BEGINNING_BITS) - 1);
}

function standsAt(text: string, start: number, phrase: string): boolean {
  return text.startsWith(phrase, start) && !isInsideWord(text, start + phrase.length);
}

/** Whether the letters before and after this place belong together; letters outside ASCII end words here. */
function isInsideWord(text: string, place: number): boolean {
  return isLetter(text.charCodeAt(place - 1)) && isLetter(text.charCodeAt(place));
}

function isLetter(byte: number): boolean {
  return byte >= 0x61 && byte <= 0x7a;
}
