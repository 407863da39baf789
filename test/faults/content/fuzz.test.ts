import { execFileSync, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { WsaError } from "../../../src/error.ts";
import { explain } from "../../../src/index.ts";
import { endpointOf } from "../../../src/line/address/endpoint.ts";
import { operationOf } from "../../../src/line/operation.ts";
import { createClock } from "../../../src/line/time/create-clock.ts";
import { readLog } from "../../../src/read/read-log.ts";
import { createRecognise } from "../../../src/recognise/recognise.ts";
import { openFileSource } from "../../../src/sources/file/file-source.ts";
import { createStdinSource } from "../../../src/sources/stdin.ts";
import { toBytes } from "../../../src/text/byte-string.ts";
import { temporaryFolder } from "../../program.ts";
import { keepingSink, stagesWith } from "../../read/stages.ts";
import { expectNoHarm, isFull, random, type Tally, tallyOf } from "../tally.ts";
import { sampleLines } from "./sample-lines.ts";

/** Those that are always run; a seed that found something stays here. A new one comes with every run. */
const seeds = [1, 2, 3, 20_261_126, 4_294_967_295, Math.floor(random() * 2 ** 32)];
const mutants = isFull ? 50_000 : 500;
const recognise = createRecognise({ posixNames: true });
const words = sampleLines.map(toBytes);

/** A generator of numbers from 0 up to another one, the same for the same seed. */
function dice(seed: number): (sides: number) => number {
  let state = seed >>> 0;
  return (sides) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * sides);
  };
}

/** A sample line, or parts of several, with bytes flipped, removed, doubled and put in. */
function mutant(roll: (sides: number) => number): string {
  const word = () => words[roll(words.length)] as string;
  let text = word();
  for (let n = roll(6); n >= 0; n--) {
    const [from, to] = [roll(text.length + 1), roll(text.length + 1)].sort((a, b) => a - b) as [number, number];
    const part = text.slice(from, to);
    const inside = [
      () => part + part,
      () => "",
      () => String.fromCharCode(roll(256)),
      () => word().slice(roll(40), 40 + roll(80)),
      () => part.repeat(1 + roll(20)).slice(0, 5000),
      () => `${roll(2 ** 32)}`,
      () => ["\x1b[31m", "\0", "\r", "\n", "\xff\xfe", "«", '{"a":', "<Event>", "WSA", "0x8007"][roll(10)] as string,
    ][roll(7)] as () => string;
    text = text.slice(0, from) + inside() + text.slice(to);
  }
  return text;
}

function eachMutant(tally: Tally, act: (text: string) => void, each = mutants): void {
  for (const seed of seeds) {
    const roll = dice(seed);
    for (let n = 0; n < each; n++) {
      const text = mutant(roll);
      tally.injected++;
      try {
        act(text);
      } catch (error) {
        tally.corrupted++;
        console.log(`seed ${seed}, mutant ${n}:`, JSON.stringify(text).slice(0, 500), error);
      }
    }
  }
  expectNoHarm(tally);
}

test("mutated lines have findings inside them, in order and apart", { timeout: 3_600_000 }, () => {
  eachMutant(tallyOf("mutated lines"), (text) => {
    const line = text.replaceAll("\n", " ");
    const findings = recognise(line);
    let end = 0;
    for (const found of findings) {
      if (found.start < end || found.end <= found.start || found.end > line.length) throw new Error("out of order");
      if (!Number.isInteger(found.code)) throw new Error("no code");
      end = found.end;
    }
    const operation = operationOf(line, findings);
    const endpoint = endpointOf(line, findings, operation);
    if (JSON.stringify(recognise(line)) !== JSON.stringify(findings)) throw new Error("not the same again");
    if (endpointOf(line, findings, operation) !== endpoint) throw new Error("not the same endpoint again");
  });
});

test("mutated stamps are times or none", { timeout: 3_600_000 }, () => {
  const clock = createClock({ zone: "Europe/Berlin", now: () => Date.UTC(2026, 10, 22) });
  eachMutant(tallyOf("mutated times"), (text) => {
    const time = clock.read(text);
    if (time !== null && !Number.isFinite(time)) throw new Error(`${time}`);
    JSON.stringify(clock.state());
  });
});

test("mutated terms are looked up", { timeout: 3_600_000 }, () => {
  eachMutant(tallyOf("mutated terms"), (text) => void explain(text.slice(0, 200)), mutants / 10);
});

test("mutated logs read the same in one piece and in many", { timeout: 3_600_000 }, async () => {
  const tally = tallyOf("mutated logs in pieces");
  for (const seed of seeds) {
    const roll = dice(seed);
    for (let n = 0; n < mutants / 25; n++) {
      const log = Buffer.from(Array.from({ length: 1 + roll(20) }, () => mutant(roll)).join("\n"), "latin1");
      const cuts = Array.from({ length: roll(12) }, () => roll(log.length)).sort((a, b) => a - b);
      const chunks = [...cuts, log.length].map((to, at) => log.subarray(cuts[at - 1] ?? 0, to));
      if ((await readChunks([log])) !== (await readChunks(chunks.filter(({ length }) => length > 0)))) {
        tally.corrupted++;
        console.log(`seed ${seed}, log ${n}: ${JSON.stringify([log.toString("latin1"), cuts])}`);
      }
      tally.injected++;
    }
  }
  expectNoHarm(tally);
});

async function readChunks(chunks: readonly Buffer[]): Promise<string> {
  const rows: unknown[] = [];
  const stages = stagesWith({
    pass: () => undefined,
    record: (_bytes, { number, time, operation, endpoint }, codes) =>
      rows.push([number, time, operation, endpoint, codes]),
  });
  const input = Readable.from(chunks, { objectMode: false });
  const sink = keepingSink();
  const source = createStdinSource(input, { live: false, host: "h", name: "a.log", encoding: "auto" });
  await readLog(source, stages, sink, new AbortController().signal);
  return JSON.stringify(rows) + sink.text();
}

const packers: readonly [name: string, pack: (content: Buffer) => Buffer][] = [
  ["gzip", (content) => gzipSync(content)],
  ...["xz", "zstd"]
    .filter((tool) => spawnSync(tool, ["--version"]).status === 0)
    .map((tool): [string, (content: Buffer) => Buffer] => [
      tool,
      (content) => execFileSync(tool, ["-q", "-c"], { input: content }),
    ]),
];

test.each(packers)(
  "mutated %s archives are read, or refused in a sentence",
  { timeout: 3_600_000 },
  async (name, pack) => {
    const tally = tallyOf(`mutated ${name} archives`);
    const path = join(temporaryFolder(), "a.log.gz");
    const content = words.join("\n");
    const whole = pack(Buffer.from(content, "latin1"));
    for (const seed of seeds) {
      const roll = dice(seed);
      for (let n = 0; n < mutants / 10; n++) {
        let bytes = Buffer.from(whole);
        for (let change = roll(4); change >= 0; change--) {
          const at = roll(bytes.length);
          if (roll(3) === 0) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(roll(bytes.length))]);
          else bytes[at] = roll(256);
          if (bytes.length === 0) break;
        }
        writeFileSync(path, bytes);
        tally.injected++;
        try {
          let text = "";
          for await (const piece of await openFileSource(path, { host: "here", encoding: "bytes" }).open())
            text += piece;
          expect(typeof text).toBe("string");
        } catch (error) {
          if (error instanceof WsaError) continue;
          tally.corrupted++;
          console.log(`seed ${seed}, archive ${n}`, error);
        }
      }
    }
    expectNoHarm(tally);
  },
);
