import { type Fingerprint, fingerprintOf } from "../ledger/fingerprint.ts";
import type { SeekableLog } from "../log/seekable-log.ts";
import type { Source } from "../log/source.ts";

const readBytes = 256 * 1024;

/** A part of a log whose last bytes are known. */
export interface LogPart {
  readonly from: number;
  readonly to: number;
  readonly tail: Fingerprint;
}

/**
 * Reads a part of a log once more: where it was read, else in the file that has its path by now. Null where neither is that
 * log any more, and where it was no file.
 *
 * @param reopen opens the log's file anew.
 */
export async function readAgain(
  part: LogPart,
  log: SeekableLog | null,
  reopen: (() => Source) | null,
): Promise<AsyncIterable<Uint8Array> | null> {
  if (log !== null && (await isThere(part, log))) return readWhere(part, log);
  if (reopen === null) return null;
  try {
    if (!(await isStreamed(part, reopen()))) return null;
    return within(part, await reopen().open());
  } catch {
    return null;
  }
}

async function isThere({ to, tail }: LogPart, log: SeekableLog): Promise<boolean> {
  return log.size >= to && fingerprintOf(await log.read(to - tail.bytes, tail.bytes)).hash === tail.hash;
}

async function* readWhere({ from, to }: LogPart, log: SeekableLog): AsyncGenerator<Uint8Array> {
  for (let at = from; at < to; at += readBytes)
    yield Buffer.from(await log.read(at, Math.min(readBytes, to - at)), "latin1");
}

async function isStreamed({ to, tail }: LogPart, source: Source): Promise<boolean> {
  let last = "";
  let size = 0;
  for await (const bytes of within({ from: 0, to, tail }, await source.open())) {
    size += bytes.length;
    last = (last + Buffer.from(bytes).toString("latin1")).slice(-tail.bytes);
  }
  return size === to && fingerprintOf(last).hash === tail.hash;
}

async function* within({ from, to }: LogPart, input: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let at = 0;
  for await (const bytes of input) {
    const [first, last] = [Math.max(0, from - at), Math.min(bytes.length, to - at)];
    if (first < last) yield bytes.subarray(first, last);
    at += bytes.length;
    if (at >= to) return;
  }
}
