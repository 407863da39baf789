import { isSpelled, tableOf } from "../../text/byte-array.ts";
import { Line } from "../line.ts";
import { cueWordAt } from "./cue-word.ts";
import { opensList, startOfList } from "./number-list.ts";
import { isOwnName } from "./own-name.ts";
import { winsockWords } from "./winsock-words.ts";

/**
 * The meaning that the words directly before a number give it. `winsock`: they name Winsock itself; `proof`: a Windows or
 * socket error; `error`, `code`, `failed`, `call`: weaker and weaker hints that need a second sign; `level`: the log
 * level before a process number; `none`: no meaning.
 */
export type ContextCue = "winsock" | "proof" | "error" | "code" | "failed" | "call" | "level" | "none";

/** Reads the cue in the bytes before a number, nearest word first, until a word that is neither cue nor filler. */
export function contextCue(line: Line, at: number): ContextCue {
  const from = Math.max(0, at - REACH);
  if (line.isAscii || !isTypographic(line.lower.slice(from, at))) return read(line, from, at);
  const before = toPlain(line.lower.slice(from, at));
  plain.set(before + toPlain(line.lower.slice(at, at + REACH)));
  return read(plain, 0, before.length);
}

/** Reads the cue at the end of `[from, until)`. */
function read(line: Line, from: number, until: number): ContextCue {
  const { bytes } = line;
  const to = startOfList(bytes, line.lower, from, until);
  if (isOfDialect(line, from, to)) return "proof";
  let end = endOfWords(bytes, from, to);
  if (end <= from) return "none";
  const gap = end;
  let start = startOfWord(bytes, from, end);
  const nearest = cueWordAt(bytes, start, end);
  if (nearest.isPlural && to === until && !opensList(line.lower, until) && !isNumbered(bytes, from, start))
    return "none";
  if (gap < to && bytes[gap] === CLOSING_BRACKET && CALL_WITH_ARGUMENTS.test(line.lower.slice(from, to))) return "call";
  if (bytes[start - 1] === UNDERSCORE && isOwnName(line.lower.slice(from, end))) return "none";
  if (nearest.namesPort && !isOfError(bytes, from, start) && !/[:=(#[]/.test(line.lower.slice(gap, to))) return "none";
  if (nearest.isLevel && mayFollowTime(bytes, from, start) && LEVEL.test(line.lower.slice(from, to))) return "level";

  let found: ContextCue = "none";
  let strength = 0;
  let socketWord = false;
  let word = nearest;
  for (let count = 0; count < MOST_WORDS && end > from; count++) {
    const { kind } = word;
    if (kind === "winsock") return "winsock";
    if (kind === "other") {
      if (!line.mayHold(winsockWords) || count > 1 || word.isCounted) break;
      if (NAMED_WINSOCK.test(line.lower.slice(from, start))) return "winsock";
      break;
    }
    end = endOfWord(bytes, from, start);
    start = startOfWord(bytes, from, end);
    const next = cueWordAt(bytes, start, end);
    if (kind === "code" && next.isOtherCode) return "none";
    if (kind === "socket") socketWord = true;
    else if (kind !== "filler" && word.strength >= strength) {
      found = kind;
      strength = word.strength;
    }
    word = next;
  }
  if (found === "call" && !CALL_GAP.test(line.lower.slice(gap, to))) return "none";
  if (nearest.text === "status" && found === "error") return "code";
  return socketWord && (found === "error" || found === "code") ? "proof" : found;
}

/** Bytes. */
const REACH = 96;

/** The words before a number when their punctuation had to be made plain. */
const plain = new Line("");
const MOST_WORDS = 8;

/** Apache's `(OS 10061)No connection …`, Boost's `system:10061`, SAP's `(SI_ECONN_REFUSE/10061; I4; ST; …)`. */
function isOfDialect(line: Line, from: number, to: number): boolean {
  if (to === from) return false;
  const { bytes } = line;
  const last = bytes[to - 1];
  if (last === BLANK) return endsWith(bytes, from, to, "(os ");
  if (last === COLON) return /\bsystem:$/.test(line.lower.slice(from, to));
  return last === SLASH && /\bsi_e[a-z_]{4,20}\/$/.test(line.lower.slice(from, to));
}

/** `kód chyby 10061`, `номер ошибки 10048`: many errors in some languages, the number of one in these. */
function isNumbered(bytes: Uint8Array, from: number, start: number): boolean {
  const end = endOfWord(bytes, from, start);
  const { kind, isNumberWord } = cueWordAt(bytes, startOfWord(bytes, from, end), end);
  return kind === "code" || kind === "winsock" || isNumberWord;
}

/** `lỗi socket 10061`, `error de socket 10061`: in many languages the word for an error comes first. */
function isOfError(bytes: Uint8Array, from: number, start: number): boolean {
  let at = start;
  let isOf = false;
  for (let count = 0; count < 2; count++) {
    const end = endOfWord(bytes, from, at);
    at = startOfWord(bytes, from, end);
    const word = cueWordAt(bytes, at, end);
    // "ERROR socket 10061" is a level and a socket's number.
    if (word.kind !== "filler") return word.kind === "error" && (isOf || !word.isLevel);
    isOf = end - at === 2 && bytes[at] === D && bytes[at + 1] === E;
  }
  return false;
}

/**
 * Where the nearest word ends; -1 when it is too far from the number to belong to it. A run of blanks is one, line breaks
 * among them that XML refers to.
 */
function endOfWords(bytes: Uint8Array, from: number, to: number): number {
  let end = to;
  let distance = 0;
  let isRun = false;
  while (end > from && !isWordByte(bytes[end - 1])) {
    const lineBreak = lineBreakBefore(bytes, from, end);
    const isBlank = lineBreak > 0 || bytes[end - 1] === BLANK || bytes[end - 1] === TAB;
    if (!(isBlank && isRun) && ++distance > LONGEST_GAP) return -1;
    isRun = isBlank;
    end -= Math.max(1, lineBreak);
  }
  return end;
}

/** How long the reference to a line break is that ends here, `&#10;` or `&#13;`; 0 where none does. */
function lineBreakBefore(bytes: Uint8Array, from: number, end: number): number {
  const at = end - 5;
  if (at < from || bytes[end - 1] !== SEMICOLON || bytes[at] !== AMPERSAND || bytes[at + 1] !== HASH) return 0;
  return bytes[at + 2] === DIGIT_1 && (bytes[at + 3] === DIGIT_0 || bytes[at + 3] === DIGIT_3) ? 5 : 0;
}

const LONGEST_GAP = 8;
const D = 0x64;
const E = 0x65;

function endOfWord(bytes: Uint8Array, from: number, end: number): number {
  let at = end;
  while (at > from && !isWordByte(bytes[at - 1])) at--;
  return at;
}

/** A word is a run of letters and digits, Latin letters with accents among them, or a run of other bytes. */
function startOfWord(bytes: Uint8Array, from: number, end: number): number {
  let at = end;
  const isLatin = latinBefore(bytes, from, at) > 0;
  while (at > from && isWordByte(bytes[at - 1])) {
    const length = latinBefore(bytes, from, at);
    if (length > 0 !== isLatin) break;
    at -= Math.max(1, length);
  }
  return at;
}

/** Bytes of the Latin letter or digit that ends here, or 0. */
function latinBefore(bytes: Uint8Array, from: number, at: number): number {
  if (at <= from) return 0;
  const byte = bytes[at - 1] as number;
  if (byte < 0x80) return 1;
  const lead = at - 2 < from ? 0 : (bytes[at - 2] as number);
  if (byte >= 0xc0) return 0;
  if ((lead >= 0xc3 && lead <= 0xc8) || lead === 0xcc || lead === 0xcd) return 2;
  return at - 3 >= from && lead >= 0xb8 && lead <= 0xbb && bytes[at - 3] === 0xe1 ? 3 : 0;
}

function isWordByte(byte: number | undefined): boolean {
  return byte !== undefined && WORD_BYTES[byte] === 1;
}

const WORD_BYTES = Uint8Array.from({ length: 256 }, (_, byte) =>
  Number(/[a-z0-9\x80-\xff]/.test(String.fromCharCode(byte))),
);

const TAB = 0x09;
const BLANK = 0x20;
const HASH = 0x23;
const AMPERSAND = 0x26;
const CLOSING_BRACKET = 0x29;
const SLASH = 0x2f;
const DIGIT_0 = 0x30;
const DIGIT_1 = 0x31;
const DIGIT_3 = 0x33;
const COLON = 0x3a;
const SEMICOLON = 0x3b;
const UNDERSCORE = 0x5f;

/** `recv: 10054` or `recv() = 10054`, but neither `listen(10050)` nor `bind *:10050`. */
const CALL_GAP = /^(?:\(\) *(?:[:=]|[-=]>) *|["']?: +)$/;

/** `setsockopt(TCP_NODELAY): 10022`. */
const CALL_WITH_ARGUMENTS =
  /\b(?:connect|bind|listen|accept|recv(?:from)?|send(?:to)?|select|socket|shutdown|[gs]etsockopt|ioctlsocket|getaddrinfo|gethostby(?:name|addr))\([^()]{1,40}\) ?(?::|=>?|->|returned) ?$/;

/** Winsock, then up to two words of a language that is not known here: `Rozhraní Winsock chyby 10061`. */
const NAMED_WINSOCK = /\bwinsock[a-z0-9]{0,8} (?:[^\s\d:;,.=()]{2,24} )?$/;

/** A time stamp, then the level, then the number: `12:00:01 ERROR 10054 --- [main]`. */
const LEVEL =
  /(?::\d\d|:\d\d[.,]\d{2,9})(?:z|[+-]\d\d:?\d\d)?[\])]?[\s|]{1,4}[[(<|]?err(?:or)?[\])>|]?[\s|]{1,4}[[(]?$/;

/** Whether a time stamp may come before the level that starts here: by the last byte before its blanks, as in `LEVEL`. */
function mayFollowTime(bytes: Uint8Array, from: number, level: number): boolean {
  let at = level;
  while (at > from && PARTS_LEVEL[bytes[at - 1] as number] === 1) at--;
  return at < level && at > from && ENDS_TIME[bytes[at - 1] as number] === 1;
}

const PARTS_LEVEL = tableOf(" \t\n\v\f\r\xa0|[(<");
const ENDS_TIME = tableOf("0123456789z])");

function endsWith(bytes: Uint8Array, from: number, to: number, text: string): boolean {
  return to - text.length >= from && isSpelled(text, bytes, to - text.length);
}

/** Full-width and typographic punctuation, spelled in UTF-8, becomes blanks. */
export function toPlain(bytes: string): string {
  return isTypographic(bytes)
    ? bytes.replace(
        /\xef\xbc[\x80-\x8f\x9a-\xa0]|\xe3\x80[\x80-\xbf]|\xe2[\x80\x86].|\xe2\x84\x96|\xc2[\xa0\xab\xb0\xba\xbb]/gs,
        " ",
      )
    : bytes;
}

function isTypographic(bytes: string): boolean {
  return /[\xc2\xe2\xe3\xef]/.test(bytes);
}
