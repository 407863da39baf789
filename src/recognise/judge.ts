import { isIdentifier, isSpelled } from "../text/byte-array.ts";
import { isOfBusiness } from "./context/business.ts";
import { type ContextCue, contextCue } from "./context/context-cue.ts";
import { isNamedElse } from "./context/continuation.ts";
import { isExplainedElse } from "./context/explanation.ts";
import {
  endOfTwins,
  hasOwnTwin,
  isInSetWithTwin,
  neighboursInList,
  startOfList,
  startOfTwins,
} from "./context/number-list.ts";
import { isOtherNumber, isPort } from "./context/other-number.ts";
import { hasSecondSign, KNOWN_BY_NUMBER } from "./context/second-sign.ts";
import { winsockWords } from "./context/winsock-words.ts";
import type { Line } from "./line.ts";
import type { Confidence } from "./match.ts";
import { hasMacro, isNamed } from "./other-spelling.ts";

/** Whether the number at this place is a Winsock error: how surely, or null when it is not. */
export function judge(line: Line, code: number, at: number, until: number, isAlone = false): Confidence | null {
  const start = startOfTwins(line.lower, at);
  const end = endOfTwins(line.lower, until);
  if (code < FIRST_ABOVE_100 && !line.keep(namesWinsock)) return null;
  if (isNamedWinsock(line, end)) return "certain";
  if (isParameter(line, start)) return line.keep(namesControlManager) ? "certain" : null;
  if (isOtherNumber(line, start, end)) return null;
  const cue = contextCue(line, start);
  if (code < FIRST_SOCKET_CODE) return judgeWin32(line, code, cue, start, end);
  if (cue === "winsock" || (cue === "proof" && !isApiErrno(line, start))) return "certain";
  if (
    cue === "none" &&
    (isPort(line, start) || isCalledElse(line.lower, startOfList(line.bytes, line.lower, 0, start)))
  )
    return null;
  if (isNamed(line, code, start, end)) return cue === "none" ? "likely" : "certain";
  if (usesOtherTable(line, code)) return null;
  if (isInSetWithTwin(code, line.lower, start, end)) return "likely";
  if (end - start > until - at && hasOwnTwin(code, line.lower.slice(start, at) + line.lower.slice(until, end)))
    return "likely";
  if (
    isNamedElse(line, end) ||
    (cue !== "none" && !isLaterInList(line, start) && isExplainedElse(line, code, start, end))
  )
    return null;
  if (hasSecondSign(line, code, cue, start, end)) return isOfBusiness(line, start, end) ? null : "likely";
  return cue === "none" && !isAlone && isBesideCode(line, start) ? "likely" : null;
}

/** `10013 / 10048 错误`, `timed out (10060/10061)`: what makes a number a code makes those beside it in a list codes. */
function isBesideCode(line: Line, start: number): boolean {
  return neighboursInList(line, start).some(({ code, start, end }) => judge(line, code, start, end, true) !== null);
}

/** `codes 10060 or 10061: see the guide`: what follows a list explains none of it. */
function isLaterInList(line: Line, start: number): boolean {
  return startOfList(line.bytes, line.lower, 0, start) < start;
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

/** `%%10048`: a message that Windows looks up, where the event is the service manager's; elsewhere a parameter's number. */
function isParameter({ bytes }: Line, start: number): boolean {
  return bytes[start - 1] === PERCENT && bytes[start - 2] === PERCENT;
}

const PERCENT = 0x25;
function namesControlManager(line: Line): boolean {
  return line.lower.includes("service control manager");
}

const BLANK = 0x20;
const LETTER_W = 0x77;
const NAMES_WINSOCK = /^ ["'(]win ?sock/;

/** `{"errno":10013,"errmsg":"…"}` is the answer of a web service. */
function isApiErrno(line: Line, start: number): boolean {
  if (!isBehindErrno(line, start)) return false;
  return (
    (line.speaksOfWebService && !line.speaksOfSockets) || (LONE_FIELD.test(line.text) && !FREQUENT.test(line.text))
  );
}

/** `    errno: 10022,` in the table of an application's own errors. */
const LONE_FIELD = /^\s{1,40}["']?errno["']?: 1\d{4},$/;
const FREQUENT = /: (?:10048|10049|1005[34]|1006[01]),/;

function isBehindErrno({ bytes }: Line, start: number): boolean {
  let end = start;
  while (end > 0 && start - end < 4 && !isIdentifier(bytes[end - 1])) end--;
  return end < start && end >= 5 && isSpelled("errno", bytes, end - 5);
}

function usesOtherTable(line: Line, code: number): boolean {
  if (line.usesOtherTable || (code > 11000 && line.speaksOfIcmp)) return true;
  return line.speaksOfWebService && !(KNOWN_BY_NUMBER.has(code) && line.speaksOfSockets) && !line.keep(namesWinsock);
}

/** 6, 8, 87, 995, 996 and 997 are Win32 codes of files and pipes first. */
function judgeWin32(line: Line, code: number, cue: ContextCue, start: number, end: number): Confidence | null {
  if (hasMacro(line, code)) return "certain";
  if (cue === "winsock" && !ALONE.test(line.lower.slice(Math.max(0, start - 8), start))) return "certain";
  if (cue === "winsock")
    return line.speaksOfFailure && ASSIGNED.test(line.lower.slice(Math.max(0, start - 8), start)) ? "likely" : null;
  if (code < FIRST_ABOVE_100)
    return cue === "proof" && line.speaksOnlyOfSockets && isWinError(line.lower, start) ? "likely" : null;
  if (cue !== "none" && cue !== "level" && line.speaksOnlyOfSockets) return "likely";
  return isNamed(line, code, start, end) && !isPort(line, start) ? "likely" : null;
}

/** "WSA" without a word for an error is also an appliance and other things, and comes by chance in binary data. */
const ALONE = /(?<![a-z0-9_])wsa[^a-z0-9]{1,4}$/;
const ASSIGNED = /(?<![a-z0-9_])wsa ?[:=] ?$/;

/** `port 10061 … the target machine actively refused it`: the port may be the code by chance. */
function isCalledElse(lower: string, start: number): boolean {
  return /\b(?:(?:port|[put]id|id|line|build|version|session|thread|process|attempt|size|offset|user|job|task|score|page|row|item|step|frame|ticket|order|invoice)(?:s(?=[^\w([]{0,3}$))?|elapsed|latency|duration|took|waited|done|progress|processed)\W{0,3}$/.test(
    lower.slice(Math.max(0, start - 12), start),
  );
}

/** Small numbers behind "errno" or "socket error" are another system's. */
function isWinError(lower: string, start: number): boolean {
  return /winerror\W{1,3}$/.test(lower.slice(Math.max(0, start - 12), start));
}
