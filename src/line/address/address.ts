import {
  ANGLE,
  BRACKET,
  COLON,
  DIGIT,
  DOT,
  ESCAPE,
  kindAt,
  LETTER,
  NAME,
  PARENTHESIS,
  QUOTE,
  SLASH,
  SPACE,
  WORD,
} from "../characters.ts";
import { isHost, isTypeName, isV6, v4 } from "./host.ts";
import { hexEnd, isV6Like, type Marks, marksOf, portEnd } from "./marks.ts";
import { portNear } from "./port-near.ts";

/** A place in a line that looks like somebody's address. */
export interface Address {
  /** As it stands, without a final dot; an IPv6 address without its brackets; empty when only a port is named. */
  readonly host: string;
  readonly port: number | null;
  /** Half-open range in the line. */
  readonly start: number;
  readonly end: number;
  /** How it is written; a bare name is an address only where a word before it says so. */
  readonly shape: "arrow" | "url" | "pair" | "tuple" | "bare" | "port";
}

/** Whether somebody wants to know of a bare name that begins there. */
export type Wanted = (text: string, start: number) => boolean;

const v6 = "[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}(?:\\.\\d{1,3}){0,3}(?:%\\w{1,16})?";
const label = "[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,62})";
const name = `${label}(?:\\.${label}){0,8}`;
const port = "(\\d{1,5})(?![\\w%]|[.,]\\d|:\\d)";

/** A way to write an address, for which a mark must stand somewhere. */
interface Shape {
  readonly shape: Address["shape"];
  readonly mark: string;
  /** A character of it. */
  readonly kind: number;
  /** Where the address begins that has its mark at `at`; negative: it can be none. */
  readonly startOf: (text: string, at: number, from: number) => number;
  /** Sticky. Its last group is the port, the first of the others that took part is the host. */
  readonly pattern: RegExp;
  readonly accepts: ((host: string) => boolean) | null;
  /** The port where the pattern has none. */
  readonly portOf: ((text: string, start: number, end: number) => number | null) | null;
}

// The better spelled come first: what one has taken is none of the next.
const shapes: readonly Shape[] = [
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
const bare = sticky(`(?:(${v6})(?![\\w:])|(${name}))\\.?(?![\\w:\\\\(]\\S|[\\\\/@]\\w)`);

const longestLabel = 63;
const mostLabels = 9;
const longestScheme = 16;
const defaultPorts: ReadonlyMap<string, number> = new Map([
  ["http", 80],
  ["ws", 80],
  ["https", 443],
  ["wss", 443],
]);

/**
 * Every address in a text: the better spelled come first. Most of the work is to look at single words: without `words`
 * they are names only in quotes, behind what may be a lookup, and when they are "localhost". The caller may also say
 * which bare names it wants.
 */
export function addressesIn(text: string, words = true, wanted: Wanted = everyName): Address[] {
  const found: Address[] = [];
  const marks = marksOf(text, words);
  if (marks.kinds & (SLASH | ANGLE | PARENTHESIS | BRACKET)) {
    for (const shape of shapes) if (marks.kinds & shape.kind) find(text, shape, found);
  }
  if (marks.portCount > 0) {
    findPairs(text, marks, found);
    findPorts(text, marks, found);
  }
  findBare(text, marks, wanted, found);
  return found;
}

function find(text: string, { shape, mark, startOf, pattern, accepts, portOf }: Shape, found: Address[]): void {
  let from = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
    const start = startOf(text, at, from);
    if (start < from) continue;
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (match === null) continue;
    from = pattern.lastIndex;
    const groups = match.length - 1;
    const host = (groups === 3 ? (match[1] ?? match[2]) : match[1]) ?? "";
    if (accepts !== null && !accepts(host)) continue;
    const digits = match[groups];
    add(found, shape, host, digits === undefined ? (portOf?.(text, start, from) ?? null) : Number(digits), start, from);
  }
}

/** A name, a colon and a port. */
function findPairs(text: string, { ports, portCount }: Marks, found: Address[]): void {
  let from = 0;
  for (let index = 0; index < portCount; index++) {
    const at = ports[index] as number;
    const before = kindAt(text, at - 1);
    // A name that ends in a dash takes a port only beside another that does not.
    if (!(before & (WORD | DOT)) && !(before & NAME && /[\w.]:\d/.test(text))) continue;
    const start = nameStart(text, at);
    const nameEnd = before & DOT ? at - 1 : at;
    if (start < from || !isName(text, start, nameEnd)) continue;
    from = portEnd(text, at + 1);
    const host = text.slice(start, nameEnd);
    if (isHost(host)) add(found, "pair", host, numberIn(text, at + 1, from), start, from);
  }
}

/** A port without a name. */
function findPorts(text: string, { ports, portCount }: Marks, found: Address[]): void {
  for (let index = 0; index < portCount; index++) {
    const at = ports[index] as number;
    if (at === 0 || !(kindAt(text, at - 1) & SPACE || `"'=(`.includes(text.charAt(at - 1)))) continue;
    const end = portEnd(text, at + 1);
    add(found, "port", "", numberIn(text, at + 1, end), at, end);
  }
}

function findBare(text: string, { names, nameCount }: Marks, wanted: Wanted, found: Address[]): void {
  let from = 0;
  for (let index = 0; index < nameCount; index++) {
    const start = names[index] as number;
    if (start < from || isInside(text, start)) continue;
    // What begins in another address is none, but an IPv6 address hides what stands further on in it.
    if (isTaken(found, start) && !isV6Like(text, start)) continue;
    if (wanted(text, start)) from = takeBare(text, start, found);
  }
}

/** Adds the bare name that begins there, if it is one; gives the end of what was looked at. */
function takeBare(text: string, start: number, found: Address[]): number {
  bare.lastIndex = start;
  const match = bare.exec(text);
  if (match === null) return start;
  const end = bare.lastIndex;
  const [, six, host = ""] = match;
  if (six !== undefined ? isV6(six) : isHost(host) && !isTypeName(host))
    add(found, "bare", six ?? host, portNear(text, start, end), start, end);
  return end;
}

function add(
  found: Address[],
  shape: Address["shape"],
  host: string,
  port: number | null,
  start: number,
  end: number,
): void {
  if (port !== null && (port < 1 || port > 65_535)) return;
  for (const other of found) if (start < other.end && end > other.start) return;
  found.push({ shape, host: host.endsWith(".") ? host.slice(0, -1) : host, port, start, end });
}

function isTaken(found: readonly Address[], start: number): boolean {
  for (const other of found) if (start >= other.start && start < other.end) return true;
  return false;
}

function everyName(): boolean {
  return true;
}

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

/** Where the name begins that ends at `end`, unless it is a part of something else. */
function nameStart(text: string, end: number): number {
  let start = end - 1;
  while (kindAt(text, start - 1) & NAME) start--;
  return kindAt(text, start) & WORD && !isInside(text, start) ? start : -1;
}

/** Whether what begins there is the rest of something: of a path, a number, a time, an escape. */
function isInside(text: string, start: number): boolean {
  const before = kindAt(text, start - 1);
  if (before & COLON) return (kindAt(text, start - 2) & (COLON | DIGIT)) !== 0;
  return (before & (NAME | ESCAPE)) !== 0;
}

/** As `name` tells it. */
function isName(text: string, start: number, end: number): boolean {
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

function numberIn(text: string, start: number, end: number): number {
  let number = 0;
  for (let at = start; at < end; at++) number = 10 * number + text.charCodeAt(at) - 0x30;
  return number;
}

function sticky(pattern: string, flags = ""): RegExp {
  return new RegExp(pattern, `${flags}y`);
}
