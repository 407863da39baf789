import { codeOfDotnetName, codeOfPosixName } from "../codes.ts";
import type { Line } from "../line.ts";

/** Whether a program compares the number with the property of an exception: `if (10061 == ex.ErrorCode)`. */
export function isCompared({ text }: Line, start: number, end: number): boolean {
  if (
    /\bSome\($/.test(text.slice(Math.max(0, start - 8), start)) &&
    /^\) ?=.{0,40}raw_os_error/.test(text.slice(end, end + REACH))
  )
    return true;
  const after = text.slice(end, end + REACH);
  return (
    (COMPARES.test(text.slice(Math.max(0, start - REACH), start)) && GOES_ON.test(after)) ||
    /^\s*(?:={2,3}|!==?|<>)\s*(?:[a-z]{1,16}\.)?ErrorCode\b/i.test(after)
  );
}

/** What Windows is asked for by number, and an exception of a database: `net helpmsg 10060`, `SqlException.Number = 11001`, `is SqlException { Number: 10054 }`. */
export function isAskedFor({ lower }: Line, start: number): boolean {
  return /(?:\bnet helpmsg |(?:sqlexception|\bsqlex|\bsqlerror)\b[^;]{0,24}\bnumber[*`_]{0,2} ?(?:={1,3}|is|:) ?)$/.test(
    lower.slice(Math.max(0, start - 56), start),
  );
}

/** Whether the number is compared with an error by its whole name: `if (error == 10035)`, `10013 in winerrors`. */
export function isComparedError({ text }: Line, code: number, start: number, end: number): boolean {
  if (/^["']?\s*(?:not )?in (?:win|sock|os)err(?:or|no)s?\b/i.test(text.slice(end, end + REACH))) return true;
  if (OF_WINDOWS.test(text.slice(Math.max(0, start - REACH), start))) return true;
  return (
    SELDOM_ELSE.has(code) &&
    /(?<![a-z])(?:[a-z_.]{0,16}_?err(?:or|no)?|eno)\s*(?:===?|!==?|=|<>)\s*$/i.test(
      text.slice(Math.max(0, start - REACH), start),
    ) &&
    GOES_ON.test(text.slice(end, end + REACH))
  );
}

/** Codes that programs ask for by number, and that few applications use for an error of their own. */
const SELDOM_ELSE: ReadonlySet<number> = new Set([10035, 10036, 10038, 10057, 10058]);

/** `getattr(e, "winerror", 0) != 10045`, `is_win_error(e, 10065)`. */
const OF_WINDOWS =
  /(?:\bwin(?:dows|32)?_?err(?:or|no)["'], ?(?:none|null|-?\d)\) ?(?:==|!=) ?|(?:win(?:dows|32|sock)?|wsa|so?ck(?:et)?)_?err(?:or|no)?s?(?:_?code)?\([a-z_.]{1,24}, ?)$/i;

/** An error's name and an operator: `ex.ErrorCode ==`, `getattr(e, "winerror", None) ==`, `NativeErrorCode.Equals(`. */
const COMPARES =
  /(?:\bresult|\brc|\b(?:last|native|socket|win|win32|wsa|sock|os|sys)?_?err(?:or)?_?(?:code|no|num(?:ber)?)?|\beno)["']?(?:, ?(?:none|null|-?\d)\)|\(\))?\s*(?:={1,3}|!==?|<>|-eq|-ne|\.equals\()\s*$/i;
const GOES_ON = /^\s*(?:then|do|\)|&&|\|\||and\b|or\b|\{|\?|:)/i;

/** Whether the number has the name that POSIX or .NET gives the same error beside it: `ECONNRESET = 10054`. */
export function isNamedAsElsewhere({ text }: Line, code: number, start: number, end: number): boolean {
  const before = nameBefore(text, start);
  const after = nameBehind(text, end);
  return [before, after].some(
    (name) => name !== null && (/^wsa_/i.test(name) || OWN_NAMES.get(code)?.test(name) || endsWithName(code, name)),
  );
}

/** Whether an error of sockets or of the system is made of the number: `OSError("refused", 10061)`, `from_raw_os_error(10054)`. */
export function isConstructed({ text }: Line, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 80), start);
  if (text[start - 1] === "(" || text[start - 1] === ")") {
    return MADE.test(before) || (/\($/.test(before) && OF_SYSTEM.test(text.slice(end, end + REACH)));
  }
  return text.startsWith(",", start - 2) && MADE_BEHIND_TEXT.test(before);
}

const MADE =
  /(?:\bfrom_raw_os_error|\brepr: Os|\bWin32Exception|SocketException|SocketError(?:\.|::)(?:Create|new)|SocketException(?:\.|::)(?:Create|new))\((?:\(int\) ?)?$/;
/** C++'s `error_code(10054, std::system_category())`. */
const OF_SYSTEM = /^, ?[a-z:]{0,24}system_category\b/;
const MADE_BEHIND_TEXT =
  /\b(?:OSError|IOError|SocketError|SocketException|ConnectionError|socket\.error)\((?:"[^"]{0,48}"|'[^']{0,48}'|[A-Za-z_.]{0,32}), ?$/;

/** `CONNECTION_RESET`, `SocketErrorConnectionReset`. */
function endsWithName(code: number, name: string): boolean {
  const key = toKey(name);
  for (const known of namesOf.get(code) ?? []) if (key.endsWith(known)) return true;
  return false;
}

/** Bytes. */
const REACH = 56;

/** The name before the number, and nothing but blanks and one mark between them. */
function nameBefore(text: string, start: number): string | null {
  let end = start;
  while (end > 0 && start - end < LONGEST_GAP && GAP.includes(text[end - 1] as string)) end--;
  if (end === start) return null;
  let at = end;
  while (at > 0 && end - at < LONGEST_NAME && isNamed(text.charCodeAt(at - 1))) at--;
  return end - at < SHORTEST_NAME ? null : text.slice(at, end);
}

function nameBehind(text: string, end: number): string | null {
  let start = end;
  while (start - end < LONGEST_GAP && start < text.length && GAP.includes(text[start] as string)) start++;
  if (start === end) return null;
  let at = start;
  while (at < text.length && at - start < LONGEST_NAME && isNamed(text.charCodeAt(at))) at++;
  return at - start < SHORTEST_NAME ? null : text.slice(start, at);
}

/** Letters and `_`. */
function isNamed(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || unit === 0x5f;
}

const GAP = " \t=>:,([\"')-";
const LONGEST_GAP = 9;
const LONGEST_NAME = 40;
const SHORTEST_NAME = 7;

function toKey(name: string): string {
  return name.toLowerCase().replaceAll("_", "");
}

/** What a program calls the code: `SocketTimeoutErrorCode = 10060`, not `timeoutMs`. */
const OWN_NAMES: ReadonlyMap<number, RegExp> = new Map([
  [10048, /in_?use_?(?:err(?:or)?|exception)?_?(?:code|err(?:or)?)$/i],
  [10053, /abort(?:ed)?_?(?:err(?:or)?|exception)?_?(?:code|err(?:or)?)$/i],
  [10054, /reset_?(?:err(?:or)?|exception)?_?(?:code|err(?:or)?)$/i],
  [10060, /timed?_?out_?(?:err(?:or)?|exception)?_?(?:code|err(?:or)?)$/i],
  [10061, /refused_?(?:err(?:or)?|exception)?_?(?:code|err(?:or)?)$/i],
]);

const namesOf = new Map<number, Set<string>>();
for (const [name, code] of [...codeOfPosixName, ...codeOfDotnetName]) {
  const key = toKey(name);
  // "TimedOut" and "Shutdown" are everyday words, and what is counted has such names.
  if (code < 10_000 || !/^e|conn|addr|host|net|sock/.test(key)) continue;
  const names = namesOf.get(code) ?? new Set();
  names.add(key);
  if (/^e(?:conn|addr|host|net|time|sock)/.test(key)) names.add(key.slice(1));
  if (key.startsWith("connection")) names.add(key.replace("connection", "conn"));
  namesOf.set(code, names);
}
