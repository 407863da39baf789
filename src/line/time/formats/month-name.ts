import { toBytes } from "../../../text/byte-string.ts";
import { compiled } from "../../../text/compiled.ts";
import { twoDigits } from "../digits.ts";
import { isOnlyMonth, monthOf, monthPattern } from "../months.ts";
import { stampOf } from "../stamp.ts";
import type { PlacedFormat } from "../time-format.ts";
import { readTimeOfDay } from "../time-of-day.ts";
import { isWeekday, shortMonthPattern, weekdayPattern } from "../words.ts";

const weekday = `(?:${weekdayPattern}[.,]{0,2} {1,2})`;
const pattern = new RegExp(`(${weekday})?(${monthPattern})\\.? {1,2}(\\d{1,2})(?:,? (\\d{4}))?,? {1,2}(?:at )?`, "y");
/** The row of `Get-EventLog`, which has no seconds. */
const rowBefore = /^ {0,9}\d{1,12} {1,4}$/;
const rowAfter = / {2}[A-Za-z\d]/y;
const yearAfter = /(?: [A-Z]{2,5})? (\d{4})(?!\d)/y;

/** Dates that begin with the month's name: syslog's, `ctime`'s, Apache's error log, `java.util.logging`, JavaScript's. */
export const monthName: PlacedFormat = {
  first: "letter",
  plainDate: `${shortMonthPattern} [ \\d]\\d(?: \\d{4})?`,
  read(line, at) {
    if (isPlain(line, at)) {
      const month = monthOf(line.slice(at, at + 3));
      const time = month === null ? null : readTimeOfDay(line, at + 7);
      const day = line.charCodeAt(at + 4) === blank ? Number(line[at + 5]) : twoDigits(line, at + 4);
      if (month !== null && time?.seconds) return stampOf(null, month, day, time);
    }
    if (!mayBegin(line, at)) return null;
    pattern.lastIndex = at;
    const match = compiled(pattern).exec(line);
    if (match === null) return null;
    const [, day, month = "", date, year] = match;
    const time = readTimeOfDay(line, pattern.lastIndex);
    if (time === null) return null;
    // Only with the weekday is a number behind the time a year: syslog has a host name there.
    yearAfter.lastIndex = time.end;
    const trailing = year === undefined && day !== undefined ? yearAfter.exec(line)?.[1] : undefined;
    const named = year ?? trailing;
    if (named === undefined && !isOnlyMonth(month)) return null;
    if (named === undefined && !time.seconds && !isRow(line, at, time.end)) return null;
    return stampOf(named === undefined ? null : Number(named), monthOf(month) ?? 0, Number(date), time);
  },
  samples: [
    ["Nov 22 08:30:00 host app[4711]: connect", "UTC", "2026-11-22T08:30:00.000Z"],
    ["Nov  2 08:30:00 host app[4711]: connect", "Europe/Berlin", "2026-11-02T07:30:00.000Z"],
    ["<34>Nov 22 08:30:00 host app: connect", "UTC", "2026-11-22T08:30:00.000Z"],
    ["Nov 23 08:30:00 2025 app: connect", "UTC", "2026-11-23T08:30:00.000Z"],
    ["Dec 31 23:59:59 host app: connect", "UTC", "2025-12-31T23:59:59.000Z"],
    ["Feb 29 08:30:00 host app: connect", "UTC", "2024-02-29T08:30:00.000Z"],
    ["[Sun Nov 22 08:30:00.123456 2026] [proxy:error] connect", "UTC", "2026-11-22T08:30:00.123Z"],
    ["[Sun Nov 22 08:30:00 2026] [error] connect", "UTC", "2026-11-22T08:30:00.000Z"],
    ["Sun Nov 22 08:30:00 2026 read UDP: Unknown error", "UTC", "2026-11-22T08:30:00.000Z"],
    ["Sun Nov 22 08:30:00 CST 2026 connect", "Asia/Shanghai", "2026-11-22T00:30:00.000Z"],
    ["Sun Nov 22 08:30:00 EST 2026 connect", "UTC", "2026-11-22T13:30:00.000Z"],
    ["Sun Nov 22 2026 08:30:00 GMT+0100 (CET) connect", "UTC", "2026-11-22T07:30:00.000Z"],
    ["Nov 22, 2026 8:30:00 AM com.example.Net connect", "UTC", "2026-11-22T08:30:00.000Z"],
    ["November 22, 2026 8:30:00 PM connect", "UTC", "2026-11-22T20:30:00.000Z"],
    [
      "\xe5\x8d\x81\xe4\xb8\x80\xe6\x9c\x88 22, 2026 8:30:00 \xe4\xb8\x8b\xe5\x8d\x88 com.example",
      "UTC",
      "2026-11-22T20:30:00.000Z",
    ],
    ["Nov. 03, 2026 8:30:00 NACHM. com.example.Net connect", "UTC", "2026-11-03T20:30:00.000Z"],
    ["nov. 03, 2026 8:30:00 p.\xc2\xa0m. com.example.Net connect", "UTC", "2026-11-03T20:30:00.000Z"],
    [toBytes("août 19 08:30:00 hôte app: connexion"), "UTC", "2026-08-19T08:30:00.000Z"],
    [toBytes("Mär  3 08:30:00 host app: Verbindung"), "UTC", "2026-03-03T08:30:00.000Z"],
    [toBytes("дек 03 08:30:00 host app: соединение"), "UTC", "2025-12-03T08:30:00.000Z"],
    ["mar. nov. 3 08:30:00 CET 2026 connexion", "UTC", "2026-11-03T07:30:00.000Z"],
    ["  4711 Nov 03 08:30  Error       Gatherer       3 connect", "UTC", "2026-11-03T08:30:00.000Z"],
    ["Nov 03 08:30 connect", "UTC", null],
    ["out 22 08:30:00 10061", "UTC", null],
    ["Marcel 22 08:30:00 connect", "UTC", null],
    ["Nov 31 08:30:00 host app: connect", "UTC", null],
    ["Note 22 08:30:00 host app: connect", "UTC", null],
  ],
};

/** Whether a date begins at a column as in most logs: `Nov 22 08` or `Nov  2 08`. */
function isPlain(line: string, at: number): boolean {
  const first = line.charCodeAt(at);
  if (first < 0x41 || first > 0x5a || line.charCodeAt(at + 3) !== blank || line.charCodeAt(at + 6) !== blank)
    return false;
  const isDay = line.charCodeAt(at + 4) === blank ? isDigit(line.charCodeAt(at + 5)) : twoDigits(line, at + 4) >= 0;
  return isDay && isDigit(line.charCodeAt(at + 7));
}

/** Whether the word at a column is short enough for a weekday, or a number comes behind it. The pattern would take longer. */
function mayBegin(line: string, at: number): boolean {
  const first = line.charCodeAt(at);
  // The inside of a character.
  if (first >= 0x80 && first < 0xc0) return false;
  let end = at + 1;
  while (end < at + 31 && isLetter(line.charCodeAt(end))) end += 1;
  const word = end;
  let next = line.charCodeAt(end);
  if (next === dot || next === comma) next = line.charCodeAt(++end);
  if (next !== blank) return false;
  next = line.charCodeAt(end + 1);
  if (next === blank) next = line.charCodeAt(end + 2);
  if (isDigit(next)) return word > at + 2;
  return word <= at + 9 && isWeekday(line.slice(at, word));
}

const blank = 0x20;
const comma = 0x2c;
const dot = 0x2e;

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code >= 0x80;
}

function isRow(line: string, at: number, end: number): boolean {
  rowAfter.lastIndex = end;
  return rowBefore.test(line.slice(0, at)) && rowAfter.test(line);
}
