import { toBytes } from "../../text/byte-string.ts";
import { FoldedBytes } from "../../text/folded-bytes.ts";
import { GroupSearch } from "../group-search.ts";
import { Line } from "../line.ts";
import { type Match, NO_MATCHES } from "../match.ts";
import { fold } from "../messages/fold.ts";
import { languages } from "../messages/index.ts";
import type { Messages } from "../messages/messages.ts";
import { ownLiterals } from "../messages/own-literals.ts";
import { createPhraseSearch, type PhraseSearch } from "../messages/phrases.ts";
import { damagedPhrasesOf, type Fragment, phrasesOf, sentencesOf } from "../messages/sentence.ts";
import type { Recogniser } from "../recogniser.ts";

const samples: Recogniser["samples"] = {
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
};

/** The operating system's own sentence, in any listed language: `wsarecv: An existing connection was …`. */
export const message = createMessage(Object.values(languages), ownLiterals);

/** Makes the recogniser of the sentences of some languages; `literalsOf` is asked for their literals when first needed. */
export function createMessage(tables: readonly Messages[], literalsOf: () => readonly string[]): Recogniser<"message"> {
  // Made when first needed: most commands read no log.
  let literals: readonly string[] | undefined;
  let literalSearch: GroupSearch | undefined;
  let phraseSearch: PhraseSearch<Fragment> | undefined;
  let damagedSearch: PhraseSearch<Fragment> | undefined;

  function listLiterals(): readonly string[] {
    literals ??= literalsOf();
    return literals;
  }

  function read(line: Line): readonly Match[] {
    phraseSearch ??= createPhraseSearch(tables.flatMap(phrasesOf));
    const folded = mayVary(line) ? fold(line.lower) : null;
    if (folded !== null) foldedBytes.write(folded.text);
    let hits = phraseSearch(folded === null ? line : foldedBytes);
    if (hits.length === 0) {
      damagedSearch ??= createPhraseSearch(tables.flatMap(damagedPhrasesOf));
      hits = damagedSearch(folded === null ? line : foldedBytes);
    }
    if (hits.length === 0) return NO_MATCHES;
    const matches: Match[] = [];
    for (const { fragment, start: first, end: last } of sentencesOf(hits)) {
      const { code, certain } = fragment;
      const start = folded === null ? first : folded.origin(first);
      const end = trimmedEnd(line, start, folded === null ? last : folded.origin(last));
      if (!isSeenBySieve(line, start, end) || !(certain || isAboutSockets(line, code, start, end))) continue;
      matches.push({ code: codeHere(line, code), start, end, confidence: certain ? "certain" : "likely" });
    }
    return matches;
  }

  /** An odd spelling can hide every literal; such a line counts nowhere, or the lanes would disagree. */
  function isSeenBySieve(line: Line, start: number, end: number): boolean {
    literalSearch ??= new GroupSearch([listLiterals()]);
    return literalSearch.search(line, start, end) !== 0;
  }

  return {
    form: "message",
    get literals() {
      return listLiterals();
    },
    find: (line) => line.keep(read),
    samples,
  };
}

const foldedBytes = new FoldedBytes();

/** The end without the blanks before it, and the line breaks that XML refers to. */
function trimmedEnd({ bytes, text }: Line, start: number, end: number): number {
  let at = end;
  while (at > start && (bytes[at - 1] === BLANK || isControl(bytes[at - 1] as number))) at--;
  const breaks = LINE_BREAKS.exec(text.slice(Math.max(start, at - 32), at));
  return breaks === null ? at : at - breaks[0].length;
}

/** The last one may be cut. */
const LINE_BREAKS = /(?:\s|&#1[03];)*&#1[03];?$/;

/** Whether folding may change the line: all that is ASCII and has one of its variants. */
function mayVary({ isAscii, bytes, length }: Line): boolean {
  if (!isAscii) return true;
  for (let at = 0; at < length; at++) {
    const byte = bytes[at] as number;
    if (byte === BLANK && bytes[at + 1] === BLANK) return true;
    if (byte === APOSTROPHE && bytes[at + 1] === APOSTROPHE) return true;
    if (byte === BACKSLASH || byte === BACKTICK || byte === AMPERSAND || isControl(byte)) return true;
  }
  return false;
}

function isControl(byte: number): boolean {
  return byte >= 0x09 && byte <= 0x0d;
}

const BLANK = 0x20;
const AMPERSAND = 0x26;
const APOSTROPHE = 0x27;
const BACKSLASH = 0x5c;
const BACKTICK = 0x60;

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
