import { roomFor, toBytes, writeBytes } from "../bytes.ts";
import { Line } from "../line.ts";
import { createSpot, type Spot } from "../literal-search.ts";
import { type Match, NO_MATCHES } from "../match.ts";
import { fold } from "../messages/fold.ts";
import { languages } from "../messages/index.ts";
import { literalsOf } from "../messages/literals.ts";
import type { Messages } from "../messages/messages.ts";
import { createSearch, type Hit, type Phrase } from "../messages/phrases.ts";
import type { Recogniser } from "../recogniser.ts";

/** What a fragment stands for: a part of a sentence. */
interface Part {
  readonly code: number;
  /** The row of the tables; the parts of one row stand in one sentence, in their order. */
  readonly row: readonly unknown[];
  readonly place: number;
  readonly certain: boolean;
}

const tables: readonly Messages[] = Object.values(languages);

let literals: readonly string[] | undefined;

/** The operating system's own sentence, in whatever language it speaks: `wsarecv: An existing connection was …`. */
export const message: Recogniser = {
  form: "message",
  /** Worked out when they are asked for: a run that reads nothing new has no need of them. */
  get literals() {
    literals ??= literalsOf(tables);
    return literals;
  },
  find,
  samples: {
    match: [
      ["read tcp 10.1.0.4:50412: wsarecv: An existing connection was forcibly closed by the remote host.", 10054],
      ["dial tcp: connectex: No connection could be made because the target machine actively refused it", 10061],
      ["getaddrinfow: No such host is known.", 11001],
      ["bind: An invalid argument was supplied.", 10022],
      [toBytes("java.io.IOException: 远程主机强迫关闭了一个 现有的连接。"), 10054],
      [toBytes("verbinden: Der angegebene Host ist unbekannt."), 11001],
      ["\\u7531\\u4e8e\\u76ee\\u6807\\u8ba1\\u7b97\\u673a\\u79ef\\u6781\\u62d2\\u7edd", 10061],
    ],
    ignore: [
      "connect: Connection refused",
      "recv: Connection reset by peer",
      "the remote computer refused the network connection",
      "getaddrinfo: Name or service not known",
      "config.yml line 3: an invalid argument was supplied to the macro",
      "java.net.UnknownHostException: nohost.example",
    ],
  },
};

/** Made for the first line that needs it: most commands read no log. */
let search: ReturnType<typeof createSearch<Part>> | undefined;

function phrasesOf({ certain, likely }: Messages): readonly Phrase<Part>[] {
  return [...certain, ...likely].flatMap((row) => {
    const [code, ...fragments] = row;
    const isCertain = certain.includes(row);
    return fragments.map((fragment, place) => ({
      text: fold(new Line(toBytes(fragment)).lower).text,
      meaning: { code, row, place, certain: isCertain },
    }));
  });
}

function find(line: Line): readonly Match[] {
  return line.keep(read);
}

function read(line: Line): readonly Match[] {
  search ??= createSearch(tables.flatMap(phrasesOf));
  const folded = mayVary(line) ? fold(line.lower) : null;
  const hits = folded === null ? search(line.bytes, line.length) : search(toArray(folded.text), folded.text.length);
  if (hits.length === 0) return NO_MATCHES;
  const matches: Match[] = [];
  for (const { part, start: first, end: last } of sentences(hits)) {
    const start = folded === null ? first : folded.origin(first);
    const end = trimmedEnd(line, start, folded === null ? last : folded.origin(last));
    if (!isSeenBySieve(line, start, end) || !(part.certain || isAboutSockets(line, part.code, start, end))) continue;
    matches.push({ code: codeHere(line, part.code), start, end, confidence: part.certain ? "certain" : "likely" });
  }
  return matches;
}

/** The end without the blanks before it. */
function trimmedEnd({ bytes }: Line, start: number, end: number): number {
  let at = end;
  while (at > start && (bytes[at - 1] === BLANK || isControl(bytes[at - 1] as number))) at--;
  return at;
}

/** Whether folding may change the line: all that is ASCII and has one of its variants. */
function mayVary({ isAscii, bytes, length }: Line): boolean {
  if (!isAscii) return true;
  for (let at = 0; at < length; at++) {
    const byte = bytes[at] as number;
    if (byte === BLANK && bytes[at + 1] === BLANK) return true;
    if (byte === BACKSLASH || byte === BACKTICK || isControl(byte)) return true;
  }
  return false;
}

function isControl(byte: number): boolean {
  return byte >= 0x09 && byte <= 0x0d;
}

const BLANK = 0x20;
const BACKSLASH = 0x5c;
const BACKTICK = 0x60;

function toArray(folded: string): Uint8Array {
  foldedBytes = roomFor(folded.length, foldedBytes);
  writeBytes(folded, foldedBytes);
  return foldedBytes;
}

let foldedBytes: Uint8Array = new Uint8Array(0);

interface Sentence {
  part: Part;
  readonly start: number;
  end: number;
}

/** Fragments of one sentence become one; where two sentences claim the same words, the longer fragment has them. */
function sentences(hits: readonly Hit<Part>[]): Sentence[] {
  const found: Sentence[] = [];
  for (const { phrase, start, end } of hits) {
    const part = phrase.meaning;
    const last = found.at(-1);
    if (
      last !== undefined &&
      last.part.row === part.row &&
      last.part.place < part.place &&
      start - last.end < LONGEST_GAP
    ) {
      last.part = part;
      last.end = end;
    } else if (last === undefined || last.end <= start) found.push({ part, start, end });
    else if (last.part.code === part.code) last.end = Math.max(last.end, end);
    else if (end - start > last.end - last.start) found[found.length - 1] = { part, start, end };
  }
  return found;
}

/** Bytes between two fragments of one sentence: the longest sentences have some two hundred. */
const LONGEST_GAP = 200;

/** An odd spelling can hide every literal; such a line counts nowhere, or the lanes would disagree. */
function isSeenBySieve(line: Line, start: number, end: number): boolean {
  spot ??= createSpot([message.literals]);
  return spot.look(line, start, end) !== 0;
}

let spot: Spot | undefined;

/** What a `likely` sentence needs from the line around it. */
function isAboutSockets({ text }: Line, code: number, start: number, end: number): boolean {
  rest.set(`${text.slice(Math.max(0, start - NEAR), start)}\n${text.slice(end, end + NEAR)}`);
  if (code < FIRST_SOCKET_CODE && OTHER_HANDLES.test(rest.lower)) return false;
  if (rest.speaksOfSockets || rest.showsWindows) return true;
  return code < FIRST_SOCKET_CODE ? STREAMS.test(rest.lower) : code > FIRST_NAME_CODE && NAMES.test(rest.lower);
}

const rest = new Line("");

/** Bytes: a window, so that a very long line of nothing but such sentences is still read in linear time. */
const NEAR = 500;

/** Below are Win32 codes, which files, pipes and devices give as well. */
const FIRST_SOCKET_CODE = 10_000;
const OTHER_HANDLES = /\bserial|\bcom\d|\bpipes?\b|http\.?sys|\\device|\busb|\bbluetooth|filestream|readfile|writefile/;
const STREAMS = /\b(?:p2p|http|rpc|stream|server|client|session|receiv|transport|endpoint)/;

/** Above are the codes of looking up names and services. */
const FIRST_NAME_CODE = 10_100;
const NAMES = /resolv|look ?up|\bdns|namespace/;

/** The codes of Winsock 1 and 2 for the end and the cancelling of a look-up share their sentences: 2 unless 1 is named. */
function codeHere(line: Line, code: number): number {
  if (code === 10110 && /10102|wsaenomore/.test(line.lower)) return 10102;
  if (code === 10111 && /10103|wsaecancelled/.test(line.lower)) return 10103;
  return code;
}
