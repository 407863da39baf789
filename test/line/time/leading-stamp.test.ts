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

  test("is one that the clock reads, in every spelling of a date that a format calls plain", () => {
    // Of days to come, the clock may take 12/01 for 12 January: that one has been.
    const day = fc.date({ min: new Date("1971-01-02"), max: new Date("2025-12-30"), noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom(...plain), day, (pattern, date) => {
        const spelling = spellingsOf(date).find((one) => new RegExp(`^(?:${pattern})$`).test(one));
        const line = `${spelling} 08:30:00 connect`;
        expect(new Date(clock().read(line) as number).toISOString()).toBe(
          `${date.toISOString().slice(0, 10)}T08:30:00.000Z`,
        );
        expect(leadingStampEnd(line)).toBe(line.indexOf(" connect"));
      }),
      { numRuns: 1000 },
    );
    expect(plain).toHaveLength(4);
  });
});

function spellingsOf(date: Date): string[] {
  const [year, month, day] = date.toISOString().slice(0, 10).split("-");
  const name = date.toUTCString().slice(8, 11);
  return [`${year}-${month}-${day}`, `${month}/${day}/${year}`, `${day}/${name}/${year}`, `${name} ${day} ${year}`];
}
