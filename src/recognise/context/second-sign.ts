import { toBytes } from "../../text/byte-string.ts";
import type { Line } from "../line.ts";
import { isAloneInBrackets, isBehindUnableCall, isInBracketsAtEnd } from "./brackets.ts";
import { speaksOfBusiness } from "./business-words.ts";
import { isCallResult, isFieldOfCall, isOfChannel, isResultOfLookup, isTransferResult } from "./call-result.ts";
import {
  isCalledError,
  isErrorBehind,
  isErrorByNumber,
  isErrorOfCall,
  isGivenError,
  isNumberedError,
  isSaidToBeError,
} from "./called-error.ts";
import { isAskedFor, isCompared, isComparedError, isConstructed, isNamedAsElsewhere } from "./compared.ts";
import type { ContextCue } from "./context-cue.ts";
import { goesOnElse, isLevelAtHead, isOfAnother } from "./continuation.ts";
import { isInEventData } from "./event-data.ts";
import { failsToConnect } from "./explanation.ts";
import { FAILURE_WORDS } from "./languages.ts";
import { isListed, isListedByAzure } from "./listed.ts";
import { isAmongOthers, startOfList } from "./number-list.ts";
import { isOfPlatform, isOnPlatform } from "./platform.ts";
import { hasSymptom } from "./symptom.ts";
import { isTold } from "./told.ts";

/** Numbers so frequent beside the word "error" that the line needs no word of sockets. */
export const KNOWN_BY_NUMBER: ReadonlySet<number> = new Set([10048, 10049, 10053, 10054, 10060, 10061]);

/** Whether something beside the cue supports that a number above 10000 is a Winsock error. */
export function hasSecondSign(line: Line, code: number, cue: ContextCue, start: number, end: number): boolean {
  const hasCue = cue !== "none" && cue !== "call" && cue !== "level";
  return (
    fitsCue(line, code, cue, start, end) ||
    hasSymptom(line, code, start, end, hasCue) ||
    isTold(line, code, start, end, cue === "error" || cue === "code") ||
    isNamedAsElsewhere(line, code, start, end) ||
    (KNOWN_BY_NUMBER.has(code) &&
      (isCompared(line, start, end) ||
        isFieldOfCall(line, start, end) ||
        isNative(line.lower, start) ||
        isGivenError(line.lower, start, end) ||
        isListedByAzure(line.lower, start, end) ||
        isOfPlatform(line, code, start, end))) ||
    isComparedError(line, code, start, end) ||
    isConstructed(line, start, end) ||
    isAskedFor(line, start) ||
    isResultOfLookup(line.lower, code, start, end) ||
    isOfDb2(line, start) ||
    isErrorOfCall(line.lower, end) ||
    isListed(line, start)
  );
}

function fitsCue(line: Line, code: number, cue: ContextCue, start: number, end: number): boolean {
  switch (cue) {
    case "error":
      return (
        isOnPlatform(line.lower, end) ||
        (line.speaksOfSockets && !isIdOfLevel(line, start, end)) ||
        ((KNOWN_BY_NUMBER.has(code) || followsKnown(line, start)) &&
          !isExplained(line.lower, end) &&
          !isOfAnother(line.lower, start) &&
          !goesOnElse(line, start, end) &&
          !line.lower.startsWith(", level 1", end) &&
          !isField(line.lower, start) &&
          !ASSIGNED.test(line.text) &&
          !isAmongOthers(line.lower, start, end))
      );
    case "code":
      return (
        (line.speaksOfSockets && !isOfCommand(line.lower, start, end)) ||
        isOnPlatform(line.lower, end) ||
        isOfChannel(line.lower, start) ||
        PROPERTY.test(line.text) ||
        (KNOWN_BY_NUMBER.has(code) &&
          (isInEventData(line.lower, start, end) ||
            /^ from (?:the |remote )?(?:host|peer)\b/.test(line.lower.slice(end, end + 24)) ||
            FAILED_TRANSFER.test(line.lower.slice(Math.max(0, start - 48), start))))
      );
    case "failed":
    case "call":
      if (isCallResult(line.lower, start, end)) return true;
      return line.speaksOfSockets && !isCounter(line.lower, start, end);
    case "none":
      return (
        isBrokenSession(line.lower, start, end) ||
        isCallResult(line.lower, start, end) ||
        isBehindUnableCall(line.lower, start, end) ||
        ((KNOWN_BY_NUMBER.has(code) || /^, line ?: ?\d/.test(line.lower.slice(end, end + 12))) &&
          isTransferResult(line.lower, start, end)) ||
        (KNOWN_BY_NUMBER.has(code) &&
          (isErrorByNumber(line.lower, start, end) || isInBracketsAtEnd(line.lower, start, end))) ||
        (line.speaksOfSockets &&
          (isResult(line.lower, start, end) ||
            (isAloneInBrackets(line.lower, start, end) && line.speaksOfFailure) ||
            isCalledError(line.lower, start, end) ||
            isSaidToBeError(line.lower, start, end) ||
            (KNOWN_BY_NUMBER.has(code) && isErrorBehind(line.lower, start, end)) ||
            isNumberedError(line.lower, start, end)))
      );
    default:
      return false;
  }
}

/** `ODBC error 08S01, native 10054`: what the driver got from the system below it. */
function isNative(lower: string, start: number): boolean {
  return (
    /\b(?:native(?: ?(?:err(?:or)?|code))?|tcp provider)\W{1,3}$/.test(lower.slice(Math.max(0, start - 20), start)) &&
    /odbc|sqlstate|08s01|08001|ole ?db|db-?lib|sql server/.test(lower)
  );
}

/** DB2's `… Códigos de error específicos del protocolo: "10054", "*", "0".` in any language. */
function isOfDb2(line: Line, start: number): boolean {
  return /: ?"$/.test(line.lower.slice(Math.max(0, start - 4), start)) && line.keep(isDb2);
}

function isDb2({ lower }: Line): boolean {
  return lower.includes("sql30081n");
}

/** `{"error":{"code":10054}}`: what a service answers is its own, unless a word is about sockets. */
function isField(lower: string, start: number): boolean {
  return /"(?:code|status|err_?code|error_?code)" ?: ?"?$/.test(lower.slice(Math.max(0, start - 16), start));
}

/** `ERROR 10061 connection pool is ready`: a number between the log's level and its text. */
function isIdOfLevel(line: Line, start: number, end: number): boolean {
  return (
    isLevelAtHead(line.lower, start) && goesOnElse(line, start, end) && !failsToConnect(line.lower.slice(end, end + 80))
  );
}

/** `err == 10060 || err == 10035`: the list has one of the frequent numbers. */
function followsKnown(line: Line, start: number): boolean {
  const list = line.lower.slice(startOfList(line.bytes, line.lower, 0, start), start);
  return /10048|10049|1005[34]|1006[01]/.test(list);
}

/** `Error 10054: the paper tray is empty`: words explain the number, and they are not about sockets. */
function isExplained(lower: string, end: number): boolean {
  return /^["'`)\]]{0,2} ?(?:[:-]|\xe2\x80[\x93\x94]) (?!(?:in|at|on|from|while|when|after|during|see|siehe|voir|vedi|zie|consult[a-z]*)\b)[a-z\x80-\xff]{2,}/.test(
    lower.slice(end, end + 40),
  );
}

/** `error when accepting connection: 10022`, `Blocking call cancelled (10054)`: no other number in the clause before. */
function isResult(lower: string, start: number, end: number): boolean {
  if (!CLOSES_CLAUSE.test(lower.slice(end, end + 2))) return false;
  const clause = RESULT.exec(lower.slice(Math.max(0, start - 80), start));
  if (clause?.[1] !== undefined && !/^(?: ?$| ?\()/.test(lower.slice(end, end + 2))) return false;
  return clause !== null && FAILS.test(clause[0]) && !speaksOfBusiness(clause[0]);
}

const RESULT = /(?:^|[^a-z0-9 '"_\x80-\xff-])[a-z '"_\x80-\xff-]{8,80}(?::|->|=>| -|([.,])) ?$/;
const FAILS = new RegExp(
  toBytes(
    "\\b(?:error|fail(?:ed|ure|s)?|can(?:not|(?:'|’)t)|could ?n(?:[o']|’)t|unable|fehler|fout|fejl|feil|virhe|hiba|hata|erreur|erro|errore|eroare|chyba|greška|(?:kann|konnten?) [^.;:]{0,40}nicht|impossible|no se pud[eo]|não foi possível|impossibile|mislukt|kan niet|kan inte|kan ikke|kunne ikke|nelze)\\b|fehlgeschlagen|gescheitert|échec|échou|falló|fallid|falh|fallit|nie można|nie udało|не удалось|Не удалось|не вдалося|Не вдалося|selhal|nepodařilo|başarısız|misslyckades|mislykkedes|epäonnistui|ei voi|sikertelen|nem sikerült|nu s-a putut|không thể|thất bại|błąd|lỗi|ошибка|Ошибка|помилка|Помилка|خطأ|σφάλμα|Σφάλμα|שגיאה|" +
      FAILURE_WORDS.replaceAll(" ", "|").replaceAll("_", " "),
  ),
);
const CLOSES_CLAUSE = /^(?:$|[,.;)\]]?(?:$| )|\r)/;

/** `Read failed, code: 10053`. */
const FAILED_TRANSFER =
  /\b(?:read|recv|receive|receiving|reading|write|writing|send|sending|connect|bind|listen|accept)\b[^.;]{0,16}\bfail(?:ed|ure|s)?\b[^.;]{0,16}$/;

/** A line of source that gives a variable an error of its own: `    resultError = 10061;`. */
const ASSIGNED = /^\s{1,64}[a-z]{1,24}[A-Z]\w{0,40}\s?=\s?1\d{4};\s?$/;

/** `pct status 10060` between backquotes: what a program is called with. */
function isOfCommand(lower: string, start: number, end: number): boolean {
  return lower[end] === "`" && /`[a-z-]{2,12} [a-z]{2,8} $/.test(lower.slice(Math.max(0, start - 24), start));
}

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
