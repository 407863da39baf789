import { timeFormats } from "./formats/index.ts";
import type { PlacedFormat } from "./time-format.ts";
import { plainTime } from "./time-of-day.ts";
import { shortWeekdayPattern } from "./words.ts";

const placed: readonly PlacedFormat[] = Object.values(timeFormats.placed);
const date = placed.flatMap(({ plainDate }) => plainDate ?? []).join("|");
/** A stamp, with an opening bracket, syslog's priority and version, or a weekday before it. */
const pattern = new RegExp(
  `[[(]?(?:<\\d{1,3}>(?:1 )?)?(?:${shortWeekdayPattern},? )?(?:${date})[T :,_]{1,2}${plainTime}`,
  "y",
);

/**
 * Returns where the stamp (a date and a time of day) ends that a line begins with; 0 when there is none. Only spellings
 * that have the same width in all lines of a log are read.
 */
export function leadingStampEnd(line: string): number {
  pattern.lastIndex = 0;
  return pattern.test(line) ? pattern.lastIndex : 0;
}
