import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fingerprints } from "../../src/pipeline.ts";
import type { CreateSieve, Sieve } from "../../src/sieve/index.ts";
import { loadSimd } from "../../src/sieve/load.ts";
import { createTableSieve } from "../../src/sieve/table.ts";

const createSimdSieve = loadSimd() as CreateSieve;

/** What a sieve has to answer, the slow way. */
function oracle(prints: readonly string[], bytes: string, from: number, to: number): number {
  const folded = bytes.slice(0, to).replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const places = prints.map((print) => folded.indexOf(print, from)).filter((at) => at >= 0);
  if (places.length === 0) return -1;
  const place = Math.min(...places);
  return place === from ? from : Math.max(from, bytes.lastIndexOf("\n", place - 1) + 1);
}

/** Asks a sieve with the bytes somewhere in its memory, and bytes of other logs around them. */
function ask(sieve: Sieve, bytes: string, from: number, to: number, at = 0): number {
  sieve.reserve(at + bytes.length + 64);
  sieve.bytes.fill(0x31);
  for (let i = 0; i < bytes.length; i++) sieve.bytes[at + i] = bytes.charCodeAt(i);
  const place = sieve.next(at + from, at + to);
  return place < 0 ? -1 : place - at;
}

const byte = fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code));
const letter = fc.constantFrom("a", "b", "A", "B", "1", "0", "\xe5", "\n");
const bytes = fc.array(fc.oneof(letter, byte), { maxLength: 60 }).map((all) => all.join(""));
const print = fc
  .array(fc.constantFrom("a", "b", "1", "0", "\xe5"), { minLength: 3, maxLength: 8 })
  .map((all) => all.join(""));

describe.each([
  ["in SIMD", createSimdSieve],
  ["in plain TypeScript", createTableSieve],
])("the sieve %s", (_, create) => {
  test("finds the first line with a fingerprint in any range of any bytes", () => {
    fc.assert(
      fc.property(
        fc.array(print, { minLength: 1, maxLength: 8 }),
        bytes,
        fc.nat(60),
        fc.nat(60),
        fc.nat(40),
        (prints, text, a, b, at) => {
          const from = Math.min(a, text.length);
          const to = Math.min(Math.max(b, from), text.length);
          expect(ask(create(prints), text, from, to, at)).toBe(oracle(prints, text, from, to));
        },
      ),
      { numRuns: 500 },
    );
  });

  test("ignores the case of ASCII letters and of nothing else", () => {
    const sieve = create(["wsae", "\xe0bc", "[x]"]);
    expect(ask(sieve, "WsAE", 0, 4)).toBe(0);
    expect(ask(sieve, "\xc0bc", 0, 3)).toBe(-1);
    expect(ask(sieve, "{x}", 0, 3)).toBe(-1);
  });

  test("counts line ends", () => {
    fc.assert(
      fc.property(bytes, fc.nat(60), (text, from) => {
        const sieve = create(["code"]);
        ask(sieve, text, 0, 0);
        const expected = text.slice(from).split("\n").length - 1;
        expect(sieve.lineEnds(Math.min(from, text.length), text.length)).toBe(expected);
      }),
    );
  });

  test("keeps what it holds when it gets more room", () => {
    const sieve = create(["code"]);
    ask(sieve, "some code", 0, 9);
    sieve.reserve(10_000_000);
    expect(sieve.next(0, 9)).toBe(0);
  });

  test.each([["er"], ["Wsa"], ["two\nlines"], ["\u5341\u4e8c\u4e09"], ["x".repeat(256)]])(
    "refuses the fingerprint %j",
    (unfit) => {
      expect(() => create(["wsa", unfit])).toThrow(RangeError);
    },
  );
});

const simd = createSimdSieve(fingerprints);
const table = createTableSieve(fingerprints);

describe("the sieve and its twin", () => {
  test("let the same lines through, whatever the bytes around the program's own fingerprints", () => {
    const piece = fc.oneof(
      fc.constantFrom(...fingerprints),
      fc.constantFrom(...fingerprints).map((whole) => whole.toUpperCase().replace(/[^\x00-\xff]/g, "?")),
      fc.constantFrom(...fingerprints).map((whole) => whole.slice(1)),
      fc.constantFrom(...fingerprints).map((whole) => whole.slice(0, -1)),
      bytes,
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join("");
        expect(ask(simd, text, 0, text.length)).toBe(ask(table, text, 0, text.length));
        expect(ask(simd, text, 0, text.length)).toBe(oracle(fingerprints, text, 0, text.length));
      }),
      { numRuns: 3000 },
    );
  });

  test("find each fingerprint at every place in a vector", () => {
    for (const each of fingerprints) {
      for (let before = 0; before < 17; before++) {
        const text = `${"x".repeat(before)}\n${each}`;
        expect([each, ask(simd, text, 0, text.length)]).toEqual([each, oracle(fingerprints, text, 0, text.length)]);
      }
    }
  });
});
