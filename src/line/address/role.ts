import { toBytes } from "../../text/byte-string.ts";
import { BETWEEN, BEYOND_ASCII, DIGIT, DIVIDER, kindAt, LETTER, WORD } from "../characters.ts";
import { WordTable } from "../word-table.ts";

// The roles that the words before an address can give it, as bits.
export const LOCAL = 1;
export const LOOKUP = 2;
export const REMOTE = 4;
export const CLIENT = 8;
export const CONNECT = 16;
export const SERVER = 32;
export const FROM = 64;
export const TO = 128;
export const REQUEST = 256;
export const PLACE = 512;
/** Becomes CONNECT where a word of connecting comes before "to" and the like. */
const GOES = 1024;

// Phrases between commas; each ends with a word of letters.
const phrases: readonly (readonly [role: number, phrases: string])[] = [
  [
    LOCAL,
    `local, local address, localaddress, local addr, localaddr, local endpoint, localendpoint, local ip, localip,
     local port, localport, laddr, source, src, version, listening at, listening on, user, by`,
  ],
  [
    LOOKUP,
    `lookup, resolve, resolve host, resolve hostname, resolve host name, resolve the host, resolve the hostname,
     resolve the host name, resolving, resolving host, resolving hostname, resolving host name, resolving the host,
     resolving the hostname, resolving the host name, failed for, getaddrinfo, gethostbyname`,
  ],
  [
    REMOTE,
    `upstream, proxy, remote, remote host, remotehost, remote address, remoteaddress, remote addr, remoteaddr,
     remote endpoint, remoteendpoint, remote server, remoteserver, remote ip, remoteip, peer, destination, dst, raddr`,
  ],
  [CLIENT, "client, conn"],
  [CONNECT, "connect, connecting, bind, reach, dial tcp, dialing tcp, listen tcp, dial udp, dialing udp, listen udp"],
  [
    SERVER,
    `server, server at, server on, server name, host, hostname, host_name, ip, ipaddress, address, addr, endpoint,
     broker, node, target, url, site`,
  ],
  [FROM, "from"],
  [TO, "to, with"],
  // A link without such a word is one to the documentation.
  [
    REQUEST,
    `get, post, put, delete, head, options, patch, request, requesting, fetch, fetching, open, opening, download,
     downloading, uri, url`,
  ],
  [PLACE, "at, on, for"],
  [GOES, "to, through, via, with, on, at"],
];
const connecting = new WordTable(
  "connect connecting connection connected dial dialing reach login bind binding listen"
    .split(" ")
    .map((word) => [word, true] as const),
);
const connectingReach = 30;
const protocol = /(?<![A-Za-z])(?:dial(?:ing)?|listen) (?:tcp|udp)[46]$/i;
const beyondAscii: readonly (readonly [role: number, word: RegExp])[] = [
  [LOOKUP, endsIn("解析")],
  [CONNECT, endsIn("连接到", "连接", "連線到")],
  [SERVER, endsIn("主机", "服务器", "地址")],
];
const longestBeyondAscii = 10;

interface Ending {
  /** The roles of the word alone. */
  roles: number;
  /** Texts before the word, each with the role of both together. */
  readonly before: { readonly text: string; readonly role: number }[];
}

const endings = endingsOf(phrases);
const reach = 64;
const longestBetween = 4;

/** Returns the roles that the words before an address give it: some of the bits above. */
export function rolesBefore(text: string, start: number): number {
  const from = Math.max(0, start - reach);
  let end = start;
  while (end > from && kindAt(text, end - 1) & BETWEEN) if (start - --end > longestBetween) return 0;
  if (end === from) return 0;
  const last = kindAt(text, end - 1);
  if (last & LETTER) return rolesOf(text, from, end);
  if (last & DIGIT && kindAt(text, end - 2) & LETTER)
    return protocol.test(text.slice(Math.max(from, end - 16), end)) ? CONNECT : 0;
  return last & BEYOND_ASCII ? rolesBeyondAscii(text.slice(Math.max(from, end - longestBeyondAscii), end)) : 0;
}

function rolesOf(text: string, from: number, end: number): number {
  const start = lettersStart(text, from, end);
  const ending = endings.find(text, start, end);
  if (ending === undefined) return 0;
  let roles = ending.roles;
  for (const { text: before, role } of ending.before) if (isBefore(text, from, start, before)) roles |= role;
  if (roles & GOES && followsConnecting(text, from, start)) roles |= CONNECT;
  return roles & ~GOES;
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

function rolesBeyondAscii(text: string): number {
  let roles = 0;
  for (const [role, word] of beyondAscii) if (word.test(text)) roles |= role;
  return roles;
}

function lettersStart(text: string, from: number, end: number): number {
  let start = end;
  while (start > from && kindAt(text, start - 1) & LETTER) start--;
  return start;
}

/** Whether these words, in any case, end at `end`, and are not the rest of a longer word. */
function isBefore(text: string, from: number, end: number, words: string): boolean {
  const start = end - words.length;
  if (start < from || (start > from && kindAt(text, start - 1) & LETTER)) return false;
  for (let at = 0; at < words.length; at++) {
    const lowerCase = kindAt(text, start + at) & LETTER ? 0x20 : 0;
    if ((text.charCodeAt(start + at) | lowerCase) !== words.charCodeAt(at)) return false;
  }
  return true;
}

function endingsOf(lists: typeof phrases): WordTable<Ending> {
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

function endsIn(...words: string[]): RegExp {
  return new RegExp(`(?<![A-Za-z])(?:${words.map(toBytes).join("|")})$`, "i");
}
