import { toBytes } from "../../text/byte-string.ts";
import { BETWEEN, BEYOND_ASCII, COLON, DIGIT, DIVIDER, kindAt, LETTER, QUOTE, SPACE, WORD } from "../characters.ts";
import { WordTable } from "../word-table.ts";
import {
  CONNECT,
  connectingWords,
  FOREIGN,
  FROM,
  GOES,
  LOCAL,
  PLACE,
  REMOTE,
  rolePhrases,
  rolePhrasesBeyondAscii,
  SERVER,
  TO,
  WRITER,
} from "./role-phrases.ts";

const connecting = new WordTable(connectingWords.split(/\s+/).map((word) => [word, true] as const));
const connectingReach = 30;
const protocol = /(?<![A-Za-z])(?:dial(?:ing)?|listen) (?:tcp|udp)[46]$/i;
const beyondAscii = rolePhrasesBeyondAscii.map(
  ([role, ...lists]) => [role, new RegExp(`(?:${lists.join(",").split(",").map(asPattern).join("|")})$`)] as const,
);
const longestBeyondAscii = 48;
/** Colons, quotes and brackets of other scripts, and what may come after them. */
const wideBetween = new RegExp(`(?:${"：（「『【“‘„«、".split("").map(toBytes).join("|")})(?:\\xc2\\xa0)?\\s?$`);

/** What may come between a word and its address: "to ipv4#10.0.0.9:9092", "server='AF_INET(10.0.0.9:514)'". */
const familyBefore = /\b(?:ipv[46][#:]|(?:tcp|udp)[46]?:|AF_INET6?\(|\[AF_INET6?\])$/i;

interface Ending {
  /** The roles of the word alone. */
  roles: number;
  /** Texts before the word, each with the role of both together. */
  readonly before: { readonly text: string; readonly role: number }[];
}

const endings = endingsOf(rolePhrases);
const reach = 64;
const longestBetween = 4;

/** Returns the roles that the words before an address give it: some of the bits of role-phrases.ts. */
export function rolesBefore(text: string, start: number): number {
  const from = Math.max(0, start - reach);
  let end = start;
  const family = text[start - 1] === " " ? null : familyBefore.exec(text.slice(Math.max(from, start - 12), start));
  if (family !== null) end -= family[0].length;
  const nearest = end - longestBetween;
  while (end > from && isBetween(text, end - 1)) if (--end < nearest) return 0;
  if (end === from) return 0;
  const last = kindAt(text, end - 1);
  if (last & LETTER) {
    const word = lettersStart(text, from, end);
    if (!(kindAt(text, word - 1) & BEYOND_ASCII)) return rolesOf(text, from, word, end);
    // The rest of a word with an accent, or a word behind one of a script without blanks.
    const roles = isAccented(text, word - 1) ? 0 : rolesOf(text, from, word, end);
    return roles | rolesBeyondAscii(text, from, end);
  }
  if (last & DIGIT && kindAt(text, end - 2) & LETTER)
    return protocol.test(text.slice(Math.max(from, end - 16), end)) ? CONNECT : 0;
  return last & BEYOND_ASCII ? rolesBeyondAscii(text, from, end) : 0;
}

/** Whether a character of two bytes ends there: a Latin one with an accent, a Greek or a Cyrillic one, and so on. */
function isAccented(text: string, at: number): boolean {
  const lead = text.charCodeAt(at - 1);
  return lead >= 0xc2 && lead < 0xe0;
}

/** Byte A0 is a blank only as a part of U+00A0. */
function isBetween(text: string, at: number): boolean {
  const kind = kindAt(text, at);
  return (kind & BETWEEN) !== 0 && (!(kind & BEYOND_ASCII) || text.charCodeAt(at - 1) === 0xc2);
}

function rolesOf(text: string, from: number, start: number, end: number): number {
  // The last letter of "14:22:09Z" is no word.
  if (end - start === 1 && start > 0 && kindAt(text, start - 1) & (WORD | COLON)) return 0;
  const ending = endings.find(text, start, end);
  if (ending === undefined) return 0;
  let roles = ending.roles;
  for (const { text: before, role } of ending.before) if (isBefore(text, from, start, before)) roles |= role;
  // "shop.com/10" and "on-a/b" have no word of another language.
  if (
    roles & FOREIGN &&
    !(kindAt(text, end) & SPACE && (start === from || kindAt(text, start - 1) & (SPACE | DIVIDER)))
  )
    roles &= ~(FOREIGN | FROM | TO | PLACE | GOES);
  if (roles & GOES && followsConnecting(text, from, start)) roles |= CONNECT;
  if (roles & WRITER && !isField(text, end)) roles = (roles & ~WRITER) | SERVER;
  // Netty: "L:/10.0.0.5:5000 - R:/10.0.0.9:443".
  if (end - start === 1 && roles & (LOCAL | REMOTE) && text[end] !== ":") return 0;
  return roles & ~GOES;
}

/** Whether a word that ends there names a field. */
function isField(text: string, end: number): boolean {
  const behind = kindAt(text, end);
  return (behind & (COLON | QUOTE)) !== 0 || text[end] === "=" || ((behind & SPACE) !== 0 && text[end + 1] === ":");
}

/** Whether the line has a word of connecting before "to", and no divider between them. */
function followsConnecting(text: string, from: number, start: number): boolean {
  const space = start - 1;
  if (space <= from || text[space] !== " ") return false;
  for (let at = space; at > from && space - at <= connectingReach; ) {
    if (kindAt(text, at - 1) & LETTER) {
      const word = lettersStart(text, from, at);
      if (!(kindAt(text, at) & WORD) && connecting.find(text, word, at)) return true;
      at = word;
    } else if (kindAt(text, --at) & DIVIDER) return false;
  }
  return false;
}

function rolesBeyondAscii(text: string, from: number, end: number): number {
  const before = text.slice(Math.max(from, end - longestBeyondAscii), end).replace(wideBetween, "");
  let roles = 0;
  for (const [role, word] of beyondAscii) if (word.test(before)) roles |= role;
  return roles;
}

function lettersStart(text: string, from: number, end: number): number {
  let start = end;
  while (start > from && kindAt(text, start - 1) & LETTER) start--;
  return start;
}

/** Whether these words, in any case and with any of [ _.-] between them, end there, and are not the rest of a longer word. */
function isBefore(text: string, from: number, end: number, words: string): boolean {
  const start = end - words.length;
  if (start < from || (start > from && kindAt(text, start - 1) & LETTER)) return false;
  for (let at = 0; at < words.length; at++) {
    const code = text.charCodeAt(start + at);
    const wanted = words.charCodeAt(at);
    if (wanted === space ? !isJoint(code) : (kindAt(text, start + at) & LETTER ? code | 0x20 : code) !== wanted)
      return false;
  }
  return true;
}

const space = 0x20;

/** Whether it is one of [ _.-]. */
function isJoint(code: number): boolean {
  return code === space || code === 0x5f || code === 0x2e || code === 0x2d;
}

function endingsOf(lists: typeof rolePhrases): WordTable<Ending> {
  const byWord = new Map<string, Ending>();
  for (const [role, list] of lists) {
    for (const phrase of list.split(/,\s+/)) {
      const word = /[a-z]+$/.exec(phrase)?.[0] ?? "";
      const ending = byWord.get(word) ?? { roles: 0, before: [] };
      if (word === phrase) ending.roles |= role;
      else ending.before.push({ text: phrase.slice(0, -word.length), role });
      byWord.set(word, ending);
    }
  }
  return new WordTable(byWord);
}

/** A blank before a phrase asks for one, or for the beginning, there. */
function asPattern(phrase: string): string {
  return phrase.startsWith(" ") ? `(?:^|[\\s,;(])${toBytes(phrase.slice(1))}` : toBytes(phrase);
}
