import { COLON, COMMA, kindAt, LETTER, NAME, PARENTHESIS, QUOTE, SLASH, SPACE, WORD } from "../characters.ts";
import { isDistinct, isHost } from "./host.ts";
import { name, v6 } from "./name.ts";
import { port, type Shape, sticky } from "./shape.ts";

// A name and a password may have any character: what comes before an @ is never a host.
const noCredentials = "(?![\\w-])(?!:[^\\s\"'@]{1,80}@|/[^\\s\"'/?@]{1,80}@)";

export const urlShapes: readonly Shape[] = [
  {
    shape: "url",
    mark: "://",
    kind: SLASH,
    startOf: schemeStart,
    pattern: sticky(
      `[a-z][a-z0-9+.-]{1,15}://(?:[^\\s/"'<>]{1,80}@)?(?:\\[(${v6})\\]|(${name})\\.?)(?::(\\d{1,5})(?!\\d))?${noCredentials}`,
      "i",
    ),
    accepts: null,
    portOf: portOfScheme,
  },
  {
    shape: "marked",
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
    pattern: sticky(`\\(\\s?["']([^\\s"'(),]{0,253})["'],\\s?(\\d{1,5})(?:,\\s?\\d+){0,2}\\s?\\)`),
    accepts: null,
    portOf: null,
  },
  {
    // The same without quotes: "(10.0.0.9, 502)", "connect(10.0.0.9, 502)".
    shape: "tuple",
    mark: "(",
    kind: PARENTHESIS | COMMA,
    startOf: beforeWord,
    pattern: sticky(`\\((${name}),\\s?(\\d{2,5})\\)`),
    accepts: (host) => isHost(host) && isDistinct(host),
    portOf: null,
  },
];

const longestScheme = 16;
const defaultPorts: ReadonlyMap<string, number> = new Map([
  ["http", 80],
  ["ws", 80],
  ["https", 443],
  ["wss", 443],
]);

function freeSlashes(text: string, at: number): number {
  return kindAt(text, at - 1) & (WORD | COLON) ? -1 : at;
}

function beforeQuote(text: string, at: number): number {
  return kindAt(text, kindAt(text, at + 1) & SPACE ? at + 2 : at + 1) & QUOTE ? at : -1;
}

function beforeWord(text: string, at: number): number {
  const isOfCall = (kindAt(text, at - 1) & NAME) !== 0 && !/connect$/i.test(text.slice(Math.max(0, at - 8), at));
  return kindAt(text, at + 1) & WORD && !isOfCall ? at : -1;
}

function schemeStart(text: string, at: number, from: number): number {
  let start = at;
  while (start > from && start > at - longestScheme && isOfScheme(text, start - 1)) start--;
  while (start < at - 1 && !(kindAt(text, start) & LETTER && !(kindAt(text, start - 1) & WORD))) start++;
  return start < at - 1 ? start : -1;
}

function isOfScheme(text: string, at: number): boolean {
  return (kindAt(text, at) & NAME) !== 0 ? text[at] !== "_" : text[at] === "+";
}

function portOfScheme(text: string, start: number): number | null {
  return defaultPorts.get(text.slice(start, text.indexOf(":", start)).toLowerCase()) ?? null;
}
