import { dateOf } from "./stamp.ts";

const noonMs = 43_200_000;
const yearFirst = /(?<!\d)(20\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)/;
const dayFirst = /(?<!\d)(0[1-9]|[12]\d|3[01])\.(0[1-9]|1[0-2])\.(20\d\d)(?!\d)/;
/** logrotate's `dateext` is the day on which a log ended. */
const rotation = /\.log-\d{8}(?:\.\w{2,4})?$/;

/** Noon of the day that a log's name has (a wall clock's milliseconds), for lines that have only a time of day; else null. */
export function dateInName(name: string): number | null {
  const file = name.slice(Math.max(name.lastIndexOf("/"), name.lastIndexOf("\\")) + 1);
  if (rotation.test(file)) return null;
  const [, year, , month, day] = yearFirst.exec(file) ?? [];
  if (year !== undefined) return noonOf(Number(year), Number(month), Number(day));
  const [, germanDay, germanMonth, germanYear] = dayFirst.exec(file) ?? [];
  return germanYear === undefined ? null : noonOf(Number(germanYear), Number(germanMonth), Number(germanDay));
}

/** What comes before the date of a header: a word for a log or its beginning, or at most a weekday. */
const header =
  /^[^A-Za-z\x80-\xff\d]*(?:[^\d]{0,40}\b(?:log|logs|logging|logfile|log file|session|trace|date|datum|fecha|protokoll|start|started|opened|begin|begins|began)\b[^\d]{0,24}|(?:[A-Za-z\x80-\xff]{2,14},? )?(?:[A-Za-z\x80-\xff]{3,12}\.? )?)\d[\w\x80-\xff /.,-]{5,30}[^A-Za-z\d\x80-\xff]*$/i;
const longestHeader = 100;

/** A header that ends with a date, with noon behind it as its time; null for any other line. */
export function headerWithTime(line: string): string | null {
  if (line.length > longestHeader || !header.test(line)) return null;
  return `${line.replace(/[^A-Za-z\d\x80-\xff]+$/, "")} 12:00:00`;
}

/** `23:40:02: Current Date/Time: 2026-11-17, 23:40:02`, `09:39:16 Current date: 2026-10-07`. */
const told =
  /\b(?:current |start(?:ing)? |today'?s? |log |local |system )?(?:date(?:[ /&]{1,3}time)?|datum|fecha|data)\b[^\d\n]{0,12}(\d{1,4}[-/. ][\w-/. ]{3,14}\d)(?!\d)/i;

/** The date that a line has behind a word for it, with noon as its time; null for any other line. */
export function toldDate(line: string): string | null {
  const date = line.length > longestHeader ? undefined : told.exec(line)?.[1];
  return date === undefined ? null : `${date} 12:00:00`;
}

/** FlexNet's own dates, behind a time of day at the beginning of the line. */
const dateAtEnd = /(?:\bTIMESTAMP |\()(\d{1,2})\/(\d{1,2})\/(20\d\d)\)?\s*$/;

/** Midnight of the day that a line ends with (a wall clock's milliseconds), as in "8:15:03 (lmgrd) TIMESTAMP 9/18/2026"; else null. */
export function dateBehind(line: string): number | null {
  const [, month, day, year] = dateAtEnd.exec(line.slice(-32)) ?? [];
  return year === undefined ? null : dateOf(Number(year), Number(month), Number(day));
}

function noonOf(year: number, month: number, day: number): number | null {
  const date = dateOf(year, month, day);
  return date === null ? null : date + noonMs;
}
