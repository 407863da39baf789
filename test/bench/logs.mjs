import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** The logs that are measured: how often a line names a code (0: never), and what else is special. */
export const logs = [
  { name: "no match", every: 0 },
  { name: "1 line in 1000", every: 1000 },
  { name: "1 line in 100", every: 100 },
  { name: "1 line in 100 in a tenth of the time", every: 100, atMostMs: 2 },
  { name: "1 line in 3", every: 3 },
  { name: "lines of 1 MiB", every: 100, joined: 10_000 },
  { name: "UTF-16", every: 100, encoding: "utf16le" },
  { name: "gzip", every: 100, gzip: true },
];

/** Writes a log of about so many bytes (before packing); every run writes the same ones, other ones for another seed. */
export function writeLog(
  path,
  bytes,
  { every, joined = 1, atMostMs = 20, encoding = "latin1", gzip = false, seed = 20261120 },
) {
  const file = openSync(path, "w");
  const random = createRandom(seed);
  let time = Date.UTC(2026, 10, 20);
  let block = encoding === "utf16le" ? "\ufeff" : "";
  for (let written = 0, line = 1; written < bytes; line++) {
    time += random() * atMostMs;
    const make = every > 0 && line % every === 0 ? loud : quiet;
    const text = make[Math.floor(random() * make.length)]((from, to) => from + Math.floor(random() * (to - from + 1)));
    block += `${new Date(time).toISOString().replace("T", " ").slice(0, 23)} ${text}${line % joined === 0 ? "\n" : " "}`;
    if (block.length < 1 << 20) continue;
    written += writeSync(file, Buffer.from(block, encoding));
    block = "";
  }
  if (block !== "") writeSync(file, Buffer.from(block, encoding));
  closeSync(file);
  if (gzip) writeFileSync(path, gzipSync(readFileSync(path), { level: 6 }));
}

const quiet = [
  (n) =>
    `INFO  [http-${n(1, 64)}] GET /api/v1/orders/${n(1e7, 9e7).toString(16)} 200 ${n(12, 900)}ms bytes=${n(100, 9999)}`,
  (n) => `DEBUG [pool-${n(1, 9)}] acquired connection ${n(1e9, 9e9).toString(36)} idle=${n(0, 40)} waiting=${n(0, 5)}`,
  (n) => `INFO  [scheduler] job cleanup-${n(1, 99)} finished in ${n(1, 60)}.${n(0, 9)} s, next run at ${n(12, 23)}:30`,
  (n) => `WARN  [cache] slow lookup key=user:${n(20_000, 99_999)} took ${n(100, 900)} ms on node cache-${n(1, 8)}`,
  (n) => `INFO  [auth] user u${n(1, 500)} logged in from 192.168.${n(0, 255)}.${n(1, 254)}:${n(20_000, 60_000)}`,
];

const loud = [
  () => "ERROR [net] recv failed: [WinError 10054] existing connection was forcibly closed",
  (n) => `ERROR [db] connect to 10.0.0.${n(2, 40)}:5432 failed: error 10061`,
  (n) => `ERROR [mail] SocketException (10060): timed out host=mx${n(1, 4)}.example.net:25`,
  (n) => `WARN  [sync] send: WSAECONNABORTED, error 10053, peer=10.1.2.${n(1, 99)}:443`,
];

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
