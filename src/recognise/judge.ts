import { isAmid, isIdentifier, isSpelled } from "../text/byte-array.ts";
import { codes } from "./codes.ts";
import { type ContextCue, contextCue } from "./context/context-cue.ts";
import { hasErrorTextBeside } from "./context/error-text.ts";
import { isOtherNumber, isPort } from "./context/other-number.ts";
import { winsockWords } from "./context/winsock-words.ts";
import { hresult } from "./forms/hresult.ts";
import { macro } from "./forms/macro.ts";
import { message } from "./forms/message.ts";
import type { Line } from "./line.ts";
import { type Confidence, type Match, NO_MATCHES } from "./match.ts";

/** Whether the number at this place is a Winsock error: how surely, or null when it is not. */
export function judge(line: Line, code: number, start: number, end: number): Confidence | null {
  if (code < FIRST_ABOVE_100 && !namesWinsock(line)) return null;
  if (isNamedWinsock(line, end)) return "certain";
  if (isOtherNumber(line, start, end)) return null;
  const cue = contextCue(line, start);
  if (code < FIRST_SOCKET_CODE) return judgeWin32(line, code, cue, start, end);
  if (cue === "winsock" || (cue === "proof" && !isApiErrno(line, start))) return "certain";
  if (cue === "none" && (isPort(line, start) || isCalledElse(line.lower, start))) return null;
  if (isNamed(line, code, start, end)) return cue === "none" ? "likely" : "certain";
  if (usesOtherTable(line, code)) return null;
  return hasSecondSign(line, code, cue, start, end) ? "likely" : null;
}

const FIRST_SOCKET_CODE = 10000;
const FIRST_ABOVE_100 = 100;

function namesWinsock(line: Line): boolean {
  return line.mayHold(winsockWords) && winsockWords.literals.some((word) => line.lower.includes(word));
}

/** FlexNet's `(-15,570:10061 "WinSock: Connection refused")`. */
function isNamedWinsock(line: Line, end: number): boolean {
  const { bytes } = line;
  return bytes[end] === BLANK && bytes[end + 2] === LETTER_W && NAMES_WINSOCK.test(line.lower.slice(end, end + 12));
}

const BLANK = 0x20;
const LETTER_W = 0x77;
const NAMES_WINSOCK = /^ ["'(]win ?sock/;

/** `{"errno":10013,"errmsg":"…"}` is the answer of a web service. */
function isApiErrno(line: Line, start: number): boolean {
  return isBehindErrno(line, start) && line.speaksOfWebService && !line.speaksOfSockets;
}

function isBehindErrno({ bytes }: Line, start: number): boolean {
  let end = start;
  while (end > 0 && start - end < 4 && !isIdentifier(bytes[end - 1])) end--;
  return end < start && end >= 5 && isSpelled("errno", bytes, end - 5);
}

function usesOtherTable(line: Line, code: number): boolean {
  if (line.usesOtherTable || (code > 11000 && line.speaksOfIcmp)) return true;
  return line.speaksOfWebService && !(KNOWN_BY_NUMBER.has(code) && line.speaksOfSockets);
}

/** 6, 8, 87, 995, 996 and 997 are Win32 codes of files and pipes first. */
function judgeWin32(line: Line, code: number, cue: ContextCue, start: number, end: number): Confidence | null {
  if (cue === "winsock" || isAmong(macrosIn(line), code)) return "certain";
  if (code < FIRST_ABOVE_100)
    return cue === "proof" && line.speaksOnlyOfSockets && isWinError(line.lower, start) ? "likely" : null;
  if (cue !== "none" && cue !== "level" && line.speaksOnlyOfSockets) return "likely";
  return isNamed(line, code, start, end) && !isPort(line, start) ? "likely" : null;
}

/** `port 10061 … the target machine actively refused it`: the port may be the code by chance. */
function isCalledElse(lower: string, start: number): boolean {
  return /\b(?:port|[put]id|id|line|build|version|session|thread|process)\W{0,3}$/.test(
    lower.slice(Math.max(0, start - 12), start),
  );
}

/** Small numbers behind "errno" or "socket error" are another system's. */
function isWinError(lower: string, start: number): boolean {
  return /winerror\W{1,3}$/.test(lower.slice(Math.max(0, start - 12), start));
}

function hasSecondSign(line: Line, code: number, cue: ContextCue, start: number, end: number): boolean {
  return fitsCue(line, code, cue, start, end) || hasErrorTextBeside(line, code, start, end);
}

function fitsCue(line: Line, code: number, cue: ContextCue, start: number, end: number): boolean {
  switch (cue) {
    case "error":
      return line.speaksOfSockets || (KNOWN_BY_NUMBER.has(code) && !isExplained(line.lower, end));
    case "code":
      return line.speaksOfSockets || PROPERTY.test(line.text);
    case "failed":
    case "call":
      return line.speaksOfSockets && !isCounter(line.lower, start, end);
    case "none":
      return (
        isBrokenSession(line.lower, start, end) ||
        (line.speaksOfSockets &&
          (isResult(line.lower, start, end) ||
            (isAloneInBrackets(line.lower, start, end) && line.speaksOfFailure) ||
            isCalledError(line.lower, start, end)))
      );
    default:
      return false;
  }
}

/** Numbers that stand beside the word "error" in so many logs that no socket is asked for. */
const KNOWN_BY_NUMBER: ReadonlySet<number> = new Set([10048, 10049, 10053, 10054, 10060, 10061]);

/** `Error 10054: the paper tray is empty`: words say what the number means, and they are not about sockets. */
function isExplained(lower: string, end: number): boolean {
  return /^["'`)\]]{0,2} ?(?:[:-]|\xe2\x80[\x93\x94]) (?!(?:in|at|on|from|while|when|after|during)\b)[a-z\x80-\xff]{2,}/.test(
    lower.slice(end, end + 40),
  );
}

/** `error when accepting connection: 10022`, `Blocking call cancelled (10054)`: no number between what failed and why. */
function isResult(lower: string, start: number, end: number): boolean {
  if (!CLOSES_CLAUSE.test(lower.slice(end, end + 2))) return false;
  const clause = RESULT.exec(lower.slice(Math.max(0, start - 80), start));
  return clause !== null && FAILS.test(clause[0]);
}

const RESULT = /(?:^|[^a-z0-9 '"_-])[a-z '"_-]{8,80}(?::|->|=>| -) ?$/;
const FAILS = /\b(?:error|fail(?:ed|ure|s)?|can(?:not|'t)|could ?n[o']t|unable)\b/;
const CLOSES_CLAUSE = /^(?:$|[,.;)\]]?(?:$| )|\r)/;

/** A .NET exception laid out one property a line. */
const PROPERTY = /^\s*ErrorCode\s*[:=]\s*1\d{4}\s*$/;

/** `recv: 10054, send: 10060`: a row of counters. */
function isCounter(lower: string, start: number, end: number): boolean {
  return (
    /^[,;|]? ?[a-z_]+ ?[:=] ?\d/.test(lower.slice(end, end + 24)) ||
    /[:=] ?\d+[,;|]? [a-z_]+ ?[:=] ?$/.test(lower.slice(Math.max(0, start - 32), start))
  );
}

/** SQL Server's `Msg 10054, Level 20`: the transport failed; with a lower level the number is the server's own. */
function isBrokenSession(lower: string, start: number, end: number): boolean {
  return lower.endsWith("msg ", start) && lower.startsWith(", level 20,", end);
}

/** `10048 error`, `got a 10013 bind error`. */
function isCalledError(lower: string, start: number, end: number): boolean {
  const before = lower.slice(Math.max(0, start - 12), start);
  return (
    /^['"`)\]]?[ -](?:[a-z]{3,10} )?err(?:or)?\b(?! ?(?:count|[\d=:]))/.test(lower.slice(end, end + 32)) &&
    (opensSentence(lower, start) ||
      /\b(?:got|an?|the|with|of|gets?|return(?:s|ed)?|received?|this|is|by|system|socket|os|windows|network|tcp)\s['"`]?$/.test(
        before,
      ))
  );
}

function opensSentence(lower: string, start: number): boolean {
  return start < 2 || /(?:[:"'>]\s?|[-#*>]\s)[[(]?$/.test(lower.slice(Math.max(0, start - 3), start));
}

/** `(10061)`, `(#10061)`, `(10061: …)`, and `[0x0000274D]`. */
function isAloneInBrackets(lower: string, start: number, end: number): boolean {
  const brackets = `${lower.slice(Math.max(0, start - 2), start)}N${lower.slice(end, end + 3)}`;
  return (
    /(?:^|[^a-z0-9_])\(#?N(?:\)|: |:? ")/.test(brackets) ||
    (lower.startsWith("0x0000", start) && /\[N\]/.test(brackets))
  );
}

/** Whether the line names the same code in another way: by macro, by the system's sentence, or in hexadecimal. */
function isNamed(line: Line, code: number, start: number, end: number): boolean {
  return (
    (isTwice(line, code, start, end) && (line.lower.includes("0x0000") || line.speaksOfFailure)) ||
    isAmong(macrosIn(line), code) ||
    (line.mayHold(hresult) && isAmong(hresult.find(line, {}), code)) ||
    (line.mayHold(message) && isAmong(message.find(line, {}), code))
  );
}

function macrosIn(line: Line): readonly Match[] {
  return line.mayHold(macro) ? macro.find(line, {}) : NO_MATCHES;
}

function isAmong(matches: readonly Match[], code: number): boolean {
  return matches.some((match) => match.code === code);
}

/** The same number beside itself in the other base: `0x274C (10060)`, `10060 (274c)`. */
function isTwice(line: Line, code: number, start: number, end: number): boolean {
  const { bytes, length } = line;
  const from = Math.max(0, start - 16);
  const to = Math.min(length, end + 16);
  const { decimal, hexadecimal } = spellings.get(code) as Spellings;
  const other = end - start === decimal.length && isSpelled(decimal, bytes, start) ? hexadecimal : decimal;
  if (!isAmid(other, bytes, from, start) && !isAmid(other, bytes, end, to)) return false;
  const around = `${line.lower.slice(from, start)} ${line.lower.slice(end, to)}`;
  return new RegExp(`(?<![a-z0-9])(?:0x0*)?${other}(?![a-z0-9])`).test(around);
}

interface Spellings {
  readonly decimal: string;
  readonly hexadecimal: string;
}

const spellings: ReadonlyMap<number, Spellings> = new Map(
  Array.from(codes, (code) => [code, { decimal: String(code), hexadecimal: code.toString(16) }]),
);
