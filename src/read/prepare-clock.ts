import type { Clock } from "../line/time/clock.ts";
import { writtenDates } from "../line/time/written-dates.ts";
import type { SeekableLog } from "../log/seekable-log.ts";
import type { Source } from "../log/source.ts";

/** Most logs have no numeric date, and these bytes show it. */
const LOOK_BYTES = 16 * 1024;
const HEAD_BYTES = 256 * 1024;
const TAIL_BYTES = 64 * 1024;
/** Between head and tail. */
const PROBES = 8;
const PROBE_BYTES = 8 * 1024;

/**
 * Shows the clock what may be known of a log before its first line: when it was last written, its name, and samples of it
 * (if they show nothing, of its rotated files too) where the order of its dates is not known yet. A stream shows its order
 * line by line: what was counted before a proof keeps its time.
 */
export async function prepareClock(source: Source, clock: Clock): Promise<void> {
  const { hint, subject } = source;
  const written = hint ? Number(BigInt(hint.mtimeNs) / 1_000_000n) : null;
  const hints = { written, name: subject };
  const samples = clock.wantsSamples() ? await samplesOf(source) : [];
  clock.prepare(hints, samples);
  if (samples.length > 0 && clock.wantsSamples()) {
    clock.prepare(hints, [...(source.samples?.("siblings") ?? []), ...samples]);
  }
}

/** Samples of a log in their order; empty when its beginning has no numeric date. */
async function samplesOf(source: Source): Promise<string[]> {
  const log = source.seek?.() ?? null;
  if (log !== null) return hasDates(await read(log, 0, LOOK_BYTES)) ? await partsOf(log) : [];
  const samples = source.samples?.("log") ?? [];
  return hasDates(samples[0]?.slice(0, LOOK_BYTES) ?? "") ? samples.map(withoutZeros) : [];
}

function hasDates(text: string): boolean {
  return writtenDates(text).length > 0;
}

async function partsOf(log: SeekableLog): Promise<string[]> {
  const { size } = log;
  const parts = [await read(log, 0, HEAD_BYTES)];
  const tailStart = size - TAIL_BYTES;
  const step = Math.floor((tailStart - HEAD_BYTES) / (PROBES + 1));
  for (let probe = 1; probe <= PROBES && step > PROBE_BYTES; probe++) {
    parts.push(afterLine(await read(log, HEAD_BYTES + probe * step, PROBE_BYTES)));
  }
  if (size > HEAD_BYTES) parts.push(afterLine(await read(log, Math.max(HEAD_BYTES, tailStart), TAIL_BYTES)));
  return parts;
}

async function read(log: SeekableLog, offset: number, length: number): Promise<string> {
  return withoutZeros(await log.read(offset, length));
}

/** Of UTF-16 the characters that are ASCII. */
function withoutZeros(bytes: string): string {
  return bytes.includes("\0") ? bytes.replaceAll("\0", "") : bytes;
}

/** A sample from the middle of a log, without the line that it begins inside of. */
function afterLine(sample: string): string {
  return sample.slice(sample.indexOf("\n") + 1);
}
