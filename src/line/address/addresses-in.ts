import { COLON, DOT, kindAt, NAME, QUOTE, SLASH, SPACE, WORD } from "../characters.ts";
import type { Address, Wanted } from "./address.ts";
import { isHost, isTypeName, isV6 } from "./host.ts";
import { hexEnd, isV6Like, type Marks, marksOf, portEnd } from "./marks.ts";
import { isInside, isName, name, nameStart, v6 } from "./name.ts";
import { portNear } from "./port-near.ts";
import type { Shape } from "./shape.ts";
import { shapesWith } from "./shapes.ts";

// What OpenVPN and others write where a socket is bound to no address.
const noHost = /^(?:undef|any|all)?$/i;

const bare = new RegExp(`(?:(${v6})(?![\\w:])|(${name}))\\.?(?![\\w:\\\\(]\\S|[\\\\/@]\\w)`, "y");

// All eight groups and a port, as Java before 14 writes them.
const sixWithPort = /([0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{1,4}){7}):(\d{1,5})(?![\w:])/y;

/**
 * Returns every address in a text, those with a mark first. Most of the work is to look at single words: without `words`
 * they are names only in quotes, after the words of a lookup, and when they are "localhost". The caller can also choose
 * which bare names it wants.
 */
export function addressesIn(text: string, words = true, wanted: Wanted = everyName): Address[] {
  const found: Address[] = [];
  const marks = marksOf(text, words);
  for (const shape of shapesWith(marks.kinds)) find(text, shape, found);
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
    const digits = match[groups] ?? "";
    if ((shape === "marked" || shape === "tuple") && noHost.test(host))
      add(found, "port", "", Number(digits), start, from);
    else add(found, shape, host, digits === "" ? (portOf?.(text, start, from) ?? null) : Number(digits), start, from);
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
    const end = portEnd(text, at + 1);
    const port = numberIn(text, at + 1, end);
    const start = at - 1;
    if (kindAt(text, start) & COLON && kindAt(text, start - 1) & COLON && isFree(text, start - 2))
      // Every address in IPv6, as Node and netstat write it: ":::8080".
      add(found, "pair", "::", port, start - 1, end);
    else if ((text[start] === "*" || text[start] === "+") && isFree(text, start - 1))
      add(found, "port", text[start] === "*" ? "*" : "", port, start, end);
    else if (at > 0 && isFree(text, start) && !(kindAt(text, start) & SLASH)) add(found, "port", "", port, at, end);
  }
}

/** Whether a port may come after the character there. */
function isFree(text: string, at: number): boolean {
  return at < 0 || (kindAt(text, at) & (SPACE | QUOTE | SLASH)) !== 0 || text[at] === "=" || text[at] === "(";
}

function findBare(text: string, { names, nameCount }: Marks, wanted: Wanted, found: Address[]): void {
  let from = 0;
  for (let index = 0; index < nameCount; index++) {
    const start = names[index] as number;
    if (start < from || isInside(text, start)) continue;
    // A name that begins inside another address is none, unless it may be an IPv6 address.
    if (isTaken(found, start) && !isV6Like(text, start)) continue;
    if (wanted(text, start)) from = takeBare(text, start, found);
  }
}

/** Adds the bare name that begins there, if it is one; returns the end of the range that was read. */
function takeBare(text: string, start: number, found: Address[]): number {
  if (kindAt(text, hexEnd(text, start)) & COLON) {
    sixWithPort.lastIndex = start;
    const [pair, groups = "", port] = sixWithPort.exec(text) ?? [];
    if (pair !== undefined) {
      add(found, "pair", groups, Number(port), start, start + pair.length);
      return start + pair.length;
    }
  }
  bare.lastIndex = start;
  const match = bare.exec(text);
  if (match === null) return start;
  const end = bare.lastIndex;
  const [, six, host = ""] = match;
  if (six !== undefined ? isV6(six) && six !== "::" : isHost(host) && !isTypeName(host) && !qualifies(text, end))
    add(found, "bare", six ?? host, text[end - 1] === "." ? null : portNear(text, start, end), start, end);
  return end;
}

/** `FROM "shop"."orders"`: the name of a schema in SQL. */
function qualifies(text: string, end: number): boolean {
  if (text[end + 1] !== ".") return false;
  const between = text.slice(end, end + 3);
  return between === '"."' || between === "`.`" || between === "].[";
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

function numberIn(text: string, start: number, end: number): number {
  let number = 0;
  for (let at = start; at < end; at++) number = 10 * number + text.charCodeAt(at) - 0x30;
  return number;
}
