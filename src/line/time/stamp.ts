import type { Offset } from "./offset.ts";
import type { TimeOfDay } from "./time-of-day.ts";

/** A stamp as the line spells it, before the Clock adds its zone, and its year or date if they are missing. */
export interface Stamp {
  /** Milliseconds of its wall clock since 1970-01-01 00:00; without a year in 2000, without a date on 1970-01-01. */
  readonly local: number;
  readonly offset: Offset;
  readonly missing: "nothing" | "year" | "date";
}

const dayMs = 86_400_000;
const earliestYear = 1970;
const latestYear = 2099;
// A leap year, so that "Feb 29" without a year is kept until the Clock finds a year that has one.
const leapYear = 2000;

/** A stamp from its fields, or null when there is no such day; `year` null: the line names none. */
export function stampOf(year: number | null, month: number, day: number, time: TimeOfDay | null): Stamp | null {
  if (time === null) return null;
  const date = dateOf(year ?? leapYear, month, day);
  if (date === null) return null;
  return { local: date + time.ms, offset: time.offset, missing: year === null ? "year" : "nothing" };
}

/** The start of a day in milliseconds, or null when the calendar or a sane log has no such day. */
export function dateOf(year: number, month: number, day: number): number | null {
  if (year < earliestYear || year > latestYear || month < 1 || month > 12 || day < 1 || day > 31) return null;
  // Of these years every fourth is a leap year, 2000 too.
  const isLeap = year % 4 === 0;
  if (day > 28 && day > (month === 2 ? (isLeap ? 29 : 28) : monthDays(month))) return null;
  const leapDays = ((year - 1969) >> 2) + (isLeap && month > 2 ? 1 : 0);
  return ((year - 1970) * 365 + leapDays + (daysBefore[month - 1] as number) + day - 1) * dayMs;
}

const daysBefore = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/** Of any month but February. */
function monthDays(month: number): number {
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The start of the day that a local time falls on. */
export function dayStart(local: number): number {
  return Math.floor(local / dayMs) * dayMs;
}

/** A year in two digits, as the Unix and Windows tables have it: 70 to 99 are the last century. */
export function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}
