import { isOtherCode, type Kind, kindOf } from "./words.ts";

/**
 * What the words directly before a number say it is. `winsock`: Winsock itself is named; `proof`: a Windows or socket
 * error; `error`, `code`, `failed`, `call`: weaker and weaker hints that want a second sign; `level`: the log level
 * before a process number; `none`: nothing.
 */
export type Cue = "winsock" | "proof" | "error" | "code" | "failed" | "call" | "level" | "none";

/** Reads the cue in the bytes before a number, nearest word first, until a word that is neither cue nor filler. */
export function cueBefore(lower: string, at: number): Cue {
  const before = withoutList(toPlain(lower.slice(Math.max(0, at - REACH), at)));
  if (isOfDialect(before)) return "proof";
  let end = endOfWords(before);
  if (end <= 0) return "none";
  const gap = before.slice(end);
  let start = startOfWord(before, end);
  const nearest = before.slice(start, end);
  if (NAMES_A_PORT.has(nearest) && !/[:=(#[]/.test(gap)) return "none";
  if (/^err(?:or)?$/.test(nearest) && LEVEL.test(before)) return "level";
  if (gap.startsWith(")") && CALL_WITH_ARGUMENTS.test(before)) return "call";

  let found: Cue = "none";
  let socketWord = false;
  let word = nearest;
  for (let count = 0; count < MOST_WORDS && end > 0; count++) {
    const kind = kindOf(word);
    if (kind === "winsock") return "winsock";
    if (kind === "other") {
      if (count < 2 && !COUNTED.has(word) && NAMED_WINSOCK.test(before.slice(0, start))) return "winsock";
      break;
    }
    end = endOfWord(before, start);
    start = startOfWord(before, end);
    word = before.slice(start, end);
    if (kind === "code" && isOtherCode(word)) return "none";
    if (kind === "socket") socketWord = true;
    else if (kind !== "filler") found = stronger(found, kind);
  }
  if (found === "call" && !CALL_GAP.test(gap)) return "none";
  return socketWord && (found === "error" || found === "code") ? "proof" : found;
}

const REACH = 96;
const MOST_WORDS = 8;

/** Apache's `(OS 10061)No connection …`, Boost's `system:10061`, SAP's `(SI_ECONN_REFUSE/10061; I4; ST; …)`. */
function isOfDialect(before: string): boolean {
  if (before.endsWith("(os ")) return true;
  const last = before[before.length - 1];
  return last === ":" ? /\bsystem:$/.test(before) : last === "/" && /\bsi_e[a-z_]{4,20}\/$/.test(before);
}

/** Where the nearest word ends; -1 when it is too far from the number to belong to it. A run of blanks is one. */
function endOfWords(before: string): number {
  let end = before.length;
  let distance = 0;
  while (end > 0 && !isWordByte(before.charCodeAt(end - 1))) {
    const isBlank = before.charCodeAt(end - 1) === 0x20 || before.charCodeAt(end - 1) === 0x09;
    const isRun = isBlank && (before.charCodeAt(end) === 0x20 || before.charCodeAt(end) === 0x09);
    if (!isRun && ++distance > LONGEST_GAP) return -1;
    end--;
  }
  return end;
}

const LONGEST_GAP = 8;

function endOfWord(text: string, end: number): number {
  let at = end;
  while (at > 0 && !isWordByte(text.charCodeAt(at - 1))) at--;
  return at;
}

/** A word is a run of letters and digits, Latin letters with accents among them, or a run of other bytes. */
function startOfWord(text: string, end: number): number {
  let at = end;
  const isLatin = latinBefore(text, at) > 0;
  while (at > 0 && isWordByte(text.charCodeAt(at - 1))) {
    const bytes = latinBefore(text, at);
    if (bytes > 0 !== isLatin) break;
    at -= Math.max(1, bytes);
  }
  return at;
}

/** Bytes of the Latin letter or digit that ends here, or 0. */
function latinBefore(text: string, at: number): number {
  const byte = text.charCodeAt(at - 1);
  if (byte < 0x80) return 1;
  const lead = text.charCodeAt(at - 2);
  return byte < 0xc0 && lead >= 0xc3 && lead <= 0xc5 ? 2 : 0;
}

function isWordByte(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x30 && byte <= 0x39) || byte >= 0x80;
}

/** `recv: 10054` or `recv() = 10054`, but neither `listen(10050)` nor `bind *:10050`. */
const CALL_GAP = /^(?:\(\) *(?:[:=]|->) *|["']?: +)$/;

/** `setsockopt(TCP_NODELAY): 10022`. */
const CALL_WITH_ARGUMENTS =
  /\b(?:connect|bind|listen|accept|recv(?:from)?|send(?:to)?|select|socket|shutdown|[gs]etsockopt|ioctlsocket|getaddrinfo|gethostby(?:name|addr))\([^()]{1,40}\) ?(?::|=|->|returned) ?$/;

/** Winsock, then up to two words of a language that is not known here: `Rozhraní Winsock chyby 10061`. */
const NAMED_WINSOCK = /\bwinsock2? (?:[^\s\d:;,.=()]{2,24} )?$/;
const COUNTED: ReadonlySet<string> = new Set("port line build version pid id handle thread process session".split(" "));

/** `failed to listen 10050`: without a colon or a bracket the number is where, not why. */
const NAMES_A_PORT: ReadonlySet<string> = new Set(
  (
    "bind binding listen connect connecting connection socket session tcp udp accept in ip from close closed sen send " +
    "sent sending recv receive received receiving read write"
  ).split(" "),
);

/** A time stamp, then the level, then the number: `12:00:01 ERROR 10054 --- [main]`. */
const LEVEL =
  /(?::\d\d|:\d\d[.,]\d{2,9})(?:z|[+-]\d\d:?\d\d)?[\])]?[\s|]{1,4}[[(<|]?err(?:or)?[\])>|]?[\s|]{1,4}[[(]?$/;

/** The text without the codes before this one in a list: `error 10053, 10054 or 10060`. */
function withoutList(before: string): string {
  const text = before.trimEnd();
  return /[,/]$| (?:and|or)$/.test(text.slice(-4)) ? before.replace(LISTED, "") : before;
}

const LISTED = /(?:1(?:00|01|10)\d\d(?: {0,4}[/,] {0,4}| (?:and|or) )){1,4}$/;

const STRENGTH: readonly Cue[] = ["none", "call", "failed", "code", "error", "proof"];

function stronger(a: Cue, b: Exclude<Kind, "winsock" | "other" | "socket" | "filler">): Cue {
  return STRENGTH.indexOf(a) >= STRENGTH.indexOf(b) ? a : b;
}

/** Full-width and typographic punctuation, spelled in UTF-8, becomes blanks. */
export function toPlain(bytes: string): string {
  return /[\xc2\xe2\xe3\xef]/.test(bytes)
    ? bytes.replace(/\xef\xbc[\x80-\x8f\x9a-\xa0]|\xe3\x80[\x80-\xbf]|\xe2[\x80\x86].|\xc2[\xa0\xab\xbb]/gs, " ")
    : bytes;
}
