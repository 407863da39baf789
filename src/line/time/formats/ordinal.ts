import { digitsFrom } from "../digits.ts";
import { dateOf, dayStart, type Stamp } from "../stamp.ts";
import type { PlacedFormat } from "../time-format.ts";
import { readTimeOfDay } from "../time-of-day.ts";

const pattern = /(\d{4})-(?:(\d{3})|W(\d{2})-([1-7]))[T ](?=\d\d:)/y;
const dayMs = 86_400_000;

/** ISO 8601 with the day of the year or of the week: `2026-307T14:22:07Z`, `2026-W45-2T14:22:07Z`. */
export const ordinal: PlacedFormat = {
  first: "digit",
  read(line, at) {
    if (line[at + 4] !== "-" || digitsFrom(line, at) !== 4) return null;
    pattern.lastIndex = at;
    const match = pattern.exec(line);
    if (match === null) return null;
    const time = readTimeOfDay(line, pattern.lastIndex);
    const year = Number(match[1]);
    const date =
      match[2] === undefined ? weekDate(year, Number(match[3]), Number(match[4])) : dayOfYear(year, Number(match[2]));
    if (time === null || date === null) return null;
    return { local: date + time.ms, offset: time.offset, missing: "nothing" } satisfies Stamp;
  },
  samples: [
    ["2026-307T14:22:07Z connect", "Asia/Tokyo", "2026-11-03T14:22:07.000Z"],
    ["2024-366 14:22:07.611 connect", "UTC", "2024-12-31T14:22:07.611Z"],
    ["2026-W45-2T14:22:07Z connect", "Asia/Tokyo", "2026-11-03T14:22:07.000Z"],
    ["2026-366 14:22:07 connect", "UTC", null],
    ["2026-000 14:22:07 connect", "UTC", null],
    ["2026-10061 14:22:07 connect", "UTC", null],
  ],
};

function dayOfYear(year: number, day: number): number | null {
  const first = dateOf(year, 1, 1);
  const last = dateOf(year, 12, 31);
  if (first === null || last === null) return null;
  const date = first + (day - 1) * dayMs;
  return date < first || date > last ? null : date;
}

/** Week 1 is the one with January 4 in it; weeks begin on Monday. */
function weekDate(year: number, week: number, day: number): number | null {
  const fourth = dateOf(year, 1, 4);
  if (fourth === null || week < 1 || week > 53) return null;
  const weekday = (new Date(fourth).getUTCDay() + 6) % 7;
  return dayStart(fourth + ((week - 1) * 7 + day - 1 - weekday) * dayMs);
}
