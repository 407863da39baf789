import { setImmediate as nextTurn } from "node:timers/promises";
import type { Blocks } from "../log/blocks.ts";
import type { Sieve } from "../sieve/sieve.ts";
import { createCutter } from "./cutter.ts";
import type { LineVisitor } from "./line-visitor.ts";
import type { Stages } from "./stages.ts";

/** Large enough that a read, and what has to be kept of each block, costs little; of 256 KiB a log took a tenth longer. */
const BLOCK_BYTES = 1024 * 1024;

/**
 * Sends a log straight through the memory of the sieve to the visitor, and what it returns for each block to `write`.
 * Timers and signals get their turn between blocks; when the signal is aborted it ends behind the last whole line.
 */
export async function readBlocks(
  blocks: Blocks,
  sieve: Sieve,
  visitor: LineVisitor,
  options: {
    /** The bytes are on loan until it resolves. */
    readonly write: (bytes: Buffer) => Promise<void>;
    readonly signal: AbortSignal;
    readonly look?: Stages["look"] | undefined;
    readonly blockBytes?: number;
  },
): Promise<void> {
  const { write, signal, look, blockBytes = BLOCK_BYTES } = options;
  // While one block is written the next is read; after that the memory of the first is free again.
  const cutter = createCutter(sieve, visitor, 2);
  let written: Promise<void> = Promise.resolve();
  async function send(out: Buffer | undefined): Promise<void> {
    if (out === undefined) return;
    await written;
    written = write(out);
    written.catch(() => undefined);
  }
  try {
    while (!signal.aborted) {
      const room = cutter.room(blockBytes);
      const bytes = blocks.read(room);
      if (bytes === null) {
        await send(cutter.visitRest());
        return;
      }
      look?.(bytes);
      if (bytes.buffer !== room.buffer || bytes.byteOffset !== room.byteOffset) cutter.room(bytes.length).set(bytes);
      if (cutter.take(bytes.length) > 0) await send(cutter.visit());
      await nextTurn();
    }
  } finally {
    blocks.close();
    await written;
  }
}
