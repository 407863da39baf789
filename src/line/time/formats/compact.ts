import { digitsFrom } from "../digits.ts";
import { readOffset } from "../offset.ts";
import { fullYear, stampOf } from "../stamp.ts";
import type { PlacedFormat } from "../time-format.ts";
import { msOfDay, type TimeOfDay } from "../time-of-day.ts";

const date = "(\\d{4})(\\d{2})(\\d{2})";
const patterns = [
  new RegExp(`${date}[-_ :T]?(\\d{2})(\\d{2})(\\d{2})(?:[.,](\\d{1,9}))?(?!\\d)`, "y"),
  // Some programs leave out the leading zeros of the time.
  new RegExp(`${date}[-_ T](\\d{1,2}):(\\d{1,2}):(\\d{1,2})(?:[.,:](\\d{1,9}))?(?!\\d)`, "y"),
];
const joinedFraction = new RegExp(`${date}(\\d{2})(\\d{2})(\\d{2})(\\d{3})(?!\\d)`, "y");
const dottedPattern = new RegExp(`${date}\\.(\\d{2})(\\d{2})(\\d{2})(?:[.,](\\d{1,9}))?(?!\\d)`, "y");
const joinedPattern = new RegExp(`${date}[-_T](\\d{2})([-.])(\\d{2})\\5(\\d{2})(?![-.]?\\d)`, "y");
const shortPattern = /(\d{2})(\d{2})(\d{2})[ _T-](?:(\d{2})(\d{2})(\d{2})| ?(\d{1,2}):(\d{2}):(\d{2}))(?!\d)/y;

const LEVEL = /^\[[DIWECF] /;

/** Dates written without separators: `20261122 083000`, and `261122 083000` at the start of a line. */
export const compact: PlacedFormat = {
  first: "digit",
  read(line, at) {
    if (digitsFrom(line, at) < 6) return null;
    // Elsewhere such a number is a build's.
    for (const pattern of at <= 1 ? [...patterns, dottedPattern, joinedFraction] : patterns) {
      pattern.lastIndex = at;
      const match = pattern.exec(line);
      if (match === null) continue;
      const time = timeOf(match, 4, line, pattern.lastIndex);
      return stampOf(Number(match[1]), Number(match[2]), Number(match[3]), time);
    }
    joinedPattern.lastIndex = at;
    const [whole, year, month, day, hour, , minute, second] = joinedPattern.exec(line) ?? [];
    if (whole !== undefined) {
      const ms = msOfDay(Number(hour), Number(minute), Number(second), "");
      const end = at + whole.length;
      const time = ms === null ? null : { ms, offset: readOffset(line, end), halfDay: false, seconds: true, end };
      return stampOf(Number(year), Number(month), Number(day), time);
    }
    // MySQL's slow log has "# Time: " before it, Tornado the letter of its level.
    if (at !== 0 && !(at <= 8 && line.startsWith("# Time: ")) && !(at === 3 && LEVEL.test(line))) return null;
    shortPattern.lastIndex = at;
    const match = shortPattern.exec(line);
    if (match === null) return null;
    const time = timeOf(match, match[4] === undefined ? 7 : 4, line, shortPattern.lastIndex, "");
    return stampOf(fullYear(match[1] ?? ""), Number(match[2]), Number(match[3]), time);
  },
  samples: [
    ["20261122 083000 connect", "UTC", "2026-11-22T08:30:00.000Z"],
    ["20261122T083000Z connect", "Asia/Tokyo", "2026-11-22T08:30:00.000Z"],
    ["20261122T083000+0100 connect", "UTC", "2026-11-22T07:30:00.000Z"],
    ["20261122083000 connect", "UTC", "2026-11-22T08:30:00.000Z"],
    ["20261122-08:30:00:123|net|connect", "UTC", "2026-11-22T08:30:00.123Z"],
    ["20261122-8:3:5:7|net|connect", "UTC", "2026-11-22T08:03:05.700Z"],
    ["20261122.083000,123:WARN:net connect", "UTC", "2026-11-22T08:30:00.123Z"],
    ["build 20261122.083000 connect", "UTC", null],
    ["  4711:20261122:083000.972 cannot connect to [[db.example]:5432]", "UTC", "2026-11-22T08:30:00.972Z"],
    ["261122 083000 148 INFO net: connect", "UTC", "2026-11-22T08:30:00.000Z"],
    ["261122-083000 connect", "UTC", "2026-11-22T08:30:00.000Z"],
    ["20261122083000123 connect", "UTC", "2026-11-22T08:30:00.123Z"],
    ["order 20261122083000123 connect", "UTC", null],
    ["261122  8:30:00 [ERROR] connect", "UTC", "2026-11-22T08:30:00.000Z"],
    ["# Time: 261122  8:30:00", "UTC", "2026-11-22T08:30:00.000Z"],
    ["20261122_08-30-00 connect", "UTC", "2026-11-22T08:30:00.000Z"],
    ["[W 261122 08:30:00 iostream:1473] connect", "UTC", "2026-11-22T08:30:00.000Z"],
    ["[item 261122 08:30:00] connect", "UTC", null],
    ["order 20261322083000 failed", "UTC", null],
    ["20261122 996000 connect", "UTC", null],
  ],
};

function timeOf(match: RegExpExecArray, group: number, line: string, end: number, fraction?: string): TimeOfDay | null {
  const [hour, minute, second] = [Number(match[group]), Number(match[group + 1]), Number(match[group + 2])];
  const ms = msOfDay(hour, minute, second, fraction ?? match[group + 3] ?? "");
  return ms === null ? null : { ms, offset: readOffset(line, end), halfDay: false, seconds: true, end };
}
