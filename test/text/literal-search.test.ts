import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toLowerCase } from "../../src/text/byte-string.ts";
import { FoldedBytes } from "../../src/text/folded-bytes.ts";
import { LiteralSearch } from "../../src/text/literal-search.ts";

const letters = fc.constantFrom("a", "b", "A", "1", "\xd0", "\xe5");
const literal = fc.array(letters, { minLength: 3, maxLength: 8 }).map((all) => toLowerCase(all.join("")));
const literals = fc.uniqueArray(literal, { minLength: 1, maxLength: 8 });
const anyText = fc.array(letters, { maxLength: 60 }).map((all) => all.join(""));
/** Literals, and a text that holds some of them. */
const literalsAndText = literals.chain((all) => {
  const whole = fc.constantFrom(...all, ...all.map((one) => one.toUpperCase().replace(/[^\x00-\xff]/g, "?")));
  return fc.tuple(
    fc.constant(all),
    fc.array(fc.oneof(whole, anyText), { maxLength: 8 }).map((some) => some.join("")),
  );
});

type Place = readonly [literal: string, start: number, end: number];

/** Every place, the slow way. */
function placesOf(literals: readonly string[], text: string, from: number, to: number): Place[] {
  const longestFirst = literals.toSorted((a, b) => b.length - a.length);
  const places: Place[] = [];
  for (let start = from; start < to; start++) {
    for (const one of longestFirst) {
      const end = start + one.length;
      if (end <= to && text.startsWith(one, start)) places.push([one, start, end]);
    }
  }
  return places;
}

function search(literals: readonly string[], text: string, from: number, to: number, most = Infinity): Place[] {
  const bytes = new FoldedBytes();
  bytes.write("something longer that the memory held before, WSAECONNRESET, 10054, and more of it");
  bytes.write(text);
  const places: Place[] = [];
  new LiteralSearch(literals.map((one) => [one, one] as const)).search(bytes, from, to, (one, start, end) => {
    places.push([one, start, end]);
    return places.length === most;
  });
  return places;
}

describe("the search for literals", () => {
  test("visits every place in the range in order, the longest of one place first", () => {
    let found = 0;
    fc.assert(
      fc.property(literalsAndText, fc.nat(20), fc.nat(200), ([all, text], from, length) => {
        const to = Math.min(text.length, from + length);
        const expected = placesOf(all, toLowerCase(text), from, to);
        found += expected.length;
        expect(search(all, text, from, to)).toEqual(expected);
      }),
      { numRuns: 3000 },
    );
    expect(found).toBeGreaterThan(1000);
  });

  test("ends when the visitor says so", () => {
    const text = "wsa error wsa error";
    expect(search(["wsa", "error"], text, 0, text.length, 2)).toEqual(placesOf(["wsa", "error"], text, 0, 9));
  });
});

describe("folded bytes", () => {
  test("are the bytes of the text in lower case, whatever was there before", () => {
    const bytes = new FoldedBytes();
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 255 })), fc.boolean(), (all, asText) => {
        const text = String.fromCharCode(...all);
        if (asText) expect(bytes.write(text)).toBe(all.every((byte) => byte < 0x80));
        else bytes.copy(Uint8Array.from(all));
        expect(String.fromCharCode(...bytes.bytes.subarray(0, bytes.length))).toBe(toLowerCase(text));
      }),
    );
  });
});
