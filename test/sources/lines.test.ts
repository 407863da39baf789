import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createSieve } from "../../src/sieve/index.ts";
import { type LineVisitor, MAX_LINE_BYTES, splitLines } from "../../src/sources/lines.ts";

const sieve = createSieve(["code"]);

/** Runs chunks through a visitor that marks what it saw: `[…]` around lines, `<…>` around windows with a candidate. */
async function run(chunks: readonly string[], visitor: Partial<LineVisitor> = {}): Promise<string> {
  const lines = splitLines(sieve, {
    pass: (bytes) => bytes,
    line: (bytes) => bytes,
    window: ({ bytes }) => bytes,
    ...visitor,
  });
  const out = Readable.from(chunks).pipe(lines);
  return (await buffer(out)).toString("latin1");
}

const marking: Partial<LineVisitor> = {
  line: (bytes) => (bytes.includes("code") ? `[${bytes}]` : bytes),
  window: ({ bytes, first, last, candidate }) =>
    `${first ? "<" : "|"}${candidate ? "!" : ""}${bytes}${last ? ">" : ""}`,
};

/** The same text in chunks of any sizes. */
const chunked = (text: fc.Arbitrary<string>) =>
  fc.tuple(text, fc.array(fc.nat(), { maxLength: 12 })).map(([whole, cuts]) => {
    const borders = [...cuts.map((cut) => cut % (whole.length + 1)), 0, whole.length].sort((a, b) => a - b);
    return {
      whole,
      chunks: borders
        .slice(1)
        .map((to, i) => whole.slice(borders[i], to))
        .filter(Boolean),
    };
  });

const piece = fc.oneof(
  fc.constantFrom("code", "co", "de", "\n", "\r\n", "\r", " ", "\0", "\xff", "CODE\n"),
  fc.string({ unit: "binary", maxLength: 6 }).map((text) => Buffer.from(text).toString("latin1")),
);
const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));

const longPiece = fc.oneof(
  piece,
  fc
    .tuple(fc.constantFrom("x", "x ", "\xe5\x8d\x81"), fc.integer({ min: 1, max: 3 * MAX_LINE_BYTES }))
    .map(([unit, length]) => unit.repeat(Math.ceil(length / unit.length))),
  fc.constantFrom(-2, -1, 0, 1, 2).map((off) => "y".repeat(MAX_LINE_BYTES + off)),
);
const longText = fc.array(longPiece, { maxLength: 8 }).map((pieces) => pieces.join(""));

describe("lines of a stream", () => {
  test("come out byte for byte, whatever the chunks", () =>
    fc.assert(
      fc.asyncProperty(chunked(text), async ({ whole, chunks }) => {
        expect(await run(chunks)).toBe(whole);
      }),
      { numRuns: 1000 },
    ));

  test("are visited alike, whatever the chunks", () =>
    fc.assert(
      fc.asyncProperty(chunked(text), async ({ whole, chunks }) => {
        expect(await run(chunks, marking)).toBe(await run([whole], marking));
      }),
      { numRuns: 1000 },
    ));

  test("longer than memory allows come out whole, in the same windows whatever the chunks", () =>
    fc.assert(
      fc.asyncProperty(chunked(longText), async ({ whole, chunks }) => {
        expect(await run(chunks)).toBe(whole);
        expect(await run(chunks, marking)).toBe(await run([whole], marking));
      }),
      { numRuns: 60 },
    ));

  test("without a candidate stay together in one piece", async () => {
    const passed: string[] = [];
    const clean = "nothing here\nnor here\r\n";
    await run([`${clean}a code\n${clean}`], {
      pass(lines) {
        passed.push(lines);
        return lines;
      },
    });
    expect(passed).toEqual([clean, clean]);
  });

  test("show what spans two windows to the second", async () => {
    const seen: string[] = [];
    const line = `${"x".repeat(MAX_LINE_BYTES - 2)}code${"x".repeat(10)}\n`;
    await run([line], {
      window({ before, bytes, candidate }) {
        if (candidate) seen.push((before + bytes).slice(-17));
        return bytes;
      },
    });
    expect(seen).toEqual([`xxcode${"x".repeat(10)}\n`]);
  });

  test("leave as soon as they are complete, before the next arrives", async () => {
    const lines = splitLines(sieve, { pass: (b) => b, line: (b) => b, window: ({ bytes }) => bytes });
    lines.write("first code\nunfinished");
    expect(String(lines.read())).toBe("first code\n");
    expect(lines.read()).toBeNull();
  });
});
