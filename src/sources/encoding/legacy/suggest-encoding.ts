import { TextDecoder } from "node:util";
import { alphabets, latinLetters } from "./alphabets.ts";
import { characters } from "./characters.ts";

/** Fewer different characters beyond ASCII prove nothing. */
const MIN_CHARACTERS = 6;
const MIN_LATIN_LETTERS = 4;
/** The share of the frequent characters that a text in its own encoding has at least. */
const MIN_FREQUENT = 0.6;
/** The share of letters that make an alphabet, and how far behind the next encoding has to be. */
const MIN_LETTERS = 0.99;
/** The share of broken characters; lines are cut inside one now and then. */
const MAX_BROKEN = 0.02;
/** The share of Latin letters beyond ASCII that are beside one of ASCII; some are words of their own, as the French à. */
const MIN_BESIDE = 0.7;
const LEAD = 1.5;

/** What is in texts of many languages. */
const PUNCTUATION = /[\u00a0\u2010-\u203a«»·•€§°©®™µ²³½¿¡ºª№]/g;
/** Words in capitals, which another code page may make of words in small letters. */
const CAPITALS = /(?<![^\0-\x7f])\p{Lu}{2,}(?![^\0-\x7f])/gu;
const BESIDE_LATIN = /(?<=[a-z])[^\0-\x7f]|[^\0-\x7f](?=[a-z])/gi;

/** How much a text looks like one of a language when it is read in an encoding: from 0 to about 1. */
interface Candidate {
  readonly encoding: string;
  readonly score: number;
}

/**
 * The encoding that the statistics of a text prove, as `--encoding` takes it; null when two are possible or none is.
 *
 * @param bytes lines that are no UTF-8.
 */
export function suggestEncoding(bytes: Uint8Array): string | null {
  const latin = latinEncodingOf(bytes);
  const candidates = [...inCharacters(bytes), ...inAlphabets(bytes)];
  if (candidates.length === 0) return latin;
  if (latin !== null) return null;
  const best = candidates.reduce((one, other) => (other.score > one.score ? other : one));
  const text = decode(bytes, best.encoding);
  // An encoding that reads the same is no rival, and the first is the usual one: KOI8-R and KOI8-U differ in few letters.
  const [same, others] = part(candidates, ({ encoding }) => decode(bytes, encoding) === text);
  return others.every(({ score }) => best.score >= LEAD * score) ? (same[0]?.encoding ?? null) : null;
}

function part<Item>(items: readonly Item[], isIn: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(isIn), items.filter((item) => !isIn(item))];
}

/** Two bytes for a character: most of them are frequent ones of the language. */
function inCharacters(bytes: Uint8Array): Candidate[] {
  return characters.flatMap(({ encoding, frequent }) => {
    const known = new Set(frequent);
    const read = [...decode(bytes, encoding).matchAll(/[^\0-\x7f\u3000-\u303f\uff00-\uff60\u2000-\u206f]/gu)];
    const broken = read.filter(([character]) => character === "\ufffd").length;
    const own = read.map(([character]) => character).filter((character) => known.has(character));
    const score = own.length / read.length;
    const isIt = new Set(own).size >= MIN_CHARACTERS && broken <= read.length * MAX_BROKEN && score >= MIN_FREQUENT;
    return isIt ? [{ encoding, score }] : [];
  });
}

/** One byte for a letter: what is beyond ASCII are letters of one script, as frequent as the language has them. */
function inAlphabets(bytes: Uint8Array): Candidate[] {
  return alphabets.flatMap(({ encoding, letters }) => {
    const text = decode(bytes, encoding).replace(PUNCTUATION, " ").replace(CAPITALS, " ");
    const beyond = text.match(/[^\0-\x7f]/g) ?? [];
    const own = beyond.filter((letter) => letters.includes(letter.toLowerCase())).length;
    const beside = text.match(BESIDE_LATIN)?.length ?? 0;
    if (own < MIN_LETTERS * beyond.length || beside > (1 - MIN_BESIDE) * beyond.length) return [];
    // Capitals only begin a word, in the right code page; in others the cases are mixed.
    const inner = [...text.matchAll(/(?<=[^\0-\x7f])[^\0-\x7f]/g)].map(([letter]) => letters.indexOf(letter));
    const ranks = inner.filter((rank) => rank >= 0);
    if (new Set(ranks).size < MIN_CHARACTERS || ranks.length < MIN_LETTERS * inner.length) return [];
    const score = fitOf(ranks, letters.length);
    return score >= MIN_FREQUENT ? [{ encoding, score }] : [];
  });
}

/** The share of letters that are in the more frequent half of an alphabet, above that of letters by chance. */
function fitOf(ranks: readonly number[], size: number): number {
  const frequent = ranks.filter((rank) => rank < size / 2).length / ranks.length;
  return Math.max(0, 2 * frequent - 1) + 0.15;
}

/** Single letters among ASCII ones, all of them of one language; null when the languages leave two readings open. */
function latinEncodingOf(bytes: Uint8Array): string | null {
  const fitting = new Map<string, string>();
  for (const { encoding, letters } of latinLetters) {
    const text = decode(bytes, encoding).replace(PUNCTUATION, " ");
    const beyond = text.match(/[^\0-\x7f]/g) ?? [];
    const known = new Set([...letters, ...letters.toUpperCase()]);
    const beside = text.match(BESIDE_LATIN)?.length ?? 0;
    const isAll =
      beyond.every((letter) => known.has(letter)) &&
      beside >= MIN_BESIDE * beyond.length &&
      !/[a-z]\p{Lu}/u.test(text.replace(/[A-Z]/g, " "));
    if (beyond.length >= MIN_LATIN_LETTERS && isAll && !fitting.has(encoding)) fitting.set(encoding, text);
  }
  return new Set(fitting.values()).size === 1 ? ([...fitting.keys()][0] as string) : null;
}

function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}
