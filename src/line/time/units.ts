import { toBytes } from "../../text/byte-string.ts";
import { halfDayPattern } from "./half-day.ts";
import { readOffset } from "./offset.ts";
import { hourOf, msOfDay, type TimeOfDay } from "./time-of-day.ts";

const [hour, minute, second] = ["时|時|点|點|시", "分|분", "秒|초"].map((words) => `(?:${toBytes(words)})`);
const timePattern = new RegExp(
  `(?:(${halfDayPattern}) ?)?(\\d{1,2}) ?${hour} ?(\\d{1,2}) ?${minute}(?: ?(\\d{1,2}) ?${second})?`,
  "y",
);

/** Reads a time with the words of its units at a column: `8时30分5秒`, `下午 8時30分`, `오후 8시 30분 0초`. */
export function readUnits(line: string, at: number): TimeOfDay | null {
  timePattern.lastIndex = at;
  const match = timePattern.exec(line);
  if (match === null) return null;
  const end = timePattern.lastIndex;
  const [, half, hour, minute, second = 0] = match;
  const ms = msOfDay(hourOf(Number(hour), half), Number(minute), Number(second), "");
  return ms === null ? null : { ms, offset: readOffset(line, end), halfDay: half !== undefined, seconds: true, end };
}
