import type { Catalogue } from "./catalogue.ts";
import { findWords } from "./find-words.ts";
import { readName } from "./read-name.ts";
import { looksLikeNumber, readNumber } from "./read-number.ts";
import { type Reading, reading } from "./reading.ts";
import { suggestNames } from "./suggest-names.ts";

/** The readings of a term, best first, or else names that it may stand for. */
export interface Explanation {
  readonly readings: readonly Reading[];
  readonly suggestions: readonly string[];
}

/**
 * Finds what a term can mean. The first of these ways with a result wins: numbers (decimal before hexadecimal) and
 * names; a pasted message or log line, in which `recogniseText` finds codes; the numbers and names in it one by one;
 * the words of the catalogue.
 */
export function explainTerm(
  catalogue: Catalogue,
  term: string,
  options: { readonly recogniseText?: (text: string) => readonly number[] } = {},
): Explanation {
  const text = term.trim();
  const ways = [
    () => readSpelling(catalogue, undecorated(text)),
    () => readMessage(catalogue, options.recogniseText?.(text) ?? []),
    () => readPieces(catalogue, text),
    () => (looksLikeNumber(text) ? [] : findWords(catalogue.entries, text).map((entry) => reading("words", entry))),
  ];
  for (const way of ways) {
    const readings = firstOfEach(way());
    if (readings.length > 0) return { readings, suggestions: [] };
  }
  return { readings: [], suggestions: suggestNames(catalogue, text) };
}

/** Removes what people copy with a spelling: `[WinError 10054]`, `error: 0x2746`, `(10054)`, `10054L`. */
function undecorated(text: string): string {
  const bare = /^[[("'<]*(?:(?:\w+ )?err(?:or|no)?(?: code)?[ :=#]+)?(?<spelling>-?[\w.]+)[\])"'>:,;.]*$/i.exec(text);
  return bare?.groups?.["spelling"] ?? text;
}

const readSpelling = (catalogue: Catalogue, spelling: string): Reading[] => [
  ...readNumber(catalogue, spelling),
  ...readName(catalogue, spelling),
];

const readMessage = (catalogue: Catalogue, codes: readonly number[]): Reading[] =>
  codes.flatMap((code) => {
    const entry = catalogue.byCode(code);
    return entry === undefined ? [] : [reading("message", entry)];
  });

/** Skips small numbers and plain words, which mean something else in a longer text. */
function readPieces(catalogue: Catalogue, text: string): Reading[] {
  const pieces = text.match(/-?(?:\w+\.)*\w+/g) ?? [];
  if (pieces.length < 2) return [];
  return pieces.flatMap((piece) =>
    /^-?\d{5,}$|^0x[\da-f]{4,}$|^(?:WSA|E[A-Z]{3})\w+$|^SocketError\./i.test(piece)
      ? readSpelling(catalogue, piece)
      : [],
  );
}

/** Keeps the first reading of each code. */
function firstOfEach(readings: readonly Reading[]): Reading[] {
  const seen = new Map<number, Reading>();
  for (const one of readings) if (!seen.has(one.entry.code)) seen.set(one.entry.code, one);
  return [...seen.values()];
}
