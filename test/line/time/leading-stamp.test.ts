import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createClock } from "../../../src/line/time/create-clock.ts";
import { timeFormats } from "../../../src/line/time/formats/index.ts";
import { leadingStampEnd } from "../../../src/line/time/leading-stamp.ts";
import type { PlacedFormat } from "../../../src/line/time/time-format.ts";

const plain = (Object.values(timeFormats.placed) as PlacedFormat[]).flatMap(({ plainDate }) => plainDate ?? []);
const clock = () => createClock({ zone: "UTC", now: () => Date.parse("2026-11-22T12:00:00Z") });

describe("the stamp that a line begins with", () => {
  test.each([
    ["2026-11-22 08:30:00", " error 10054"],
    ["[2026/11/22 08:30:00", "] error 10054"],
    ["2026-11-22T08:30:00.995123", "Z error 10054"],
    ["2026-11-22 08:30:00,996", " error 10054"],
    ["22.11.2026 08:30:00.120", " error 10054"],
    ["22/Nov/2026:08:30:00", " +0100 error 10054"],
    ["Nov  2 08:30:00", " host app: error 10054"],
    ["<134>1 2026-11-22T08:30:00.003", "Z host"],
    ["[Sun Nov 22 2026 08:30:00", "] error 10054"],
  ])("ends behind its digits: %s", (stamp, rest) => {
    expect(leadingStampEnd(stamp + rest)).toBe(stamp.length);
  });

  test.each([
    "10054 08:30:00 recv failed",
    "error 2026-11-22 08:30:00",
    "2026-11-22 08:30 error",
    "2026-11-22 08:30:001 error",
    "2026-11-22 08:30:00:10054",
    "Foo 22 08:30:00 error",
    "",
  ])("is not there: %s", (line) => {
    expect(leadingStampEnd(line)).toBe(0);
  });

  test("is one that the clock reads, whatever its date", () => {
    expect(plain.length).toBeGreaterThan(3);
    const stamp = fc.tuple(
      fc.constantFrom(...plain).chain((date) => fc.stringMatching(new RegExp(`^${date}$`))),
      fc.constantFrom(" ", "T", ", "),
    );
    let read = 0;
    fc.assert(
      fc.property(stamp, ([date, separator]) => {
        const line = `${date}${separator}08:30:00 connect`;
        const time = clock().read(line);
        // A date with both separators mixed, or the 31st of November, is a stamp that no clock can read.
        if (time === null) return;
        read++;
        expect(leadingStampEnd(line)).toBe(line.indexOf(" connect"));
        expect(new Date(time).toISOString()).toMatch(/T08:30:00.000Z$/);
      }),
      { numRuns: 2000 },
    );
    expect(read).toBeGreaterThan(100);
  });
});
