import { Readable, Writable } from "node:stream";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createPen } from "../../src/annotate/pen.ts";
import { createRenderer } from "../../src/annotate/renderer.ts";
import { catalogue } from "../../src/catalogue/index.ts";
import type { RecordedLine, Tally } from "../../src/ledger/tally.ts";
import { createClock } from "../../src/line/time/create-clock.ts";
import type { Source } from "../../src/log/source.ts";
import { programLiterals } from "../../src/read/literals.ts";
import { readLog } from "../../src/read/read-log.ts";
import { createRecognise } from "../../src/recognise/recognise.ts";
import { createSieve } from "../../src/sieve/load-sieve.ts";
import { sampleLines } from "../recognise/lines.ts";

const sieve = createSieve(programLiterals());
const recognise = createRecognise();
const pen = createPen({ catalogue, language: "en", color: false, terminal: false });

/** What came of a log: what went out, what was recorded, and what was passed in between. */
interface Outcome {
  readonly out: string;
  readonly recorded: readonly (RecordedLine & { readonly codes: readonly number[] })[];
  readonly bytes: string;
  readonly lineEnds: number;
}

async function read(lane: "stream" | "blocks", chunks: readonly string[], format: "text" | "json"): Promise<Outcome> {
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
  const source: Source = {
    name: { host: "h", name: "app.log" },
    subject: "app.log",
    identity: "content",
    live: false,
    open: async () => Readable.from(chunks),
    blocks: () =>
      lane === "stream"
        ? null
        : { read: () => (next < chunks.length ? Buffer.from(chunks[next++] as string, "latin1") : null), close() {} },
  };
  const clock = createClock({ zone: "UTC", now: () => Date.UTC(2026, 10, 22) });
  const renderer = createRenderer({ pen, style: "inline", format, onlyMatching: false });
  const pieces: Buffer[] = [];
  const sink = new Writable({
    write(bytes: Buffer, _encoding, done) {
      pieces.push(Buffer.from(bytes));
      done();
    },
  });
  const stages = { sieve, recognise, clock, renderer, tally };
  await readLog(source, stages, sink, new AbortController().signal);
  sink.end();
  return { out: Buffer.concat(pieces).toString("latin1"), recorded, bytes, lineEnds };
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
