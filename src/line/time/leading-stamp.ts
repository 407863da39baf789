import { timeFormats } from "./formats/index.ts";
import type { PlacedFormat } from "./time-format.ts";
import { plainTime } from "./time-of-day.ts";
import { shortWeekdayPattern } from "./words.ts";

const placed: readonly PlacedFormat[] = Object.values(timeFormats.placed);
const date = placed.flatMap(({ plainDate }) => plainDate ?? []).join("|");
/** With what may come before a stamp: an opening bracket, syslog's priority and version, a weekday. */
const pattern = new RegExp(
  `[[(]?(?:<\\d{1,3}>(?:1 )?)?(?:${shortWeekdayPattern},? )?(?:${date})[T :,_]{1,2}${plainTime}`,
  "y",
);

/**
 * Returns where the stamp ends that a line begins with, a date and a time of day; 0 without one, or for one in a rare
 * spelling: only those that keep their width from line to line are read.
 */
export function leadingStampEnd(line: string): number {
  pattern.lastIndex = 0;
  return pattern.test(line) ? pattern.lastIndex : 0;
}
