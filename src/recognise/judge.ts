import { type Cue, cueBefore } from "./context/cue.ts";
import { isDescribed } from "./context/described.ts";
import { isPartOfSomethingElse, isPort } from "./context/elsewhere.ts";
import type { Line } from "./context.ts";
import type { Confidence } from "./finding.ts";
import { hresult } from "./hresult.ts";
import { macro } from "./macro.ts";

/** Whether the number at this place is a Winsock error: how surely, or null when it is not. */
export function judge(line: Line, code: number, start: number, end: number): Confidence | null {
  const { lower } = line;
  if (isPartOfSomethingElse(lower, start, end)) return null;
  const cue = cueBefore(lower, start);
  if (code < FIRST_SOCKET_CODE) return judgeWin32(line, code, cue, start, end);
  if (cue === "winsock" || cue === "proof") return "certain";
  if (cue === "none" && isPort(lower, start)) return null;
  if (isNamed(line, code, start, end)) return cue === "none" ? "likely" : "certain";
  if (line.usesOtherTable || (code > 11000 && line.speaksOfIcmp)) return null;
  return hasSecondSign(line, code, cue, start, end) ? "likely" : null;
}

const FIRST_SOCKET_CODE = 10000;

/** 6, 8, 87, 995, 996 and 997 are Win32 codes of files and pipes first. */
function judgeWin32(line: Line, code: number, cue: Cue, start: number, end: number): Confidence | null {
  if (cue === "winsock") return code === 6 && NO_SUCH_DEVICE.test(line.lower) ? null : "certain";
  if (line.keep(macros).has(code)) return "certain";
  if (code < 995)
    return cue === "proof" &&
      line.speaksOnlyOfSockets &&
      /winerror\W{1,3}$/.test(line.lower.slice(Math.max(0, start - 12), start))
      ? "likely"
      : null;
  if (cue === "none" || cue === "level")
    return isNamed(line, code, start, end) && !isPort(line.lower, start) ? "likely" : null;
  return line.speaksOnlyOfSockets || (cue !== "call" && isNamed(line, code, start, end)) ? "likely" : null;
}

/** .NET on Linux prints `SocketException (6): No such device or address`: errno 6, not WSA_INVALID_HANDLE. */
const NO_SUCH_DEVICE = /no such device/;

function hasSecondSign(line: Line, code: number, cue: Cue, start: number, end: number): boolean {
  const { lower } = line;
  if (isDescribed(lower, code, start, end)) return true;
  switch (cue) {
    case "error":
      return KNOWN_BY_NUMBER.has(code) || line.speaksOfSockets;
    case "code":
      return line.speaksOfSockets;
    case "failed":
    case "call":
      return line.speaksOfSockets && !COUNTERS.test(lower.slice(end, end + 24));
    case "none":
      return (
        line.speaksOfSockets &&
        ((isAloneInBrackets(lower, start, end) && line.speaksOfFailure) || isCalledError(lower, start, end))
      );
    default:
      return false;
  }
}

/** Numbers that stand beside the word "error" in so many logs that no other sign is asked for. */
const KNOWN_BY_NUMBER: ReadonlySet<number> = new Set([10035, 10038, 10048, 10049, 10053, 10054, 10055, 10060, 10061]);

/** `recv: 10054, send: 10060`: a row of counters. */
const COUNTERS = /^[,;|]? ?[a-z_]+ ?[:=] ?\d/;

/** `10048 error`, `got a 10013 bind error`. */
function isCalledError(lower: string, start: number, end: number): boolean {
  const before = lower.slice(Math.max(0, start - 12), start);
  return (
    /^['"`)\]]?[ -](?:[a-z]{3,10} )?err(?:or)?\b(?! ?(?:count|[\d=:]))/.test(lower.slice(end, end + 32)) &&
    (opensSentence(lower, start) ||
      /\b(?:got|an?|the|with|of|gets?|return(?:s|ed)?|received?|this|is|by)\s['"`]?$/.test(before))
  );
}

function opensSentence(lower: string, start: number): boolean {
  return start < 2 || /(?:[:"'>]\s?|[-#*>]\s)[[(]?$/.test(lower.slice(Math.max(0, start - 3), start));
}

function isAloneInBrackets(lower: string, start: number, end: number): boolean {
  return (
    /(?:^|[^a-z0-9_])\($/.test(lower.slice(Math.max(0, start - 2), start)) &&
    /^(?:\)|: |:? ")/.test(lower.slice(end, end + 3))
  );
}

/** Whether the line names the same code in another way: by macro, by the system's sentence, or in hexadecimal. */
function isNamed(line: Line, code: number, start: number, end: number): boolean {
  return line.keep(otherSpellings).has(code) || isTwice(line.lower, code, start, end);
}

function otherSpellings(line: Line): ReadonlySet<number> {
  return new Set([macro, hresult].flatMap((recogniser) => recogniser.find(line, {}).map((match) => match.code)));
}

function macros(line: Line): ReadonlySet<number> {
  return new Set(macro.find(line, {}).map((match) => match.code));
}

/** The same number beside itself in the other base: `0x274C (10060)`, `10060 (274c)`. */
function isTwice(lower: string, code: number, start: number, end: number): boolean {
  const around = `${lower.slice(Math.max(0, start - 16), start)} ${lower.slice(end, end + 16)}`;
  const other = lower.slice(start, end) === String(code) ? code.toString(16) : String(code);
  return new RegExp(`(?<![a-z0-9])(?:0x0*)?${other}(?![a-z0-9])`).test(around);
}
