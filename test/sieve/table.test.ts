import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createSieve } from "../../src/sieve/index.ts";

/** What a sieve has to answer, the slow way. */
function oracle(fingerprints: readonly string[], bytes: string, from: number, to: number): number {
  const folded = bytes.slice(0, to).replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const places = fingerprints.map((fingerprint) => folded.indexOf(fingerprint, from)).filter((at) => at >= 0);
  return places.length === 0 ? -1 : Math.min(...places);
}

const byte = fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code));
const letter = fc.constantFrom("a", "b", "A", "B", "1", "0", "\xe5", "\n");
const bytes = fc.array(fc.oneof(letter, byte), { maxLength: 60 }).map((all) => all.join(""));
const fingerprint = fc
  .array(fc.constantFrom("a", "b", "1", "0", "\xe5"), { minLength: 3, maxLength: 5 })
  .map((all) => all.join(""));

describe("the sieve", () => {
  test("finds the first fingerprint in any range of any bytes", () => {
    fc.assert(
      fc.property(
        fc.array(fingerprint, { minLength: 1, maxLength: 8 }),
        bytes,
        fc.nat(60),
        fc.nat(60),
        (prints, text, a, b) => {
          const from = Math.min(a, text.length);
          const to = Math.min(Math.max(b, from), text.length);
          expect(createSieve(prints).next(text, from, to)).toBe(oracle(prints, text, from, to));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("ignores the case of ASCII letters and of nothing else", () => {
    const sieve = createSieve(["wsae", "\xe0bc"]);
    expect(sieve.next("xWsAEx", 0, 6)).toBe(1);
    expect(sieve.next("\xc0bc", 0, 3)).toBe(-1);
  });

  test("refuses fingerprints that would let everything pass", () => {
    expect(() => createSieve(["wsa", "er"])).toThrow(RangeError);
  });
});
