import { digitsFrom } from "../digits.ts";
import { monthOf, monthPattern } from "../months.ts";
import { fullYear, stampOf } from "../stamp.ts";
import type { PlacedFormat } from "../time-format.ts";
import { readTimeOfDay } from "../time-of-day.ts";

const pattern = new RegExp(
  `\\d{1,2}:\\d\\d:\\d\\d(?:[.,]\\d{1,9})?\\]?(?: [A-Z]{3,4})?,? \\[?(?:(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})|(\\d{1,2})([ /-])(${monthPattern})\\6(\\d{4}|\\d{2}(?= |\\]|$))|(${monthPattern}) {1,2}(\\d{1,2}),? (\\d{4}))(?![\\d:/.-])`,
  "y",
);

/** A time of day and then the date, in an order that is plain: `08:30:00 2026-11-22`, `08:30:00 UTC 22 Nov 2026`. */
export const timeFirst: PlacedFormat = {
  first: "digit",
  read(line, at) {
    if (digitsFrom(line, at) > 2) return null;
    pattern.lastIndex = at;
    const match = pattern.exec(line);
    if (match === null) return null;
    const [, year, , month, day, namedDay, , name, namedYear, firstName, firstDay, lastYear] = match;
    const time = readTimeOfDay(line, at);
    if (year !== undefined) return stampOf(Number(year), Number(month), Number(day), time);
    const word = name ?? firstName ?? "";
    return stampOf(fullYear(namedYear ?? lastYear ?? ""), monthOf(word) ?? 0, Number(namedDay ?? firstDay), time);
  },
  samples: [
    ["08:30:00 2026-11-22 connect", "UTC", "2026-11-22T08:30:00.000Z"],
    ["[08:30:00.123] [2026/11/22] connect", "UTC", "2026-11-22T08:30:00.123Z"],
    ["08:30:00 UTC 22 Nov 2026 connect", "Asia/Tokyo", "2026-11-22T08:30:00.000Z"],
    ["08:30:00.123 22-Nov-26 [srv-9] connect", "UTC", "2026-11-22T08:30:00.123Z"],
    ["08:30:00 Nov 22, 2026 connect", "UTC", "2026-11-22T08:30:00.000Z"],
    ["08:30:00 version 2026-11-22 connect", "UTC", null],
    ["08:30:00 2026-13-22 connect", "UTC", null],
  ],
};
