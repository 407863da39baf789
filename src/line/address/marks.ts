import { bytesOf, COLON, DIGIT, DOT, HEX, kindAt, kinds, LETTER, NAME, QUOTE, SPACE, WORD } from "../characters.ts";

/** The places of a text where an address could be. */
export interface Marks {
  /** Every kind of character in it, as the bits of characters.ts. */
  readonly kinds: number;
  /** Where a colon has a port behind it: the first `portCount` of these. */
  readonly ports: readonly number[];
  readonly portCount: number;
  /** Where a bare name begins that could be one of a machine: the first `nameCount` of these. */
  readonly names: readonly number[];
  readonly nameCount: number;
}

const colon = 0x3a;
const equals = 0x3d;
const blank = 0x20;
const h = 0x68;
const l = 0x6c;
const o = 0x6f;
const p = 0x70;
const s = 0x73;
const t = 0x74;
const u = 0x75;

const seen = { kinds: 0, ports: [] as number[], portCount: 0, names: [] as number[], nameCount: 0 };

/**
 * Reads every character once. Without `words`, single words are names only in quotes, after the words of a lookup, with
 * digits after "to", and when they are "localhost": most words are none of these. The result is valid until the next call.
 */
export function marksOf(text: string, words: boolean): Marks {
  seen.kinds = 0;
  seen.portCount = 0;
  seen.nameCount = 0;
  const { length } = text;
  const bytes = bytesOf(text);
  let all = 0;
  let before = 0;
  for (let at = 0; at < length; ) {
    const byte = bytes[at] as number;
    let kind = kinds[byte] as number;
    if (!(kind & NAME)) {
      if (kind & COLON) lookAtColon(text, at);
      all |= kind;
      before = kind;
      at++;
      continue;
    }
    const start = at;
    const first = kind;
    let inName = 0;
    do {
      inName |= kind;
      at++;
      kind = at < length ? (kinds[bytes[at] as number] as number) : 0;
    } while (kind & NAME);
    all |= inName;
    if (first & WORD) {
      const isName = words || inName & DOT || before & QUOTE || (kind & COLON && beginsV6(text, start, at));
      const isNumbered = inName & DIGIT && inName & LETTER && isBehindTo(text, start);
      if (isName || isNumbered || bytes[start - 1] === equals || mayBeKnown(text, start, byte, before))
        seen.names[seen.nameCount++] = start;
    }
    before = kind;
  }
  seen.kinds = all;
  return seen;
}

/** Whether the name is "localhost" or comes after "lookup " or "resolve host: "; only their last letters are compared. */
function mayBeKnown(text: string, start: number, first: number, before: number): boolean {
  if (first === l && text.startsWith("localhost", start)) return true;
  if (!(before & SPACE) || start < 3) return false;
  const last = text.charCodeAt(start - 2) | 0x20;
  if (last !== p && last !== t && last !== colon) return false;
  const butOne = text.charCodeAt(start - 3) | 0x20;
  return (last === p && butOne === u) || (last === t && butOne === s) || (last === colon && butOne === t);
}

/** Whether "to " or "with " comes before; only their last letters are compared. */
function isBehindTo(text: string, start: number): boolean {
  if (start < 3 || text.charCodeAt(start - 1) !== blank) return false;
  const last = text.charCodeAt(start - 2) | 0x20;
  return (last === o || last === h) && (text.charCodeAt(start - 3) | 0x20) === t;
}

function lookAtColon(text: string, at: number): void {
  if (!(kindAt(text, at + 1) & (HEX | COLON))) return;
  if (portEnd(text, at + 1) > 0) seen.ports[seen.portCount++] = at;
  if (!(kindAt(text, at - 1) & NAME) && beginsV6(text, at, at)) seen.names[seen.nameCount++] = at;
}

/** Whether `[start, end)` is up to four hexadecimal digits, and up to four more come between the colon there and another. */
function beginsV6(text: string, start: number, end: number): boolean {
  if (end - start > 4) return false;
  for (let at = start; at < end; at++) if (!(kindAt(text, at) & HEX)) return false;
  return (kindAt(text, hexEnd(text, end + 1)) & COLON) !== 0;
}

/** Whether an IPv6 address could begin there. */
export function isV6Like(text: string, start: number): boolean {
  return beginsV6(text, start, hexEnd(text, start)) && (kindAt(text, hexEnd(text, start)) & COLON) !== 0;
}

export function hexEnd(text: string, start: number): number {
  let end = start;
  while (end < start + 4 && kindAt(text, end) & HEX) end++;
  return end;
}

/** Returns where the digits of a port end that begin there; 0 when they are too many or part of a time or a number. */
export function portEnd(text: string, start: number): number {
  let end = start;
  while (kindAt(text, end) & DIGIT) end++;
  if (end === start || end > start + 5) return 0;
  const behind = kindAt(text, end);
  if (behind & WORD || text[end] === "%" || text[end] === "@") return 0;
  return (behind & (DOT | COLON) || text[end] === ",") && kindAt(text, end + 1) & DIGIT ? 0 : end;
}
