import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { programLiterals } from "../../src/read/literals.ts";
import { createImage } from "../../src/sieve/image.ts";
import type { Literals } from "../../src/sieve/literals.ts";
import { loadSieve } from "../../src/sieve/load-sieve.ts";
import type { Sieve } from "../../src/sieve/sieve.ts";
import { createSimdSieve } from "../../src/sieve/simd.ts";
import { createTableSieve } from "../../src/sieve/table.ts";

const wasm = readFileSync(new URL("../../dist/sieve/sieve.wasm", import.meta.url));
const createInSimd = (prints: Literals) => createSimdSieve(wasm, createImage(wasm, prints));

type Lines = readonly (readonly [start: number, end: number])[];

/** What a sieve has to answer, the slow way: line by line. */
function oracle({ texts: literals, numbers }: Literals, bytes: string, from: number, to: number): Lines {
  const lower = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const lines = bytes.slice(from, to).match(/[^\n]*\n|[^\n]+$/g) ?? [];
  let end = from;
  return lines.flatMap((line) => {
    const start = end;
    end += line.length;
    const holds =
      literals.some((text) => (/[A-Z]/.test(text) ? line : lower(line)).includes(text)) ||
      numbers.some((digits) => new RegExp(`(?<![\\d.])${digits}(?![\\d_a-km-z])`, "i").test(line));
    return holds ? [[start, end] as const] : [];
  });
}

/** Asks a sieve with the bytes somewhere in its memory, and bytes of other logs around them. */
function ask(sieve: Sieve, bytes: string, from: number, to: number, at = 0): Lines {
  sieve.reserve(at + bytes.length + 64);
  sieve.bytes.fill(0x31);
  for (let i = 0; i < bytes.length; i++) sieve.bytes[at + i] = bytes.charCodeAt(i);
  const lines: [number, number][] = [];
  for (let clean = at + from, count = 1; count > 0; ) {
    count = sieve.candidates(clean, at + to);
    for (let i = 0; i < 2 * count; i += 2) {
      clean = sieve.found[i + 1] as number;
      lines.push([(sieve.found[i] as number) - at, clean - at]);
    }
  }
  return lines;
}

const byte = fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code));
const letter = fc.constantFrom("a", "b", "A", "B", "1", "0", ".", "L", "_", "\xe5", "\n");
const bytes = fc.array(fc.oneof(letter, byte), { maxLength: 60 }).map((all) => all.join(""));
const print = fc
  .array(fc.constantFrom("a", "b", "B", "1", "0", "\xe5"), { minLength: 3, maxLength: 16 })
  .map((all) => all.join(""));
const numeral = fc.array(fc.constantFrom("1", "0"), { minLength: 3, maxLength: 5 }).map((all) => all.join(""));
const prints = fc.record({
  texts: fc.array(print, { minLength: 1, maxLength: 8 }),
  numbers: fc.array(numeral, { maxLength: 3 }),
});
/** Mostly all of the bytes. */
const start = fc.oneof(fc.constant(0), fc.nat(60));
const end = fc.oneof(fc.constant(1000), fc.nat(300));
/** Ranges of several texts for one sieve, because most of the time goes into making it. Some of the bytes are pieces of what is looked for. */
const printsAndTexts = prints.chain((all) => {
  const whole = fc.constantFrom(...all.texts, ...all.numbers);
  const text = fc.array(fc.oneof(whole, bytes), { maxLength: 6 }).map((some) => some.join(""));
  return fc.tuple(fc.constant(all), fc.array(fc.tuple(text, start, end, fc.nat(40)), { minLength: 8, maxLength: 8 }));
});
const only = (...literals: string[]): Literals => ({ texts: literals, numbers: [] });

describe.each([
  ["in SIMD", createInSimd],
  ["in plain TypeScript", createTableSieve],
])("the sieve %s", (_, create) => {
  test("finds the parts in which a literal begins", () => {
    const sieve = create(only("code"));
    const piece = fc.constantFrom("code", "co", "de", "x", "\n", " some other words ", "codecode");
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }),
        fc.nat(40),
        fc.integer({ min: 8, max: 70 }),
        (all, from, part) => {
          const text = all.join("").padEnd(from, "x");
          sieve.reserve(text.length + 64);
          for (let i = 0; i < text.length; i++) sieve.bytes[i] = text.charCodeAt(i);
          const count = sieve.candidates(from, text.length, part);
          const begins = [...text.slice(from).matchAll(/code/g)].map(({ index }) => from + index - (index % part));
          const parts = [...new Set(begins)].flatMap((begin) => [begin, Math.min(begin + part, text.length)]);
          expect([...sieve.found.subarray(0, 2 * count)]).toEqual(parts);
        },
      ),
    );
  });

  test("finds the lines with a literal in any range of any bytes", () => {
    let found = 0;
    fc.assert(
      fc.property(printsAndTexts, ([all, texts]) => {
        const sieve = create(all);
        for (const [text, a, b, at] of texts) {
          const from = Math.min(a, text.length);
          const to = Math.min(Math.max(b, from), text.length);
          const lines = oracle(all, text, from, to);
          found += lines.length;
          expect(ask(sieve, text, from, to, at)).toEqual(lines);
        }
      }),
      { numRuns: 250 },
    );
    expect(found).toBeGreaterThan(200);
  });

  test("finds every line, however many there are", () => {
    const text = "a code\n".repeat(5000);
    const lines = Array.from({ length: 5000 }, (_, i) => [7 * i, 7 * i + 7]);
    expect(ask(create(only("code")), text, 0, text.length)).toEqual(lines);
  });

  test("finds a number only where it is whole", () => {
    const sieve = create({ texts: [], numbers: ["10054", "995"] });
    const text = "110054\n10054\n100540\n=10054L\n9950 995\n1995,\n1.995 \n995ms\n995_\n-995.\nm995;";
    const lines = ask(sieve, text, 0, text.length).map(([start, end]) => text.slice(start, end));
    expect(lines).toEqual(["10054\n", "=10054L\n", "9950 995\n", "-995.\n", "m995;"]);
  });

  test("ignores the case of ASCII letters and of nothing else, unless a capital says that it counts", () => {
    const sieve = create(only("wsae", "\xe0bc", "[x]", "EINTR"));
    expect(ask(sieve, "WsAE", 0, 4)).toEqual([[0, 4]]);
    expect(ask(sieve, "\xc0bc", 0, 3)).toEqual([]);
    expect(ask(sieve, "{x}", 0, 3)).toEqual([]);
    expect(ask(sieve, "an EINTR", 0, 8)).toEqual([[0, 8]]);
    expect(ask(sieve, "an Eintr", 0, 8)).toEqual([]);
  });

  test("counts line ends", () => {
    fc.assert(
      fc.property(bytes, fc.nat(60), (text, from) => {
        const sieve = create(only("code"));
        ask(sieve, text, 0, 0);
        const expected = text.slice(from).split("\n").length - 1;
        expect(sieve.lineEnds(Math.min(from, text.length), text.length)).toBe(expected);
      }),
    );
    const sieve = create(only("code"));
    const many = "\n".repeat(20_003);
    ask(sieve, many, 0, 0);
    expect(sieve.lineEnds(1, many.length - 1)).toBe(20_001);
  });

  test("keeps what it holds when it gets more room", () => {
    const sieve = create(only("code"));
    ask(sieve, "some code", 0, 9);
    sieve.reserve(10_000_000);
    expect([sieve.candidates(0, 9), ...sieve.found.slice(0, 2)]).toEqual([1, 0, 9]);
  });

  test.each([["er"], ["two\nlines"], ["\u5341\u4e8c\u4e09"], ["x".repeat(256)]])("refuses the literal %j", (unfit) => {
    expect(() => create(only("wsa", unfit))).toThrow(RangeError);
    expect(() => create({ texts: ["wsa"], numbers: [unfit] })).toThrow(RangeError);
  });
});

const program = programLiterals();
/** Short and long ones, one that the program has too, and one that shares its beginning with others. */
const more = {
  texts: ["acme_licence_busy", "ACME-", "4e31", "\xe8\xae\xb8\xe5", "wsaeconnreset: own"],
  numbers: ["20017", "10054", "123"],
};
const both = { texts: [...program.texts, ...more.texts], numbers: [...program.numbers, ...more.numbers] };

describe.each([
  ["the program's own literals", program, loadSieve(() => program)],
  ["a few more", both, loadSieve(() => program, more)],
])("the sieve of %s and its twin", (_, own, simd) => {
  const all = [...new Set([...own.texts, ...own.numbers])];
  const table = createTableSieve(own);

  test("let the same lines through, whatever the bytes around the program's own literals", () => {
    const whole = fc.constantFrom(...all);
    const piece = fc.oneof(
      whole,
      whole.map((text) => text.toUpperCase().replace(/[^\x00-\xff]/g, "?")),
      whole.map((text) => text.slice(1)),
      whole.map((text) => text.slice(0, -1)),
      bytes,
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join("");
        const lines = oracle(own, text, 0, text.length);
        expect(ask(simd, text, 0, text.length)).toEqual(lines);
        expect(ask(table, text, 0, text.length)).toEqual(lines);
      }),
      { numRuns: 1000 },
    );
  });

  test("find each literal at every place in a block", () => {
    const missed: unknown[] = [];
    for (const each of all) {
      for (let before = 0; before < 33; before++) {
        const text = `${"x".repeat(before)}\n${each}`;
        const lines = ask(simd, text, 0, text.length);
        if (String(lines) !== `${before + 1},${text.length}`) missed.push([each, before, lines]);
      }
    }
    expect(missed).toEqual([]);
  });
});
