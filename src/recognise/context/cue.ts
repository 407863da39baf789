import { isCall, isCode, isError, isFailed, isFiller, isOtherCode, isProof, isSocketWord, isWinsock } from "./words.ts";

/**
 * What the words directly before a number say it is. `winsock`: Winsock itself is named; `proof`: a Windows or socket
 * error; `error`, `code`, `failed`, `call`: weaker and weaker hints that want a second sign; `level`: the log level
 * before a process number; `none`: nothing.
 */
export type Cue = "winsock" | "proof" | "error" | "code" | "failed" | "call" | "level" | "none";

/** Reads the cue in the bytes before a number, nearest word first, until a word that is neither cue nor filler. */
export function cueBefore(lower: string, at: number): Cue {
  const before = toPlain(lower.slice(Math.max(0, at - REACH), at))
    .replace(/[ \t]+/g, " ")
    .replace(LISTED, "");
  if (LEVEL.test(before)) return "level";
  if (DIALECTS.test(before)) return "proof";
  const words = before.match(WORD);
  const gap = GAP.exec(before)?.[0];
  if (words === null || gap === undefined) return "none";
  const nearest = words.at(-1) ?? "";
  if (NAMES_A_PORT.test(nearest) && !/[:=(#[]/.test(gap)) return "none";

  let found: Cue = "none";
  let socketWord = false;
  const last = Math.max(0, words.length - MOST_WORDS);
  for (let index = words.length - 1; index >= last; index--) {
    const word = words[index] ?? "";
    if (isWinsock(word)) return "winsock";
    if (isProof(word)) found = "proof";
    else if (isSocketWord(word)) socketWord = true;
    else if (isError(word)) found = stronger(found, "error");
    else if (isCode(word)) {
      if (isOtherCode(words[index - 1] ?? "")) return "none";
      found = stronger(found, "code");
    } else if (isFailed(word)) found = stronger(found, "failed");
    else if (isCall(word)) found = stronger(found, "call");
    else if (!isFiller(word)) break;
  }
  if (found === "call" && !CALL_GAP.test(gap)) return "none";
  return socketWord && (found === "error" || found === "code") ? "proof" : found;
}

/** Apache's `(OS 10061)No connection …`, Boost's `system:10061`, SAP's `(SI_ECONN_REFUSE/10061; I4; ST; …)`. */
const DIALECTS = /\(os $|\bsystem:$|\bsi_e[a-z_]{4,20}\/$/;

const REACH = 96;
const MOST_WORDS = 8;

/** What lies between the nearest word and the number; more than this and they do not belong together. */
const GAP = /(?<=[a-z0-9\x80-\xff])[^a-z0-9\x80-\xff]{0,8}$/;

/** `recv: 10054` or `recv() = 10054`, but neither `listen(10050)` nor `bind *:10050`. */
const CALL_GAP = /^(?:\(\) ?[:=] ?|["']?: )$/;

/** `failed to listen 10050`: without a colon or a bracket the number is where, not why. */
const NAMES_A_PORT =
  /^(?:bind|binding|listen|connect(?:ing|ion)?|socket|session|tcp|udp|accept|in|closed?|sen[dt]|sending|recv|rece.*|read|write)$/;
const WORD = /(?:[a-z0-9]|[\xc3-\xc5][\x80-\xbf])+|[\x80-\xff]+/g;

/** A time stamp, then the level, then the number: `12:00:01 ERROR 10054 --- [main]`. */
const LEVEL = /[:.,]\d{2,9}z?[\])]?[\s|]{1,4}[[(<|]?err(?:or)?[\])>|]?[\s|]{1,4}[[(]?$/;

/** Codes before this one in a list: `error 10053, 10054 or 10060`. */
const LISTED = /(?:1(?:00|01|10)\d\d(?: ?[/,] ?| (?:and|or) )){1,4}$/;

const STRENGTH: readonly Cue[] = ["none", "call", "failed", "code", "error", "proof"];

function stronger(a: Cue, b: Cue): Cue {
  return STRENGTH.indexOf(a) >= STRENGTH.indexOf(b) ? a : b;
}

/** Full-width and typographic punctuation, spelled in UTF-8, becomes blanks. */
function toPlain(bytes: string): string {
  return /[\xc2\xe2\xe3\xef]/.test(bytes)
    ? bytes.replace(/\xef\xbc[\x80-\x8f\x9a-\xa0]|\xe3\x80[\x80-\xbf]|\xe2[\x80\x86].|\xc2[\xa0\xab\xbb]/gs, " ")
    : bytes;
}
