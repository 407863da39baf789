import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { WsaError } from "../../../src/error.ts";
import type { ClockState } from "../../../src/line/time/clock.ts";
import { createClock } from "../../../src/line/time/create-clock.ts";
import type { DateOrderChoice } from "../../../src/line/time/date-order.ts";
import { timeFormats } from "../../../src/line/time/formats/index.ts";
import { w3cSamples } from "../../../src/line/time/w3c.ts";
import { byteLines } from "../byte-lines.ts";

const now = () => Date.parse("2026-11-22T12:00:00Z");
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const two = (value: number) => String(value).padStart(2, "0");

/** The fields of a wall clock, as the formats below write them. */
function fields(local: number) {
  const wall = new Date(local);
  const [month, day] = [wall.getUTCMonth() + 1, wall.getUTCDate()];
  const hour = wall.getUTCHours();
  const time = `${two(hour)}:${two(wall.getUTCMinutes())}:${two(wall.getUTCSeconds())}`;
  const time12 = `${hour % 12 || 12}${time.slice(2)} ${hour < 12 ? "AM" : "PM"}`;
  return { year: wall.getUTCFullYear(), month: two(month), day: two(day), name: months[month - 1], time, time12 };
}
type Fields = ReturnType<typeof fields>;

const withOffset: readonly (readonly [string, (f: Fields, offset: string) => string])[] = [
  ["ISO", (f, o) => `${f.year}-${f.month}-${f.day}T${f.time}.000${o.slice(0, 3)}:${o.slice(3)}`],
  ["ISO with blanks", (f, o) => `${f.year}-${f.month}-${f.day} ${f.time} ${o}`],
  ["basic ISO", (f, o) => `${f.year}${f.month}${f.day}T${f.time.replaceAll(":", "")}${o}`],
  ["Apache", (f, o) => `10.0.0.5 - - [${f.day}/${f.name}/${f.year}:${f.time} ${o}] "GET /"`],
  ["RFC 2822", (f, o) => `${Number(f.day)} ${f.name} ${f.year} ${f.time} ${o}`],
  ["RFC 5424", (f, o) => `<34>1 ${f.year}-${f.month}-${f.day}T${f.time}${o.slice(0, 3)}:${o.slice(3)} host`],
  ["JavaScript", (f, o) => `Sun ${f.name} ${f.day} ${f.year} ${f.time} GMT${o}`],
  ["JSON", (f, o) => `{"n":1,"time":"${f.year}-${f.month}-${f.day}T${f.time}${o}"}`],
];
/** With the order of day and month, where it has to be known for days to come. */
const withoutOffset: readonly (readonly [string, (f: Fields) => string, DateOrderChoice])[] = [
  ["slashes", (f) => `${f.year}/${f.month}/${f.day} ${f.time}`, "auto"],
  ["ctime", (f) => `Sun ${f.name} ${f.day} ${f.time} ${f.year}`, "auto"],
  ["java.util.logging", (f) => `${f.name} ${Number(f.day)}, ${f.year} ${f.time12}`, "auto"],
  ["dots", (f) => `${f.day}.${f.month}.${f.year} ${f.time}`, "dmy"],
  ["US", (f) => `${f.month}/${f.day}/${f.year} ${f.time12}`, "mdy"],
  ["glued", (f) => `${f.year}${f.month}${f.day} ${f.time.replaceAll(":", "")}`, "auto"],
];

const seconds = fc.integer({ min: Date.UTC(1971, 0, 1) / 1000, max: Date.UTC(2098, 11, 30) / 1000 });
const quarters = fc.integer({ min: -12 * 4, max: 14 * 4 });

describe("a clock", () => {
  test.each(withOffset)("reads back any instant in any offset: %s", (_, write) => {
    fc.assert(
      fc.property(seconds, quarters, (second, quarter) => {
        const minutes = Math.abs(quarter) * 15;
        const offset = `${quarter < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}${two(minutes % 60)}`;
        const line = write(fields(second * 1000 + quarter * 900_000), offset);
        expect(createClock({ zone: "Asia/Tokyo", now }).read(`${line} connect`)).toBe(second * 1000);
      }),
    );
  });

  test.each(withoutOffset)("reads back any wall clock in its own zone: %s", (_, write, dateOrder) => {
    fc.assert(
      fc.property(seconds, (second) => {
        const clock = createClock({ zone: "Asia/Kolkata", dateOrder, now });
        expect(clock.read(`${write(fields(second * 1000))} connect`)).toBe(second * 1000 - 5.5 * 3_600_000);
      }),
    );
  });

  test("never throws, whatever the lines", () => {
    const piece = fc.constantFrom(
      "2026-",
      "11/22",
      "08:30",
      ":00",
      " ",
      "99",
      "#Fields:",
      " date time",
      '{"time":',
      "Nov ",
      "<time=",
    );
    const line = fc.oneof(
      byteLines,
      fc.array(piece).map((pieces) => pieces.join("")),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const clock = createClock({ zone: "Europe/Berlin", now });
        for (const one of lines) {
          const time = clock.read(one);
          expect(time === null || Number.isSafeInteger(time)).toBe(true);
        }
      }),
    );
  });

  test("agrees with a fresh clock, whatever full stamps it has read before", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(seconds, fc.nat(withOffset.length - 1)), { minLength: 1 }), (stamps) => {
        const clock = createClock({ zone: "UTC", now });
        for (const [second, format] of stamps) {
          const line = withOffset[format]?.[1](fields(second * 1000), "+0000") ?? "";
          expect(clock.read(line)).toBe(createClock({ zone: "UTC", now }).read(line));
        }
      }),
    );
  });

  test("gives a line without a year the latest one that is not in the future", () => {
    const clock = createClock({ zone: "UTC", now: () => Date.parse("2027-01-01T00:00:10Z") });
    expect(clock.read("Dec 31 23:59:59 host app: a")).toBe(Date.parse("2026-12-31T23:59:59Z"));
    expect(clock.read("Jan  1 00:00:05 host app: b")).toBe(Date.parse("2027-01-01T00:00:05Z"));
  });

  test("lets a stamp run ahead of now by a day, for clocks that are wrong and zones that are", () => {
    const clock = createClock({ zone: "UTC", now });
    expect(clock.read("Nov 23 11:59:59 host app: a")).toBe(Date.parse("2026-11-23T11:59:59Z"));
    expect(clock.read("Nov 23 12:00:01 host app: a")).toBe(Date.parse("2025-11-23T12:00:01Z"));
  });

  test("ignores a date far inside the message", () => {
    const clock = createClock({ zone: "UTC", now });
    expect(clock.read(`${"x ".repeat(80)}certificate expires 2027-01-01 00:00:00`)).toBeNull();
  });

  test("reads on as if it had never been put away", () => {
    const told = [...Object.values(timeFormats.placed), ...Object.values(timeFormats.keyed)]
      .flatMap(({ samples }) => samples)
      .concat(w3cSamples);
    const lines = [
      ...told.flatMap(([each]) => each.split("\n")),
      "08:30:00 a",
      "  08:31:00 b",
      "[1] 08:32:00 c",
      "#Fields: time",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...lines), { maxLength: 20 }), fc.nat(19), (log, cut) => {
        const whole = createClock({ zone: "Europe/Berlin", now });
        let parts = createClock({ zone: "Europe/Berlin", now });
        for (const [i, line] of log.entries()) {
          if (i === cut) {
            const state: ClockState = JSON.parse(JSON.stringify(parts.state()));
            parts = createClock({ zone: "Europe/Berlin", now });
            parts.restore(state);
          }
          expect(parts.read(line)).toBe(whole.read(line));
          expect(parts.state()).toEqual(whole.state());
        }
      }),
      { numRuns: 300 },
    );
  });

  test("refuses a zone that does not exist", () => {
    expect(() => createClock({ zone: "Mars/Olympus", now })).toThrow(WsaError);
  });
});

test("takes the name of a format for what is in its own list alone", () => {
  const clock = createClock({ zone: "UTC", now });
  clock.restore({ ...clock.state(), usual: { format: "constructor", at: 0 } });
  expect(clock.read("2026-11-22 08:30:00 x")).toBe(Date.UTC(2026, 10, 22, 8, 30));
});
