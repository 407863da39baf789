import { fullYear, stampOf } from "../stamp.ts";
import type { PlacedFormat } from "../time-format.ts";
import { readTimeOfDay, separator } from "../time-of-day.ts";
import { monthOf, monthPattern, shortMonthPattern } from "../words.ts";

const dayFirst = new RegExp(`(\\d{1,2})\\.?([ /-])(${monthPattern})\\.?\\2(\\d{4}|\\d{2})(?:${separator}|:)`, "y");
const yearFirst = new RegExp(`(\\d{4})([ /-])(${monthPattern})\\2{1,2}(\\d{1,2})(?:${separator}|:)`, "y");

/** Dates with the month's name after a number: `22/Nov/2026:08:30:00 +0100`, `22 Nov 2026 08:30:00`, `2026-Nov-22`. */
export const dayMonth: PlacedFormat = {
  first: "digit",
  plainDate: `\\d\\d[-/. ]${shortMonthPattern}[-/. ]\\d{4}`,
  read(line, at) {
    dayFirst.lastIndex = at;
    const match = dayFirst.exec(line);
    if (match !== null) {
      const [, day, , name = "", year = ""] = match;
      return stampOf(fullYear(year), monthOf(name) ?? 0, Number(day), readTimeOfDay(line, dayFirst.lastIndex));
    }
    yearFirst.lastIndex = at;
    const turned = yearFirst.exec(line);
    if (turned === null) return null;
    const [, year = "", , name = "", day] = turned;
    return stampOf(Number(year), monthOf(name) ?? 0, Number(day), readTimeOfDay(line, yearFirst.lastIndex));
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
    ["31/Nov/2026:08:30:00 connect", "UTC", null],
    ["22 Non 2026 08:30:00 connect", "UTC", null],
  ],
};
