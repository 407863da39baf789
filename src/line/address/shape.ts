import {
  ANGLE,
  BRACKET,
  COLON,
  DIGIT,
  kindAt,
  LETTER,
  NAME,
  PARENTHESIS,
  QUOTE,
  SLASH,
  SPACE,
  WORD,
} from "../characters.ts";
import type { Address } from "./address.ts";
import { isHost, isV6, v4 } from "./host.ts";
import { hexEnd } from "./marks.ts";
import { name, nameStart, v6 } from "./name.ts";
import { portNear } from "./port-near.ts";

/** A way to write an address that always has a mark. */
export interface Shape {
  readonly shape: Address["shape"];
  readonly mark: string;
  /** The kind of a character of the mark. */
  readonly kind: number;
  /** Returns where the address begins that has its mark at `at`; a negative number when it can be none. */
  readonly startOf: (text: string, at: number, from: number) => number;
  /** Sticky. Its last group is the port, the first of the others that took part is the host. */
  readonly pattern: RegExp;
  readonly accepts: ((host: string) => boolean) | null;
  /** Returns the port where the pattern has none. */
  readonly portOf: ((text: string, start: number, end: number) => number | null) | null;
}

const port = "(\\d{1,5})(?![\\w%]|[.,]\\d|:\\d)";

/** All shapes, the more distinctive first: no later one may take a part of what an earlier one has. */
export const shapes: readonly Shape[] = [
  {
    shape: "arrow",
    mark: "->",
    kind: ANGLE,
    startOf: theMark,
    pattern: sticky(`->\\s?(?:\\[(${v6})\\]|(${name})):${port}`),
    accepts: null,
    portOf: null,
  },
  {
    shape: "url",
    mark: "://",
    kind: SLASH,
    startOf: schemeStart,
    pattern: sticky(
      `[a-z][a-z+.-]{1,15}://(?:[^\\s/@"'<>]{1,80}@)?(?:\\[(${v6})\\]|(${name})\\.?)(?::(\\d{1,5})(?!\\d))?`,
      "i",
    ),
    accepts: null,
    portOf: portOfScheme,
  },
  {
    shape: "pair",
    mark: "//",
    kind: SLASH,
    startOf: freeSlashes,
    pattern: sticky(`//(${name}):${port}`),
    accepts: null,
    portOf: null,
  },
  {
    shape: "tuple",
    mark: "(",
    kind: PARENTHESIS,
    startOf: beforeQuote,
    pattern: sticky(`\\(\\s?["']([^\\s"'(),]{1,253})["'],\\s?(\\d{1,5})(?:,\\s?\\d+){0,2}\\s?\\)`),
    accepts: null,
    portOf: null,
  },
  {
    shape: "pair",
    mark: "/",
    kind: SLASH,
    startOf: nameBeforeNumber,
    pattern: sticky(`(${name})/${v4}:${port}`),
    accepts: isHost,
    portOf: null,
  },
  {
    shape: "pair",
    mark: "[",
    kind: BRACKET,
    startOf: beforeV6,
    pattern: sticky(`\\[(${v6})\\](?::${port})?`),
    accepts: isV6,
    portOf: portNear,
  },
];

const longestScheme = 16;
const defaultPorts: ReadonlyMap<string, number> = new Map([
  ["http", 80],
  ["ws", 80],
  ["https", 443],
  ["wss", 443],
]);

function theMark(_text: string, at: number): number {
  return at;
}

function freeSlashes(text: string, at: number): number {
  return kindAt(text, at - 1) & (WORD | COLON) ? -1 : at;
}

function beforeQuote(text: string, at: number): number {
  return kindAt(text, kindAt(text, at + 1) & SPACE ? at + 2 : at + 1) & QUOTE ? at : -1;
}

function beforeV6(text: string, at: number): number {
  return kindAt(text, hexEnd(text, at + 1)) & COLON ? at : -1;
}

function schemeStart(text: string, at: number, from: number): number {
  let start = at;
  while (start > from && start > at - longestScheme && isOfScheme(text, start - 1)) start--;
  while (start < at - 1 && !(kindAt(text, start) & LETTER && !(kindAt(text, start - 1) & WORD))) start++;
  return start < at - 1 ? start : -1;
}

function isOfScheme(text: string, at: number): boolean {
  const kind = kindAt(text, at);
  return (kind & LETTER) !== 0 || (kind & NAME && !(kind & WORD)) || text[at] === "+";
}

function portOfScheme(text: string, start: number): number | null {
  return defaultPorts.get(text.slice(start, text.indexOf(":", start)).toLowerCase()) ?? null;
}

function nameBeforeNumber(text: string, at: number): number {
  return kindAt(text, at + 1) & DIGIT && kindAt(text, at - 1) & NAME ? nameStart(text, at) : -1;
}

function sticky(pattern: string, flags = ""): RegExp {
  return new RegExp(pattern, `${flags}y`);
}
