import { execFileSync } from "node:child_process";
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { createParts, loud, quiet } from "./lines.mjs";

/** What makes logs of real systems' text and of a made service, where it is beside the checkout. */
const maker = fileURLToPath(new URL("../../../shared/tools/make-log.py", import.meta.url));

/**
 * The logs that are measured. `made`: by which kind of the maker; else by the lines of this folder, how often one names a
 * code (0: never), and what else is special.
 */
export const logs = [
  ...(existsSync(maker)
    ? [
        { name: "text of real systems", made: "real" },
        { name: "a made service", made: "made" },
      ]
    : []),
  { name: "no match", every: 0 },
  { name: "1 line in 1000", every: 1000 },
  { name: "1 line in 100", every: 100 },
  { name: "1 line in 100 in a tenth of the time", every: 100, atMostMs: 2 },
  { name: "1 line in 3", every: 3 },
  { name: "lines of 1 MiB", every: 100, joined: 10_000 },
  { name: "UTF-16", every: 100, encoding: "utf16le" },
  { name: "gzip", every: 100, gzip: true },
];

/** Writes a log of about so many bytes (before packing): the same ones for the same seed. */
export function writeLog(path, bytes, log) {
  const { every, joined = 1, atMostMs = 20, encoding = "utf8", gzip = false, seed, file: given, made } = log;
  if (given !== undefined) return copyFileSync(given, path);
  if (made !== undefined) {
    return execFileSync("python3", [maker, made, String(Math.ceil(bytes / 2 ** 20)), path], { stdio: "inherit" });
  }
  const file = openSync(path, "w");
  const random = createRandom(seed);
  const parts = createParts(random);
  let time = Date.UTC(2026, 10, 20);
  let block = encoding === "utf16le" ? "\ufeff" : "";
  for (let written = 0, line = 1; written < bytes; line++) {
    time += random() * atMostMs;
    parts.date = new Date(time);
    const make = every > 0 && line % every === 0 ? loud : quiet;
    const text = make[Math.floor(random() * make.length)](parts);
    block += `${parts.date.toISOString().replace("T", " ").slice(0, 23)} ${text}${line % joined === 0 ? "\n" : " "}`;
    if (block.length < 1 << 20) continue;
    written += writeSync(file, Buffer.from(block, encoding));
    block = "";
  }
  if (block !== "") writeSync(file, Buffer.from(block, encoding));
  closeSync(file);
  if (gzip) writeFileSync(path, gzipSync(readFileSync(path), { level: 6 }));
}

/** Writes a folder of small logs, each of its own lines. */
export function writeFolder(path, files) {
  mkdirSync(path);
  for (let i = 0; i < files; i++) {
    const stamp = new Date(Date.UTC(2026, 10, 20) + i * 1000).toISOString();
    const line = `${stamp} INFO  [batch] file ${i} begins\n${stamp} ERROR [net] recv failed: [WinError 10054] existing\n`;
    writeFileSync(
      join(path, `batch-${i}.log`),
      line + `${stamp} INFO  [batch] step done in ${i % 997} ms\n`.repeat(30),
    );
  }
}

/** Numbers in [0, 1) that are the same in every run of a seed. */
function createRandom(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
