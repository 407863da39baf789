import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { TextDecoder } from "node:util";
import { expect, test } from "vitest";
import { readLog } from "../../../src/read/read-log.ts";
import type { Encoding } from "../../../src/sources/encoding/encoding.ts";
import { createStdinSource } from "../../../src/sources/stdin.ts";
import { keepingSink, stagesWith } from "../../read/stages.ts";
import { toEncoding } from "../../sources/to-encoding.ts";
import { commandLine, countIn, runCommandLine, sceneOf } from "../scene.ts";
import { compare, expectNoHarm, isFull, pointsOf, tallyOf } from "../tally.ts";
import { sampleLines } from "./sample-lines.ts";

const LONG = 3_600_000;
const log = sampleLines.map((line) => `${line}\n`).join("");

function utf32(content: string): Buffer {
  return Buffer.concat(
    [...content].map((character) => {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32LE(character.codePointAt(0) ?? 0);
      return bytes;
    }),
  );
}

const utf16le = Buffer.from(`\ufeff${log}`, "utf16le");
const chinese = "连接数据库失败：[WinError 10061] 由于目标计算机积极拒绝，无法连接。\r\n".repeat(20);

test.each<[string, Buffer, Encoding]>([
  ["UTF-8", Buffer.from(log), "auto"],
  ["UTF-8 with a mark, and CR LF", Buffer.from(`\ufeff${log.replaceAll("\n", "\r\n")}`), "auto"],
  ["UTF-16LE with a mark", utf16le, "auto"],
  ["UTF-16BE with a mark", Buffer.from(utf16le).swap16(), "auto"],
  ["UTF-16LE without a mark", utf16le.subarray(2), "auto"],
  ["UTF-32LE with a mark", utf32(`\ufeff${log}`), "auto"],
  ["UTF-8, then UTF-16", Buffer.concat([Buffer.from(log), utf16le.subarray(2)]), "auto"],
  ["GB18030", toEncoding(chinese, "gb18030"), new TextDecoder("gb18030")],
  ["bytes of no encoding", Buffer.from(log.replaceAll(" ", "\xff").replaceAll("e", "\0"), "latin1"), "auto"],
])("a log in %s reads the same however it is chunked", { timeout: LONG }, async (name, bytes, encoding) => {
  const tally = tallyOf(`chunks: ${name}`);
  const whole = await readChunks([bytes], encoding);
  expect(whole.codes).toBeGreaterThan(name.startsWith("bytes") ? 0 : 19);
  const chunkings = [
    Array.from({ length: bytes.length }, (_, at) => bytes.subarray(at, at + 1)),
    ...pointsOf(bytes.length - 1, 40).map((at) => [bytes.subarray(0, at), bytes.subarray(at)]),
  ];
  for (const chunks of chunkings) {
    const found = await readChunks(chunks, encoding);
    compare(tally, found.codes, whole.codes);
    if (found.all !== whole.all) tally.corrupted++;
    tally.injected++;
  }
  expectNoHarm(tally);
});

/** All that is found and shown. */
async function readChunks(chunks: readonly Buffer[], encoding: Encoding) {
  const rows: string[] = [];
  let bytes = 0;
  const stages = stagesWith(
    {
      pass: (piece) => {
        bytes += piece.length;
      },
      record(piece, { number, time, operation, endpoint, completes }, codes) {
        bytes += piece.length;
        rows.push(JSON.stringify([number, time, operation, endpoint, completes, codes]));
      },
    },
    "json",
  );
  const input = Readable.from(chunks, { objectMode: false });
  const source = createStdinSource(input, { live: false, host: "here", name: "a.log", encoding });
  const sink = keepingSink();
  await readLog(source, stages, sink, new AbortController().signal);
  return { codes: rows.length, all: [bytes, ...rows, sink.text()].join("\n") };
}

test("a line with more codes than any line has", { timeout: LONG }, async () => {
  const tally = tallyOf("codes without end on one line");
  const { home, logs } = sceneOf(0);
  const file = join(logs, "full.log");
  const codes = isFull ? 10_000_000 : 1_000_000;
  const first = "2026-11-20T08:00:00Z recv: error 10054, send: error 10053, ";
  writeFileSync(file, `${first}${"error 10054, ".repeat(codes)}\n2026-11-20T08:01:00Z connect: error 10061\n`);
  const [store, before] = [join(home, "x.db"), readFileSync(file)];
  const { code, stderr } = await runCommandLine(commandLine(["ingest", file, "--store", store]), { cwd: home, tally });
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringMatching(/has more than 100000 codes; \d+ bytes/) });
  compare(tally, countIn(store, tally), 3);
  // Standard output is the log, but for the annotations.
  const args = ["annotate", file, "--no-store", "--only-matching", "--format", "json"];
  expect((await runCommandLine(commandLine(args), { cwd: home, tally })).code).toBe(0);
  if (!readFileSync(file).equals(before)) tally.corrupted++;
  tally.injected += codes;
  expectNoHarm(tally);
});

test.skipIf(process.platform !== "linux")("a line without end, in bounded memory", { timeout: LONG }, async () => {
  const tally = tallyOf("a line without end through a pipe");
  const { home } = sceneOf(0);
  const blocks = isFull ? 3 * 1024 : 200;
  const [command = "", ...args] = commandLine(["annotate", "--no-store", "--format", "json"]);
  const child = spawn(command, args, { cwd: home, stdio: ["pipe", "pipe", "inherit"] });
  const shown = text(child.stdout);
  const ended = once(child, "close");
  const block = Buffer.alloc(2 ** 20, "x");
  for (let n = 0; n < blocks; n++) if (!child.stdin.write(block)) await once(child.stdin, "drain");
  const peak = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1]) / 1024;
  child.stdin.end(" recv failed: error 10054\nconnect failed: error 10061\n");
  await ended;
  const codes = [...(await shown).matchAll(/"code":(\d+)/g)].map(([, code]) => Number(code));
  expect(codes).toEqual([10054, 10061]);
  expect(peak).toBeLessThan(300);
  tally.injected += blocks;
  expectNoHarm(tally);
});
