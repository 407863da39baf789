import { toBytes } from "../../../text/byte-string.ts";
import { isOnlyMonth, monthOf, monthPattern } from "../months.ts";
import { stampOf } from "../stamp.ts";
import type { PlacedFormat } from "../time-format.ts";
import { readTimeOfDay } from "../time-of-day.ts";
import { shortMonthPattern, weekdayPattern } from "../words.ts";

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
    pattern.lastIndex = at;
    const match = pattern.exec(line);
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

function isRow(line: string, at: number, end: number): boolean {
  rowAfter.lastIndex = end;
  return rowBefore.test(line.slice(0, at)) && rowAfter.test(line);
}
