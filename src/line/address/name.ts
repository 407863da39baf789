import { COLON, DIGIT, DOT, ESCAPE, kindAt, NAME, WORD } from "../characters.ts";

// Regular expressions, without groups, for the parts of an address.

/** A possible IPv6 address: groups of hexadecimal digits between colons. */
export const v6 = "[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}(?:\\.\\d{1,3}){0,3}(?:%\\w{1,16})?";

const label = "[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,62})";
/** A name of labels between dots, or an IPv4 address. */
export const name = `${label}(?:\\.${label}){0,8}`;

const version = /[vp][46]:$/i;
const longestLabel = 63;
const mostLabels = 9;

/** Returns where the name begins that ends at `end`; -1 when it is a part of something else. */
export function nameStart(text: string, end: number): number {
  let start = end - 1;
  while (kindAt(text, start - 1) & NAME) start--;
  return kindAt(text, start) & WORD && !isInside(text, start) ? start : -1;
}

/** Whether a name that begins there is the rest of a path, a number, a time or an escape. */
export function isInside(text: string, start: number): boolean {
  const before = kindAt(text, start - 1);
  // "12:34:56", but "ipv4:10.0.0.9:50051" and "tcp6:…".
  if (before & COLON)
    return (kindAt(text, start - 2) & (COLON | DIGIT)) !== 0 && !version.test(text.slice(start - 4, start));
  return (before & (NAME | ESCAPE)) !== 0;
}

/** Whether the range matches `name`. */
export function isName(text: string, start: number, end: number): boolean {
  let labels = 1;
  let labelStart = start;
  for (let at = start; at <= end; at++) {
    if (at < end && !(kindAt(text, at) & DOT)) continue;
    if (at - labelStart > longestLabel || !(kindAt(text, labelStart) & WORD) || at === labelStart) return false;
    labelStart = at + 1;
    if (at < end) labels++;
  }
  return labels <= mostLabels;
}
