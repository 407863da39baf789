import { Readable } from "node:stream";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { RecordedLine, Tally } from "../../src/ledger/tally.ts";
import type { Source } from "../../src/log/source.ts";
import { MAX_LINE_BYTES } from "../../src/read/line-visitor.ts";
import { readLog } from "../../src/read/read-log.ts";
import { sampleLines } from "../recognise/lines.ts";
import { keepingSink, stagesWith } from "./stages.ts";

/** What came of a log: what went out, what was recorded, and what was passed in between. */
interface Outcome {
  readonly out: string;
  readonly recorded: readonly (RecordedLine & { readonly codes: readonly number[] })[];
  readonly bytes: string;
  readonly lineEnds: number;
}

type Lane = "stream" | "blocks" | "messages";

async function read(lane: Lane, chunks: readonly string[], format: "text" | "json"): Promise<Outcome> {
  const recorded: (RecordedLine & { readonly codes: readonly number[] })[] = [];
  let bytes = "";
  let lineEnds = 0;
  const tally: Tally = {
    pass(piece, ends) {
      bytes += typeof piece === "string" ? piece : Buffer.from(piece).toString("latin1");
      lineEnds += ends;
    },
    record(piece, { number, time, endpoint, operation, body }, codes) {
      bytes += piece;
      recorded.push({ number, time, endpoint, operation, body, codes });
      lineEnds += piece.endsWith("\n") ? 1 : 0;
    },
  };
  let next = 0;
  const source: { -readonly [Key in keyof Source]: Source[Key] } = {
    name: { host: "h", name: "app.log" },
    subject: "app.log",
    identity: "content",
    live: false,
    open: async () => Readable.from(chunks.map((chunk) => Buffer.from(chunk, "latin1"))),
    blocks: () =>
      lane === "stream"
        ? null
        : { read: () => (next < chunks.length ? Buffer.from(chunks[next++] as string, "latin1") : null), close() {} },
  };
  if (lane === "messages")
    source.messages = async function* () {
      for (const [offset, chunk] of chunks.entries()) yield { offset, bytes: Buffer.from(chunk, "latin1") };
    };
  const sink = keepingSink();
  await readLog(source, stagesWith(tally, format), sink, new AbortController().signal);
  return { out: sink.text(), recorded, bytes, lineEnds };
}

const stamp = fc.integer({ min: 0, max: 86_399 }).map((second) => {
  return new Date(Date.UTC(2026, 10, 20) + second * 1000).toISOString().slice(0, 19);
});
const line = fc.oneof(
  fc.tuple(stamp, fc.constantFrom(...sampleLines)).map((parts) => parts.join(" ")),
  fc.constantFrom(...sampleLines),
  stamp.map((time) => `${time} nothing to see`),
  stamp.map((time) => `${time.slice(11)} only a time of day`),
  fc.constantFrom("#Fields: time s-ip sc-win32-status", "#Date: 2026-11-21 00:00:00", "  at frame", ""),
  fc.integer({ min: 1, max: 4 }).map((n) => "filler of a long stretch ".repeat(n * 3000)),
  fc.integer({ min: 1, max: 3 }).map((n) => `${"x ".repeat(n * 130_000)}WSAECONNRESET ${"y".repeat(n * 10)}`),
);
const log = fc.tuple(
  fc.array(fc.tuple(line, fc.constantFrom("\n", "\n", "\n", "\r\n")), { maxLength: 25 }),
  fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 10 }),
  fc.boolean(),
);

test.each(["text", "json"] as const)("both lanes make the same of every log in any blocks, as %s", (format) =>
  fc.assert(
    fc.asyncProperty(log, async ([lines, cuts, ended]) => {
      const whole = lines
        .flat()
        .join("")
        .slice(0, ended ? undefined : -1);
      const borders = [0, ...cuts.map((cut) => Math.floor(cut * whole.length)), whole.length].sort((a, b) => a - b);
      const chunks = borders.slice(1).map((to, i) => whole.slice(borders[i], to));
      const expected = await read("stream", [whole], format);
      expect(expected.bytes).toBe(whole);
      expect(expected.lineEnds).toBe(whole.split("\n").length - 1);
      expect(await read("stream", chunks.filter(Boolean), format)).toEqual(expected);
      expect(await read("blocks", chunks, format)).toEqual(expected);
    }),
    { numRuns: 60 },
  ),
);

test("messages of whole lines make the same of a log as a stream, wherever the messages end", () =>
  fc.assert(
    fc.asyncProperty(log, async ([lines, cuts]) => {
      const timed = lines.map(([text, end]) => `2026-11-21T00:00:00 ${text.replace(/^#/, "")}${end}`);
      const borders = [0, ...cuts.map((cut) => Math.floor(cut * timed.length)), timed.length].sort((a, b) => a - b);
      const messages = borders.slice(1).map((to, i) => timed.slice(borders[i], to).join(""));
      expect(await read("messages", messages, "text")).toEqual(await read("stream", [timed.join("")], "text"));
    }),
    { numRuns: 60 },
  ));

test("a message gets the line end that it lacks", async () => {
  const { bytes, recorded } = await read("messages", ["recv failed: 10054", "", "a\nrecv failed: 10061"], "text");
  expect(bytes).toBe("recv failed: 10054\na\nrecv failed: 10061\n");
  expect(recorded.map(({ number, codes }) => [number, codes])).toEqual([
    [1, [10054]],
    [3, [10061]],
  ]);
});

test.each(["stream", "blocks", "messages"] as const)(
  "a code counts once in a line that is longer than a window and names it in several, in the lane of %s",
  async (lane) => {
    const part = `recv failed: WSAECONNRESET ${"x ".repeat(MAX_LINE_BYTES / 2)}`;
    const { recorded } = await read(lane, [`${part.repeat(3)}\nrecv failed: WSAECONNRESET\n`], "text");
    expect(recorded.map(({ number, codes }) => [number, codes])).toEqual([
      [1, [10054]],
      [1, []],
      [1, []],
      [2, [10054]],
    ]);
  },
);
