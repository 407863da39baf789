import type { WrittenDate } from "./date-order.ts";
import { fullYear } from "./stamp.ts";

// Near the start of a line, as stamps are; at any column of a row of quoted fields.
const startRegion = 160;
const date =
  /(?<![\d./-])(\d{1,2})([/.-]|\. )(\d{1,2})\2(\d{4}|\d{2})(?=(?:["\]]?[T ,;:|_\t-]{1,4}["[]?| (?:um|klo) )\d{1,2}[:.]\d\d)|\d\d:\d\d:\d\d(?:[.,]\d{1,9})? (\d{1,2})([/.-])(\d{1,2})\6(\d{4}|\d{2})(?![\d./-])/g;
const yearless = /^[^\d]{0,24}(\d{1,2})[/.-](\d{1,2})(?=\.?[ T|-]{1,3}\d\d:\d\d:\d\d)/;

/**
 * The numeric dates of a text (a byte string) that stamps begin with, or end with, in their order; neighbours that are equal
 * are one, and the year is 0 where none is named.
 */
export function writtenDates(text: string): WrittenDate[] {
  const dates: WrittenDate[] = [];
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf("\n", at);
    const end = newline < 0 ? text.length : newline;
    // The first and the last line of a sample may be cut: a part of a date is none.
    const line = text.slice(at, Math.min(end, at + startRegion));
    at = end + 1;
    date.lastIndex = 0;
    const match = date.exec(line);
    const short = match === null ? yearless.exec(line) : null;
    if (short !== null) add(Number(short[1]), Number(short[2]), 0);
    if (match === null) continue;
    const [, a = match[5], mark = match[6], b = match[7], year = match[8]] = match;
    // "26/11/03 14:22:07 ERROR" may begin with the year, and with dashes it does.
    if (year?.length === 2 && mayBeginWithYear(Number(a), Number(year), mark)) continue;
    add(Number(a), Number(b), fullYear(year ?? ""));
  }
  return dates;

  function add(a: number, b: number, year: number): void {
    if (a > 31 || b > 31 || (a > 12 && b > 12) || a * b === 0) return;
    const last = dates.at(-1);
    if (last?.[0] !== a || last[1] !== b || last[2] !== year) dates.push([a, b, year]);
  }
}

/** Whether the first of the two digits may be a year: "13/11/26" ends with it, as a log of 2013 is less likely than one of today. */
function mayBeginWithYear(first: number, last: number, mark: string | undefined): boolean {
  if (last < 20 || last >= 70) return mark === "-" || first > 12;
  return mark === "-" ? first > 12 : first > last - 5;
}
