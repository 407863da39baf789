import type { PlacedFormat } from "../time-format.ts";
import { readTimeOfDay } from "../time-of-day.ts";

const farthestColumn = 40;
const shape = /\d{1,2}:\d{2}:\d{2}(?!:(?!\s|[A-Za-z]{3}|\d{3}(?![\d:])))/y;
const durationBefore =
  /(?:lifetime|duration|elapsed|uptime|took|after|within|span|timeout|expires?|in|for|of|last|every)[\s:=("']*$/i;
// The rest of a date that no format knows: its time alone would get another day.
const dateBefore = /[./-] ?\d{1,4}[ T]$/;
const durationAfter = /\.?\d*\s?(?:h|hours?|elapsed|ago|remaining|left)\b/y;

/** A time of day alone, near the start of the line: the Clock finds its date. */
export const bareTime: PlacedFormat = {
  first: "digit",
  read(line, at) {
    if (at > farthestColumn) return null;
    shape.lastIndex = at;
    if (!shape.test(line)) return null;
    const time = readTimeOfDay(line, at);
    const before = line.slice(0, at);
    if (time === null || durationBefore.test(before) || dateBefore.test(before)) return null;
    durationAfter.lastIndex = time.end;
    return durationAfter.test(line) ? null : { local: time.ms, offset: time.offset, missing: "date" };
  },
  samples: [
    ["2026-11-22 08:00:00 open\n08:30:00.123 connect", "UTC", "2026-11-22T08:30:00.123Z"],
    ["2026-11-22 08:00:00 open\n4711 08:30:00 458 debug1: recv", "Europe/Berlin", "2026-11-22T07:30:00.000Z"],
    ["2026-11-22T23:59:00+09:00 open\n00:00:05 connect", "UTC", "2026-11-22T15:00:05.000Z"],
    ["2026-11-22 23:59:58 open\n00:00:01 a\n23:59:59 late\n00:00:02 b", "UTC", "2026-11-23T00:00:02.000Z"],
    ["2026-11-22 08:00:00 open\n[8:30:00 PM] connect", "UTC", "2026-11-22T20:30:00.000Z"],
    ["2026-11-22 08:00:00 open\nMSI (s) (A4:1C) [08:30:00:123]: connect", "UTC", "2026-11-22T08:30:00.123Z"],
    ["2026-11-22 08:00:00 open\nAction 8:30:00: Register. connect", "UTC", "2026-11-22T08:30:00.000Z"],
    ["08:30:00 connect", "UTC", null],
    ["2026-11-22 08:00:00 open\n39/39/2026 08:30:00 connect", "UTC", null],
    ["2026-11-22 08:00:00 open\nlifetime 00:01:02 closed", "UTC", null],
    ["2026-11-22 08:00:00 open\nmac 00:11:22:33:44:55 gone", "UTC", null],
    ["2026-11-22 08:00:00 open\n01:02:03 elapsed", "UTC", null],
    ["08:30:00 certificate expires 2027-01-01 00:00:00", "UTC", null],
    ["08:30:00 1|app  | 2026-11-22 08:30:00: connect", "UTC", "2026-11-22T08:30:00.000Z"],
    ["2026-11-22 08:00:00 open\n08:30:00 retry of 2026-11-20 06:30:00: connect", "UTC", "2026-11-22T08:30:00.000Z"],
  ],
};
