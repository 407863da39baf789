import { setImmediate as nextTurn } from "node:timers/promises";
import type { Source } from "../log/source.ts";

const BLOCK_BYTES = 256 * 1024;

/** Reads a log from the start of a line on, as UTF-8; ends early when the signal is aborted. The bytes are the caller's. */
export async function* readPieces(source: Source, from: number, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const blocks = source.blocks?.(from) ?? null;
  if (blocks === null) return yield* readStream(source, signal);
  try {
    while (!signal.aborted) {
      const bytes = blocks.read(Buffer.allocUnsafe(BLOCK_BYTES));
      if (bytes === null) return;
      yield bytes;
      await nextTurn();
    }
  } finally {
    blocks.close();
  }
}

async function* readStream(source: Source, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const input = await source.open();
  const stop = () => void input.destroy();
  if (signal.aborted) return stop();
  signal.addEventListener("abort", stop, { once: true });
  try {
    yield* input as AsyncIterable<Uint8Array>;
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
