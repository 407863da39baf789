import { toBytes } from "../../../text/byte-string.ts";
import { compiled } from "../../../text/compiled.ts";
import type { DateOrder } from "../date-order.ts";
import { twoDigits } from "../digits.ts";
import { beginsWithYear } from "../short-year.ts";
import { dateOf, fullYear, type Stamp, stampOf } from "../stamp.ts";
import type { PlacedFormat } from "../time-format.ts";
import { readTimeOfDay, separator, type TimeOfDay } from "../time-of-day.ts";

const date = "(\\d{1,2})([/.-]|\\. )(\\d{1,2})\\2(\\d{4}|\\d{2}(?!\\d))";
const at = toBytes("(?:um|à|klo|kl\\.)");
const dateFirst = new RegExp(`${date}(?:${separator}(?![a-z]|\\xc3\\xa0 )|,? ${at} |:[: ]?(?=\\d\\d:))`, "y");
const timeFirst = new RegExp(`\\d{1,2}:\\d{2}:\\d{2}(?:[.,]\\d{1,9})?(?: [A-Z]{3,4})?(?: -)? ${date}(?![\\d./-])`, "y");
const hadoopAfter = /[ ,.\d]{0,8} (?:TRACE|DEBUG|INFO|WARN|ERROR|FATAL) {1,2}[\w.$]{1,120}:/y;

/**
 * Dates in any order: `11/22/2026 8:30:00 AM`, `22.11.2026 08:30:00`, `22/11/26`. A value above 12 decides, else the order
 * of earlier lines of the source, else dots mean day first, else the month is first.
 */
export const numeric: PlacedFormat = {
  first: "digit",
  plainDate: "\\d\\d[-/.]\\d\\d[-/.]\\d{4}",
  read(line, at, order) {
    if (isPlain(line, at)) {
      const time = readTimeOfDay(line, at + 11);
      const year = 100 * twoDigits(line, at + 6) + twoDigits(line, at + 8);
      const dotted = line.charCodeAt(at + 2) === dot;
      if (time !== null) return ordered(twoDigits(line, at), twoDigits(line, at + 3), year, { time, dotted, order });
    }
    dateFirst.lastIndex = at;
    const match = compiled(dateFirst).exec(line);
    if (match !== null) return stampFrom(match, readTimeOfDay(line, dateFirst.lastIndex), line, order);
    timeFirst.lastIndex = at;
    const turned = timeFirst.exec(line);
    return turned === null ? null : stampFrom(turned, readTimeOfDay(line, at), line, order);
  },
  samples: [
    ["11/22/2026 8:30:00 AM connect", "UTC", "2026-11-22T08:30:00.000Z"],
    ["11/22/2026 12:30:00 AM connect", "UTC", "2026-11-22T00:30:00.000Z"],
    ["11/22/2026 12:30:00 PM connect", "UTC", "2026-11-22T12:30:00.000Z"],
    ["11/22/2026 8:30:00\xe2\x80\xafPM connect", "UTC", "2026-11-22T20:30:00.000Z"],
    ["5/6/2026 8:30:00 p.m. connect", "UTC", "2026-05-06T20:30:00.000Z"],
    ["22/11/2026 08:30:00 connect", "UTC", "2026-11-22T08:30:00.000Z"],
    ["22/11/2026 08:30:00 a\n05/06/2026 08:30:00 b", "UTC", "2026-06-05T08:30:00.000Z"],
    ["11/22/2026 08:30:00 a\n05/06/2026 08:30:00 b", "UTC", "2026-05-06T08:30:00.000Z"],
    ["05/06/2026 08:30:00 connect", "UTC", "2026-05-06T08:30:00.000Z"],
    ["22.11.2026 08:30:00 connect", "Europe/Berlin", "2026-11-22T07:30:00.000Z"],
    ["[06.09.2026 22:45:48.704] [ Warn] connect", "UTC", "2026-09-06T22:45:48.704Z"],
    ["22.11.2026 8.30.00 connect", "UTC", "2026-11-22T08:30:00.000Z"],
    ["22/11/2026: 08:30:00 GMT name 0-PPE-0: connect", "Asia/Tokyo", "2026-11-22T08:30:00.000Z"],
    ["Event time (UTC): 11/22/2026 8:30:00 AM", "Asia/Tokyo", "2026-11-22T08:30:00.000Z"],
    ["22-11-2026 08:30:00 connect", "UTC", "2026-11-22T08:30:00.000Z"],
    ["[11/22/2026] [1:01:31 AM] [Global] error", "UTC", "2026-11-22T01:01:31.000Z"],
    ["30,11/22/26,08:30:00,DNS update request,10.0.0.5", "UTC", "2026-11-22T08:30:00.000Z"],
    ["26/11/09 08:30:00 ERROR net.Client: connect", "UTC", "2026-11-09T08:30:00.000Z"],
    ["03/11/26 08:30:00 ERROR net.Client: connect", "UTC", "2026-03-11T08:30:00.000Z"],
    ["22/11/26 08:30:00 a\n03/11/26 08:30:00 ERROR net.Client: connect", "UTC", "2026-11-03T08:30:00.000Z"],
    ["13/11/26 08:30 ERROR connect", "UTC", "2026-11-13T08:30:00.000Z"],
    ["13/11/26 08:30:00 ERROR net.Client: connect", "UTC", "2026-11-13T08:30:00.000Z"],
    ["22/11/24 08:30:00 ERROR net.Client: connect", "UTC", "2022-11-24T08:30:00.000Z"],
    ["31/10/26 08:30:00 a\n22/11/24 08:30:00 ERROR net.Client: connect", "UTC", "2024-11-22T08:30:00.000Z"],
    ["17/06/09 08:30:00 connect", "UTC", "2017-06-09T08:30:00.000Z"],
    ["13-11-26 08:30:00 connect", "UTC", "2026-11-13T08:30:00.000Z"],
    ["25-11-24 08:30:00 connect", "UTC", "2025-11-24T08:30:00.000Z"],
    ["26-11-09 08:30:00 connect", "UTC", "2026-11-09T08:30:00.000Z"],
    ["08:30:00 11/22/26 could not bind to address", "UTC", "2026-11-22T08:30:00.000Z"],
    ["08:30:00 - 22.11.2026 : connect", "UTC", "2026-11-22T08:30:00.000Z"],
    ["[11/3/26 14:22:07:611 CET] 00000001 TCPChannel    E   connect", "UTC", "2026-11-03T13:22:07.611Z"],
    ["[11/3/26, 14:22:07:611 CET] 00000001 TCPChannel    E   connect", "UTC", "2026-11-03T13:22:07.611Z"],
    ["3.11.26 14:22:07 connect", "UTC", "2026-11-03T14:22:07.000Z"],
    ["11/13/2026, 2:22:08 PM connect", "UTC", "2026-11-13T14:22:08.000Z"],
    ["14.9.2026, 07:08:09 connect", "UTC", "2026-09-14T07:08:09.000Z"],
    ["14. 9. 2026 7:08:09 connect", "UTC", "2026-09-14T07:08:09.000Z"],
    ["14.9.2026 klo 7.08.09 connect", "UTC", "2026-09-14T07:08:09.000Z"],
    ["10.0.0.9, -, 11/13/2026, 14:22:08, W3SVC1, APP1, 10.0.0.5, 15", "UTC", "2026-11-13T14:22:08.000Z"],
    [toBytes("13/11/2026 2:22:08 μμ connect"), "UTC", "2026-11-13T14:22:08.000Z"],
    ["13.11.2026 2.22.08 ip. connect", "UTC", "2026-11-13T14:22:08.000Z"],
    [toBytes("13.11.2026 2:22:08 пп connect"), "UTC", "2026-11-13T14:22:08.000Z"],
    [toBytes("13.11.2026 2:22:08 ппp connect"), "UTC", "2026-11-13T02:22:08.000Z"],
    [toBytes("13/11/2026 2:22:08 หลังเที่ยง connect"), "UTC", "2026-11-13T14:22:08.000Z"],
    [toBytes("13.11.2026, 2:22:08 אחה״צ connect"), "UTC", "2026-11-13T14:22:08.000Z"],
    ["13.11.2026 2:22:08 odp. connect", "UTC", "2026-11-13T14:22:08.000Z"],
    ["13.11.2026 2:22:08 dop. connect", "UTC", "2026-11-13T02:22:08.000Z"],
    ["13/11/2026 2:22:08 CH connect", "UTC", "2026-11-13T14:22:08.000Z"],
    ["13/11/2026 02:22:08 CH connect", "UTC", "2026-11-13T14:22:08.000Z"],
    ["13/11/2026 12:22:08 SA connect", "UTC", "2026-11-13T00:22:08.000Z"],
    [toBytes("13-11-2026 02:22:08 अपराह्न connect"), "UTC", "2026-11-13T14:22:08.000Z"],
    ["1.2.26 10.20.30 connect", "UTC", null],
    ["13/13/2026 08:30:00 connect", "UTC", null],
    ["31/02/2026 08:30:00 connect", "UTC", null],
    ["10.0.19041.1081 - 10.0.19041.1081 (build)", "UTC", null],
    ["1.2.3 10.20.30.40 connect", "UTC", null],
  ],
};

function stampFrom(match: RegExpExecArray, time: TimeOfDay | null, line: string, order: DateOrder): Stamp | null {
  if (time === null) return null;
  const [, first = "", mark = "", second = "", last = ""] = match;
  const a = Number(first);
  const b = Number(second);
  if (last.length === 2) {
    // "1.2.26 10.20.30" is a version and a part of an address.
    const isPadded = first.length === 2 && second.length === 2;
    if (!isPadded && (!time.seconds || line[time.end - 3] === ".")) return null;
    hadoopAfter.lastIndex = time.end;
    const isHadoop = mark === "/" && time.seconds && hadoopAfter.test(line);
    if (isPadded && beginsWithYear({ first, second, last, mark, isHadoop }, order))
      return stampOf(fullYear(first), b, Number(last), time);
  }
  return ordered(a, b, fullYear(last), { time, dotted: mark.startsWith("."), order });
}

/** Whether a date begins at a column as in most logs: `22.11.2026 08` or `11/22/2026 08`. */
function isPlain(line: string, at: number): boolean {
  const mark = line.charCodeAt(at + 2);
  if ((mark !== 0x2d && mark !== dot && mark !== 0x2f) || line.charCodeAt(at + 5) !== mark) return false;
  if (line.charCodeAt(at + 10) !== 0x20 || twoDigits(line, at + 11) < 0 || twoDigits(line, at) < 0) return false;
  return twoDigits(line, at + 3) >= 0 && twoDigits(line, at + 6) >= 0 && twoDigits(line, at + 8) >= 0;
}

const dot = 0x2e;

function ordered(
  a: number,
  b: number,
  year: number,
  { time, dotted, order }: { readonly time: TimeOfDay; readonly dotted: boolean; readonly order: DateOrder },
): Stamp | null {
  if (!order.isProven && isDate(a, b, year)) order.learn(a, b, year);
  const dayFirst = isDayFirst(a, b, dotted, order);
  return dayFirst ? stampOf(year, b, a, time) : stampOf(year, a, b, time);
}

function isDate(a: number, b: number, year: number): boolean {
  return a > 12 ? dateOf(year, b, a) !== null : dateOf(year, a, b) !== null;
}

function isDayFirst(a: number, b: number, dotted: boolean, order: DateOrder): boolean {
  if (a > 12) return true;
  if (b > 12) return false;
  return order.dayFirst ?? dotted;
}
