import fc from "fast-check";
import { expect, test } from "vitest";
import { recognisers } from "../../src/recognise/forms/index.ts";
import { Line } from "../../src/recognise/line.ts";
import { createRecognise } from "../../src/recognise/recognise.ts";
import { anyLine, sampleLines } from "./lines.ts";

const recognise = createRecognise();

test("a match of a form implies one of its literals in the line", () => {
  const check = (line: string) => {
    const lower = new Line(line).lower;
    for (const { form, literals, numbers = [], find } of recognisers) {
      const options = { posixNames: true };
      if (find(new Line(line), options).length === 0) continue;
      expect(
        literals.some((text) => (/[A-Z]/.test(text) ? line : lower).includes(text)) ||
          numbers.some((digits) => new RegExp(`(?<!\\d)${digits}(?!\\d)`).test(line)),
        `${form} in ${line}`,
      ).toBe(true);
    }
  };
  sampleLines.forEach(check);
  fc.assert(fc.property(anyLine, check), { numRuns: 3000 });
});

test("findings are in order, do not overlap and quote the line", () => {
  fc.assert(
    fc.property(anyLine, (line) => {
      let at = 0;
      for (const { start, end, text } of recognise(line)) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(end).toBeGreaterThan(start);
        expect(line.slice(start, end)).toBe(text);
        at = end;
      }
    }),
    { numRuns: 3000 },
  );
});

test("strict findings are the certain ones", () => {
  const strict = createRecognise({ strict: true });
  fc.assert(
    fc.property(anyLine, (line) => {
      expect(strict(line).every(({ confidence }) => confidence === "certain")).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test("a line without a finding gives the same array every time", () => {
  expect(recognise("nothing here")).toBe(recognise("port 10054"));
});

test("lower-casing moves no byte", () => {
  fc.assert(
    fc.property(anyLine, (line) => {
      const { lower } = new Line(line);
      expect(lower).toHaveLength(line.length);
      expect(lower.replace(/[a-z]/g, "x")).toBe(line.replace(/[A-Za-z]/g, "x"));
    }),
  );
});
