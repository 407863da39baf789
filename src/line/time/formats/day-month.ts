import { toBytes } from "../../../text/byte-string.ts";
import { compiled } from "../../../text/compiled.ts";
import { digitsFrom, twoDigits } from "../digits.ts";
import { isOnlyMonth, monthOf, monthPattern } from "../months.ts";
import { fullYear, type Stamp, stampOf } from "../stamp.ts";
import type { PlacedFormat, TimeSample } from "../time-format.ts";
import { readTimeOfDay, separator } from "../time-of-day.ts";
import { shortMonthPattern } from "../words.ts";

const ordinal = "(?:\\.|er|st|nd|rd|th|\\xc2\\xba)?";
const at = toBytes("(?:um|at|à|as|às|alle(?: ore)?|a las|kl\\.?|klo|om|o|в)");
/** Behind the year: Russian's and Ukrainian's word for it, Turkish's weekday, and then the time. */
const between = `(?: ?${toBytes("(?:г|р)")}\\.?)?(?: [A-Z\\xc3-\\xce][a-z\\x80-\\xff]{3,11})?(?:,? ${at} {1,2}|::|:|${separator})`;
/** Not the hour of a date without a year: "03 Nov 08:30:00". */
const shortYear = "\\d{2}(?!:\\d\\d(?::\\d\\d)?(?!:?\\d))";
const dayFirst = new RegExp(
  `(\\d{1,2})${ordinal}(?:([/.-])| {1,2}(?:d[eo] |of )?)(${monthPattern})\\.?,?(?:\\2(?<=[/.-])| {1,2}(?:del? |do )?)(\\d{4}|${shortYear})${between}`,
  "y",
);
const glued = new RegExp(`(\\d{1,2})()([A-Za-z]{3})(\\d{4}|${shortYear})(?::|${separator})`, "y");
const yearFirst = new RegExp(
  `(\\d{4})\\.?([ /-])(${monthPattern})\\.?\\2{1,2}(\\d{1,2})\\.?(?:,? [a-z\\x80-\\xff]{4,12})?(?:${separator}|:)`,
  "y",
);
const noYear = new RegExp(`(\\d{1,2})(?:\\. |[ /-])(${monthPattern})\\.?,?[ :]{1,2}(?=\\d\\d?:\\d\\d)`, "y");
const trailingYear = / ?([A-Z]{2,5})? (\d{4})(?!\d)/y;
const weekdayBefore = /(?:^|[^A-Za-z\x80-\xff])[A-Za-z\x80-\xff]{2,10}\.?,? $/;

const languages = (
  [
    ["3 nov. 2026 08:30:00 connexion", "2026-11-03"],
    ["15 févr. 2026, 08:30:00 connexion", "2026-02-15"],
    ["mardi 4 août 2026 à 08:30:00 connexion", "2026-08-04"],
    ["03. März 2026 08:30:00 Verbindung", "2026-03-03"],
    ["Dienstag, 3. November 2026 um 08:30:00 Verbindung", "2026-11-03"],
    ["07-Okt-2026 08:30:00 Verbindung", "2026-10-07"],
    ["martes, 3 de noviembre de 2026 08:30:00 conexión", "2026-11-03"],
    ["4 de dez. de 2025 08:30:00 conexão", "2025-12-04"],
    ["3 gennaio 2026 08:30:00 connessione", "2026-01-03"],
    ["3 mrt. 2026 08:30:00 verbinding", "2026-03-03"],
    ["5 października 2026 08:30:00 połączenie", "2026-10-05"],
    ["3. prosince 2025 08:30:00 spojení", "2025-12-03"],
    ["3 ноября 2026 г., 08:30:00 соединение", "2026-11-03"],
    ["3 лист. 2025 р., 08:30:00 з'єднання", "2025-11-03"],
    ["3 Kasım 2026 Salı 08:30:00 bağlantı", "2026-11-03"],
    ["den 3 okt. 2026 kl. 08:30:00 anslutning", "2026-10-03"],
    ["3. marraskuuta 2026 klo 08:30:00 yhteys", "2026-11-03"],
    ["2026. márc. 3. 08:30:00 kapcsolat", "2026-03-03"],
    ["2026. november 3., kedd 08:30:00 kapcsolat", "2026-11-03"],
    ["3 Νοε 2026 08:30:00 σύνδεση", "2026-11-03"],
  ] as const
).map(([line, day]): TimeSample => [toBytes(line), "UTC", `${day}T08:30:00.000Z`]);

/** Dates with the month's name after a number: `22/Nov/2026:08:30:00 +0100`, `3 nov. 2026 08:30:00`, `2026-Nov-22`. */
export const dayMonth: PlacedFormat = {
  first: "digit",
  plainDate: `\\d\\d[-/. ]${shortMonthPattern}[-/. ]\\d{4}`,
  read(line, at) {
    const digits = digitsFrom(line, at);
    if (digits === 4) return readYearFirst(line, at);
    if (digits > 2 || !mayFollowDay(line.charCodeAt(at + digits)) || !isBeforeWord(line, at + digits)) return null;
    if (digits === 2 && isPlain(line, at)) {
      const month = monthOf(line.slice(at + 3, at + 6));
      const time = month === null ? null : readTimeOfDay(line, at + 12);
      const year = 100 * twoDigits(line, at + 7) + twoDigits(line, at + 9);
      if (month !== null && time !== null) return stampOf(year, month, twoDigits(line, at), time);
    }
    const match = matchAt(dayFirst, line, at) ?? matchAt(glued, line, at);
    if (match !== null) {
      const [whole, day, , name = "", year = ""] = match;
      return stampOf(fullYear(year), monthOf(name) ?? 0, Number(day), readTimeOfDay(line, at + whole.length));
    }
    return readYearless(line, at);
  },
  samples: [
    ['10.0.0.5 - - [22/Nov/2026:08:30:00 +0100] "GET / HTTP/1.1" 502', "UTC", "2026-11-22T07:30:00.000Z"],
    ["22 Nov 2026 08:30:00,123 ERROR connect", "UTC", "2026-11-22T08:30:00.123Z"],
    ["22-Nov-2026 08:30:00.123 SEVERE [main] connect", "UTC", "2026-11-22T08:30:00.123Z"],
    ["22-NOV-2026 08:30:00 * establish * 12541", "UTC", "2026-11-22T08:30:00.000Z"],
    ["22-\xe5\x8d\x81\xe4\xb8\x80\xe6\x9c\x88-2026 08:30:00.123 [main]", "Asia/Shanghai", "2026-11-22T00:30:00.123Z"],
    ["Sun, 22 Nov 2026 08:30:00 +0100 connect", "UTC", "2026-11-22T07:30:00.000Z"],
    ["Sunday, 22 November 2026 08:30:00 GMT connect", "UTC", "2026-11-22T08:30:00.000Z"],
    ["2026-Nov-22 08:30:00.123456 connect", "UTC", "2026-11-22T08:30:00.123Z"],
    ["2026 Nov  2 08:30:00 connect", "UTC", "2026-11-02T08:30:00.000Z"],
    ["03.Nov.2026 08:30:00 connect", "UTC", "2026-11-03T08:30:00.000Z"],
    ["3Nov2026 8:30:00 drop 10.0.0.5", "UTC", "2026-11-03T08:30:00.000Z"],
    ["[02] Tue 03Nov26 08:30:00 - (000123) closed", "UTC", "2026-11-03T08:30:00.000Z"],
    ["=ERROR REPORT==== 7-Sep-2026::08:30:00 ===", "UTC", "2026-09-07T08:30:00.000Z"],
    ["[4711] 03 Nov 08:30:00.123 # connect", "UTC", "2026-11-03T08:30:00.123Z"],
    ["03-Nov 08:30 backup-dir JobId 12: connect", "UTC", "2026-11-03T08:30:00.000Z"],
    ["22. Nov 08:30:00 CET 2025 connect", "UTC", "2025-11-22T07:30:00.000Z"],
    ...languages,
    ["3 set 08:30:00 connect", "UTC", null],
    ["3 nouveau 2026 08:30:00 connect", "UTC", null],
    ["31/Nov/2026:08:30:00 connect", "UTC", null],
    ["22 Non 2026 08:30:00 connect", "UTC", null],
  ],
};

function readYearFirst(line: string, at: number): Stamp | null {
  const match = matchAt(yearFirst, line, at);
  if (match === null) return null;
  const [whole, year = "", , name = "", day] = match;
  return stampOf(Number(year), monthOf(name) ?? 0, Number(day), readTimeOfDay(line, at + whole.length));
}

/** Whether a month's name may come after a day and this character: a letter (of "3rd" or of the name), or one of ` ./-`. */
function mayFollowDay(code: number): boolean {
  if (code <= 0x2f) return code === 0x20 || (code >= 0x2d && code <= 0x2f);
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0xc2;
}

/** Whether a letter comes, at most three of ` ./-` further. */
function isBeforeWord(line: string, at: number): boolean {
  let next = at;
  while (next < at + 3 && " ./-".includes(line[next] ?? "\n")) next++;
  const code = line.charCodeAt(next) | 0x20;
  return (code >= 0x61 && code <= 0x7a) || code >= 0x80;
}

/** Whether a date begins at a column as in most logs: `22/Nov/2026:08` or `22-Nov-2026 08`. */
function isPlain(line: string, at: number): boolean {
  const mark = line.charCodeAt(at + 2);
  if ((mark !== 0x2f && mark !== 0x2d) || line.charCodeAt(at + 6) !== mark) return false;
  const between = line.charCodeAt(at + 11);
  return (between === 0x3a || between === 0x20) && twoDigits(line, at + 12) >= 0 && digitsFrom(line, at + 7) === 4;
}

/** `03 Nov 08:30:00`, with the year at the end if a weekday or a zone shows that it is one. */
function readYearless(line: string, at: number): Stamp | null {
  const match = matchAt(noYear, line, at);
  if (match === null) return null;
  const [whole, day = "", name = ""] = match;
  const time = readTimeOfDay(line, at + whole.length);
  if (time === null || !isOnlyMonth(name)) return null;
  if (!time.seconds && (at > 1 || whole.length !== "22-Nov ".length)) return null;
  const trailing = matchAt(trailingYear, line, time.end);
  const isYear = trailing?.[1] !== undefined || weekdayBefore.test(line.slice(Math.max(0, at - 14), at));
  return stampOf(trailing !== null && isYear ? Number(trailing[2]) : null, monthOf(name) ?? 0, Number(day), time);
}

function matchAt(pattern: RegExp, line: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return compiled(pattern).exec(line);
}
