import type { Clock } from "../line/time/clock.ts";
import type { SeekableLog } from "../log/seekable-log.ts";
import type { Source } from "../log/source.ts";

/** Most logs have no numeric date, and these bytes show it. */
const LOOK_BYTES = 16 * 1024;
const HEAD_BYTES = 256 * 1024;
const TAIL_BYTES = 64 * 1024;
/** Between head and tail. */
const PROBES = 8;
const PROBE_BYTES = 8 * 1024;

const NUMERIC_DATE = /(?<!\d)\d{1,2}([/.-]|\. )\d{1,2}\1\d{2,4}/;

/**
 * Shows the clock what may be known of a log before its first line: when it was last written, its name, and samples of a
 * regular file where the order of its dates is not known yet. A stream shows its order line by line: what was counted
 * before a proof keeps its time.
 */
export async function prepareClock(source: Source, clock: Clock): Promise<void> {
  const { hint, subject } = source;
  const written = hint ? Number(BigInt(hint.mtimeNs) / 1_000_000n) : null;
  const log = clock.wantsSamples() ? (source.seek?.() ?? null) : null;
  clock.prepare({ written, name: subject }, log === null ? [] : await samplesOf(log));
}

async function samplesOf(log: SeekableLog): Promise<string[]> {
  const { size } = log;
  if (!NUMERIC_DATE.test(await read(log, 0, LOOK_BYTES))) return [];
  const samples = [await read(log, 0, HEAD_BYTES)];
  const tailStart = size - TAIL_BYTES;
  const step = Math.floor((tailStart - HEAD_BYTES) / (PROBES + 1));
  for (let probe = 1; probe <= PROBES && step > PROBE_BYTES; probe++) {
    samples.push(await read(log, HEAD_BYTES + probe * step, PROBE_BYTES));
  }
  if (size > HEAD_BYTES) samples.push(await read(log, Math.max(HEAD_BYTES, tailStart), TAIL_BYTES));
  // A sample begins and ends inside of a line.
  return samples.map((sample, at) => (at === 0 ? sample : sample.slice(sample.indexOf("\n") + 1)));
}

/** Bytes of the log; of UTF-16 those that are ASCII. */
async function read(log: SeekableLog, offset: number, length: number): Promise<string> {
  const bytes = await log.read(offset, length);
  return bytes.includes("\0") ? bytes.replaceAll("\0", "") : bytes;
}
