import { describe, expect, test } from "vitest";
import { createClock } from "../../../src/line/time/create-clock.ts";
import { timeFormats } from "../../../src/line/time/formats/index.ts";
import { stampOf } from "../../../src/line/time/stamp.ts";
import type { KeyedFormat, PlacedFormat, TimeFormats } from "../../../src/line/time/time-format.ts";
import { readTimeOfDay } from "../../../src/line/time/time-of-day.ts";

const pattern = /(\d{4})w(\d{2})d(\d) /y;

/** `2026w47d7 08:30:00`: the week of the year and the day of the week. */
const week: PlacedFormat = {
  first: "digit",
  read(line, at) {
    pattern.lastIndex = at;
    const match = pattern.exec(line);
    if (match === null) return null;
    const day = 7 * (Number(match[2]) - 1) + Number(match[3]);
    const date = new Date(Date.UTC(Number(match[1]), 0, day - 3));
    const time = readTimeOfDay(line, pattern.lastIndex);
    return stampOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(), time);
  },
  samples: [["2026w47d7 08:30:00 connect", "UTC", "2026-11-22T08:30:00.000Z"]],
};

const key = "at the time of ";
const timeOf: KeyedFormat = {
  turn: "before columns",
  find(line, readAt) {
    const at = line.indexOf(key);
    return at < 0 ? null : readAt(line, at + key.length);
  },
  samples: [
    ["2020-01-01 00:00:00 failed at the time of 2026-11-22 08:30:00", "UTC", "2026-11-22T08:30:00.000Z"],
    ["failed at the time of 2026w47d7 08:30:00", "UTC", "2026-11-22T08:30:00.000Z"],
  ],
};

const formats: TimeFormats = {
  placed: { ...timeFormats.placed, week },
  keyed: { ...timeFormats.keyed, timeOf },
};
const now = () => Date.parse("2026-11-22T12:00:00Z");

describe("a format of times is added by its file and its place in the list", () => {
  test.each([...week.samples, ...timeOf.samples])("%s", (line, zone, time) => {
    const clock = createClock({ zone, now, formats });
    expect(new Date(clock.read(line) as number).toISOString()).toBe(time);
    const other = createClock({ zone, now }).read(line);
    expect(other === null || new Date(other).toISOString() !== time).toBe(true);
  });

  test("another time format is remembered by a clock that is put away", () => {
    const clock = createClock({ zone: "UTC", now, formats });
    clock.read("[1] 2026w47d7 08:30:00 connect");
    expect(clock.state().usual).toEqual({ format: "week", at: 4 });
    const next = createClock({ zone: "UTC", now, formats });
    next.restore(clock.state());
    expect(next.state()).toEqual(clock.state());
  });
});
