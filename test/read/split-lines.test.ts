import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { setImmediate as nextTurn } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import type { Blocks } from "../../src/log/blocks.ts";
import { type LineVisitor, MAX_LINE_BYTES } from "../../src/read/line-visitor.ts";
import { readBlocks } from "../../src/read/read-blocks.ts";
import { splitLines } from "../../src/read/split-lines.ts";
import { createSieve } from "../../src/sieve/load-sieve.ts";

// One for all, as logs that are read one after another share theirs.
const sieve = createSieve({ texts: ["code"], numbers: [] });

const passing: LineVisitor = {
  pass: (bytes) => bytes,
  line: (bytes) => bytes,
  window: ({ bytes }) => bytes,
  waits: () => false,
  settle: () => "",
  release: () => undefined,
};

/** Runs chunks through a visitor as a stream. */
async function runStream(chunks: readonly string[], visitor: Partial<LineVisitor> = {}): Promise<string> {
  const lines = splitLines(sieve, { ...passing, ...visitor });
  const out = Readable.from(chunks.map((chunk) => Buffer.from(chunk, "latin1"))).pipe(lines);
  return (await buffer(out)).toString("latin1");
}

/** Runs chunks through a visitor as the blocks of a file. */
async function runBlocks(chunks: readonly string[], visitor: Partial<LineVisitor> = {}): Promise<string> {
  const out: Buffer[] = [];
  await readBlocks(
    blocksOf(chunks),
    sieve,
    { ...passing, ...visitor },
    {
      write: async (bytes) => void out.push(Buffer.from(bytes)),
      signal: new AbortController().signal,
      blockBytes: Math.max(...chunks.map(({ length }) => length), 1),
    },
  );
  return Buffer.concat(out).toString("latin1");
}

/** Every second block is read into the room, the others come from elsewhere. */
function blocksOf(chunks: readonly string[]): Blocks {
  let read = 0;
  return {
    read(room) {
      const chunk = chunks[read++];
      if (chunk === undefined) return null;
      if (read % 2 === 0) return Buffer.from(chunk, "latin1");
      return room.subarray(0, room.write(chunk, "latin1"));
    },
    close() {},
  };
}

/** A visitor that marks what it saw: `[…]` around lines, `<…>` around windows with a candidate. */
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

/** Where a code is in a long line: near its ends and near the borders of windows. */
const place = fc
  .tuple(fc.constantFrom(0, 16_384, MAX_LINE_BYTES, 2 * MAX_LINE_BYTES, 600_000), fc.integer({ min: -900, max: 900 }))
  .map(([near, off]) => 10 * Math.max(0, Math.round((near + off) / 10)));

function lineWith(places: readonly number[]): string {
  let line = "";
  const fill = (to: number) => "some word ".repeat(Math.max(0, to - line.length) / 10);
  for (const at of places.toSorted((a, b) => a - b)) line += `${fill(at)}code here `;
  return `${line}${fill(700_000)}\n`;
}

describe.each([
  ["a stream", runStream],
  ["a file", runBlocks],
])("lines of %s", (_, run) => {
  test("come out byte for byte, whatever the chunks", () =>
    fc.assert(
      fc.asyncProperty(chunked(text), async ({ whole, chunks }) => {
        expect(await run(chunks)).toBe(whole);
      }),
      { numRuns: 500 },
    ));

  test("are visited alike, whatever the chunks", () =>
    fc.assert(
      fc.asyncProperty(chunked(text), async ({ whole, chunks }) => {
        expect(await run(chunks, marking)).toBe(await runStream([whole], marking));
      }),
      { numRuns: 500 },
    ));

  test("longer than memory allows come out whole, in the same windows whatever the chunks", () =>
    fc.assert(
      fc.asyncProperty(chunked(longText), async ({ whole, chunks }) => {
        expect(await run(chunks)).toBe(whole);
        expect(await run(chunks, marking)).toBe(await runStream([whole], marking));
      }),
      { numRuns: 40 },
    ));

  test("without a candidate stay together in one piece", async () => {
    const passed: string[] = [];
    const clean = "nothing here\nnor here\r\n";
    await run([`${clean}a code\n${clean}`], {
      pass(lines, lineEnds) {
        passed.push(`${lineEnds} ${Buffer.from(lines).toString("latin1")}`);
        return lines;
      },
    });
    expect(passed).toEqual([`2 ${clean}`, `2 ${clean}`]);
  });

  test("longer than memory allows show each code in one window, with what is around it", () =>
    fc.assert(
      fc.asyncProperty(fc.array(place, { maxLength: 6 }), fc.integer({ min: 99, max: 1e6 }), async (places, size) => {
        const whole = lineWith(places);
        const chunks = Array.from({ length: Math.ceil(whole.length / size) }, (_, n) =>
          whole.slice(n * size, (n + 1) * size),
        );
        const lengths = { windows: 0, shown: 0 };
        await run(chunks, {
          window({ before, bytes, behind, candidate }) {
            lengths.windows += bytes.length;
            for (const { index } of candidate ? bytes.matchAll(/code/g) : []) {
              lengths.shown++;
              const at = lengths.windows - bytes.length + index;
              const around = before.length + index;
              expect(around).toBeGreaterThanOrEqual(Math.min(at, 512));
              const left = whole.length - 1 - at;
              expect(before.length + bytes.length + behind.length - around).toBeGreaterThanOrEqual(Math.min(left, 512));
            }
            if (candidate) expect(bytes.length).toBeLessThan(20_000);
            return bytes;
          },
        });
        expect(lengths).toEqual({ windows: whole.length, shown: [...whole.matchAll(/code/g)].length });
      }),
      { numRuns: 40 },
    ));

  test("show what spans two windows to the second", async () => {
    const seen: string[] = [];
    const line = `${"x".repeat(MAX_LINE_BYTES - 2)}code${"x".repeat(10)}\n`;
    await run([line], {
      window({ before, bytes, candidate }) {
        if (candidate && (before + bytes).includes("code")) seen.push((before + bytes).slice(-17));
        return bytes;
      },
    });
    expect(seen).toEqual([`xxcode${"x".repeat(10)}\n`]);
  });
});

test("logs that share a sieve, piece by piece in turn, come out as if each had one of its own", () =>
  fc.assert(
    fc.asyncProperty(fc.array(chunked(longText), { minLength: 2, maxLength: 3 }), async (logs) => {
      const sieve = createSieve({ texts: ["code"], numbers: [] });
      const streams = logs.map(() => splitLines(sieve, { ...passing, ...marking }));
      const out = streams.map((stream) => buffer(stream));
      const most = Math.max(...logs.map(({ chunks }) => chunks.length));
      for (let turn = 0; turn < most; turn++)
        for (const [i, { chunks }] of logs.entries())
          if (turn < chunks.length) streams[i]?.write(Buffer.from(chunks[turn] as string, "latin1"));
      for (const stream of streams) stream.end();
      for (const [i, { whole }] of logs.entries())
        expect((await out[i])?.toString("latin1")).toBe(await runStream([whole], marking));
    }),
    { numRuns: 30 },
  ));

test("lines of a stream leave as soon as they are complete, before the next arrives", async () => {
  const lines = splitLines(sieve, passing);
  lines.write("first code\nunfinished");
  expect(String(lines.read())).toBe("first code\n");
  expect(lines.read()).toBeNull();
});

test("a file is closed when reading it fails, and behind the last whole line when it is broken off", async () => {
  const stopping = new AbortController();
  const seen: string[] = [];
  let closed = 0;
  const blocks = { ...blocksOf(["a code\nb", " code\nc", "never read\n"]), close: () => void closed++ };
  const options = { write: async (bytes: Buffer) => void seen.push(String(bytes)), blockBytes: 100 };
  const line = (bytes: string) => {
    if (bytes.startsWith("b")) stopping.abort();
    return bytes;
  };
  await readBlocks(blocks, sieve, { ...passing, line }, { ...options, signal: stopping.signal });
  expect([seen.join(""), closed]).toEqual(["a code\nb code\n", 1]);
  const broken = { ...blocks, read: () => expect.fail("unreadable") };
  const { signal } = new AbortController();
  await expect(readBlocks(broken, sieve, passing, { ...options, signal })).rejects.toThrow("unreadable");
  expect(closed).toBe(2);
});

describe("what a visitor holds back", () => {
  const holding: Partial<LineVisitor> = { waits: () => true, settle: (isEnd) => (isEnd ? "[end]" : "[idle]") };

  test.each([[["a code\n", "b\n"]], [["a code\nb"]]])("goes out at the end of the log: %j", async (chunks) => {
    const expected = `${chunks.join("")}[end]`;
    expect(await runStream(chunks, holding)).toBe(expected);
    expect(await runBlocks(chunks, holding)).toBe(expected);
  });

  test("goes out when nothing comes for half a second, and not before", () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setImmediate"] });
    onTestFinished(() => void vi.useRealTimers());
    const lines = splitLines(sieve, { ...passing, ...holding });
    const out = () => String(lines.read() ?? "");
    lines.write("a code\n");
    expect(out()).toBe("a code\n");
    vi.advanceTimersByTime(400);
    lines.write("b\n");
    expect(out()).toBe("b\n");
    vi.advanceTimersByTime(499);
    expect(out()).toBe("");
    vi.advanceTimersByTime(2);
    expect(out()).toBe("[idle]");
    lines.destroy();
  });

  test("waits for what came while timers had their turn", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    onTestFinished(() => void vi.useRealTimers());
    const lines = splitLines(sieve, { ...passing, ...holding });
    lines.write("a code\n");
    lines.read();
    vi.advanceTimersByTime(500);
    lines.write("b\n");
    await nextTurn();
    expect(String(lines.read())).toBe("b\n");
    expect(lines.read()).toBeNull();
    lines.destroy();
  });
});
