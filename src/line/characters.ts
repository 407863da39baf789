import { Latin1Bytes } from "../text/latin1-bytes.ts";

// Kinds of characters, as bits. The table has a row for every UTF-16 unit, so that no text needs a check first.
export const UPPER = 1;
export const LOWER = 2;
export const DIGIT = 4;
/** [\w] */
export const WORD = 8;
/** [\w.-]: the characters of names. */
export const NAME = 16;
/** [0-9A-Fa-f] */
export const HEX = 32;
export const DOT = 64;
export const COLON = 128;
/** ["'`] */
export const QUOTE = 256;
export const SPACE = 512;
/** Characters that may come between a word and the address that it explains. */
export const BETWEEN = 1024;
/** Characters before a name that make it a part of something else. */
export const ESCAPE = 2048;
export const BEYOND_ASCII = 4096;
/** ["'(),;]: characters that divide a line into parts. */
export const DIVIDER = 8192;
export const SLASH = 1 << 14;
export const ANGLE = 1 << 15;
export const BRACKET = 1 << 16;
export const PARENTHESIS = 1 << 17;
export const BACKSLASH = 1 << 18;
export const BAR = 1 << 19;
export const COMMA = 1 << 20;
export const SEMICOLON = 1 << 21;
export const TAB = 1 << 22;
export const TILDE = 1 << 23;
export const LETTER = UPPER | LOWER;

/** The kinds of each character, by its code. */
export const kinds: Int32Array = new Int32Array(0x10000).fill(BEYOND_ASCII, 0x80);
for (let code = 0; code < 0x80; code++) {
  const character = String.fromCharCode(code);
  if (/[A-Z]/.test(character)) mark(code, UPPER);
  if (/[a-z]/.test(character)) mark(code, LOWER);
  if (/\d/.test(character)) mark(code, DIGIT);
  if (/\w/.test(character)) mark(code, WORD);
  if (/[\w.-]/.test(character)) mark(code, NAME);
  if (/[0-9A-Fa-f]/.test(character)) mark(code, HEX);
  if (/["'`]/.test(character)) mark(code, QUOTE);
  if (/["'`=:([<@/]/.test(character)) mark(code, BETWEEN);
  if (/[%\\]/.test(character)) mark(code, ESCAPE);
}
for (const divider of "\"'(),;") mark(divider.charCodeAt(0), DIVIDER);
mark(".".charCodeAt(0), DOT);
mark(":".charCodeAt(0), COLON);
mark("/".charCodeAt(0), SLASH);
mark(">".charCodeAt(0), ANGLE);
mark("[".charCodeAt(0), BRACKET);
mark("(".charCodeAt(0), PARENTHESIS);
mark("\\".charCodeAt(0), BACKSLASH);
mark("|".charCodeAt(0), BAR);
mark(",".charCodeAt(0), COMMA);
mark(";".charCodeAt(0), SEMICOLON);
mark("\t".charCodeAt(0), TAB);
mark("~".charCodeAt(0), TILDE);
// All that \s means.
for (const space of "\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff")
  mark(space.charCodeAt(0), SPACE | BETWEEN);
for (let code = 0x2000; code <= 0x200a; code++) mark(code, SPACE | BETWEEN);

function mark(code: number, bits: number): void {
  kinds[code] = (kinds[code] as number) | bits;
}

const lineBytes = new Latin1Bytes();

/** Returns the bytes of a line, valid until those of another are asked for: `kinds` has a row for each. */
export function bytesOf(line: string): Uint8Array {
  return lineBytes.of(line);
}

/** Returns the kinds of the character at a place; 0 outside the text. */
export function kindAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? (kinds[text.charCodeAt(at)] as number) : 0;
}
