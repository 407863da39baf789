import { halfDayPattern, isAfternoon, zoneOffset } from "./words.ts";

/** The part of a stamp after the date. */
export interface TimeOfDay {
  /** Milliseconds since midnight; 24:00 is the whole day. */
  readonly ms: number;
  /** Minutes east of UTC; null when the line names no zone. */
  readonly offset: number | null;
  /** Whether the clock counts twelve hours. */
  readonly halfDay: boolean;
  /** Whether it names seconds. */
  readonly seconds: boolean;
  /** Where its digits (and AM or PM) end, before the zone. */
  readonly end: number;
}

/** A regular expression (without groups) for what stands between a date and a time. */
export const separator = `(?:[Tt_,;|-]|[ \\t]{0,3}[-,;|]?[ \\t]{1,4}|\\][ \\t]{0,3}\\[|"[,;]")`;

const clockDigits = "(\\d{1,2})([:.])(\\d{2})(?:\\3(\\d{2})(?:[.,:](\\d{1,9}))?)?(?!\\d|:\\d)";
// .NET 8 and Java 20 write a narrow no-break space before AM.
const blank = "(?: |\xe2\x80\xaf|\xc2\xa0)?";
const pattern = new RegExp(
  `(?:(${halfDayPattern}) ?)?${clockDigits}(?:${blank}(?:([AaPp])(?:[Mm]|\\.[Mm]\\.)(?!\\w)|(${halfDayPattern})))?`,
  "y",
);

/** Reads `8:30`, `08:30:00,123`, `8:30:00 PM`, `08.30.00` and the like at a column, with the zone after it. */
export function readTimeOfDay(line: string, at: number): TimeOfDay | null {
  pattern.lastIndex = at;
  const match = pattern.exec(line);
  if (match === null) return null;
  const [, before, hour = "", mark, minute = "", second, fraction = "", letter, after] = match;
  // "10.20.30.40" is an address, "10.20" a number: with dots there must be seconds, and no short fraction.
  if (mark === "." && (second === undefined || (fraction !== "" && fraction.length < 4))) return null;
  const half = before ?? letter ?? after;
  const ms = msOfDay(hourOf(Number(hour), half), Number(minute), Number(second ?? 0), fraction);
  if (ms === null) return null;
  const end = at + match[0].length;
  return { ms, offset: readOffset(line, end), halfDay: half !== undefined, seconds: second !== undefined, end };
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined || hour > 12) return hour;
  return (hour % 12) + (isAfternoon(half) ? 12 : 0);
}

/**
 * Milliseconds since midnight, or null when no clock shows such a time. 24:00 is the end of the day; a leap second
 * is the last millisecond of its minute, so that it is counted where it happened.
 */
export function msOfDay(hour: number, minute: number, second: number, fraction: string): number | null {
  if (hour > 24 || minute > 59 || second > 60) return null;
  const ms = (hour * 60 + minute) * 60_000;
  if (second === 60) return hour > 23 ? null : ms + 59_999;
  const total = ms + second * 1000 + Math.floor(Number(`0.${fraction}`) * 1000 + 1e-6);
  return total > 86_400_000 ? null : total;
}

const plus = 0x2b;
const minus = 0x2d;
const space = 0x20;
const offsetPattern =
  /Z(?![A-Za-z\d])| ?(?:UTC|GMT)?([+-])(\d{2}):?(00|15|30|45)(?![\d:.-])| ?(?:UTC|GMT)([+-])(\d{1,2})(?![\d:.])|([+-])(\d{2})(?![\d:.-])| ?([A-Z]{3,4})(?![A-Za-z\d_])/y;

/** Minutes east of UTC that stand at a column (`Z`, `+01:00`, ` +0100`, `UTC+8`, ` CET`), or null. */
export function readOffset(line: string, at: number): number | null {
  if (line[at] === "Z" && line.charCodeAt(at + 1) === space) return 0;
  const first = line.charCodeAt(line.charCodeAt(at) === space ? at + 1 : at);
  if (first !== plus && first !== minus && !(first >= 0x41 && first <= 0x5a)) return null;
  offsetPattern.lastIndex = at;
  const match = offsetPattern.exec(line);
  if (match === null) return null;
  const [, sign1, hours1, minutes = "0", sign2, hours2, sign3, hours3, name] = match;
  if (name !== undefined) return zoneOffset(name);
  const hours = Number(hours1 ?? hours2 ?? hours3 ?? 0);
  if (hours > 14) return null;
  const sign = (sign1 ?? sign2 ?? sign3) === "-" ? -1 : 1;
  return sign * (hours * 60 + Number(minutes)) + 0;
}
