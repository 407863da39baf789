import { setImmediate as nextTurn } from "node:timers/promises";
import type { Message } from "../log/message.ts";
import type { Sieve } from "../sieve/sieve.ts";
import { type Cutter, createCutter } from "./cutter.ts";
import type { Reader } from "./reader.ts";

const NEWLINE = 10;

/**
 * Sends the messages of a sequence to the reader, calls `reached` behind each with the offset of the next one, and sends
 * what the reader returned to `write`. A message that comes again is passed over. Timers and signals get their turn between messages;
 * when the signal is aborted it ends behind the last message that arrived.
 */
export async function readMessages(
  messages: AsyncIterable<Message>,
  sieve: Sieve,
  reader: Reader,
  options: {
    /** The bytes are on loan until it resolves. */
    readonly write: (bytes: Buffer) => Promise<void>;
    readonly reached: (offset: number, time?: number) => void;
    readonly signal: AbortSignal;
    /** The offset to begin at. */
    readonly from: number;
  },
): Promise<void> {
  const { write, reached, signal } = options;
  const cutter = createCutter(sieve, reader, 1);
  let next = options.from;
  for await (const { offset, bytes, time } of messages) {
    if (signal.aborted) return;
    // Where each message counts by itself the ledger knows what comes again.
    if (offset < next && time === undefined) continue;
    const shown = bytes.length === 0 ? undefined : visit(cutter, bytes);
    const held = cutter.settle();
    const out = shown === undefined || held === undefined ? (shown ?? held) : Buffer.concat([shown, held]);
    reader.endMessage();
    next = offset + 1;
    // Before anything else gets its turn: a commit in between would store a position that the reader has left.
    reached(next, time);
    if (out !== undefined) await write(out);
    await nextTurn();
  }
}

function visit(cutter: Cutter, bytes: Uint8Array): Buffer | undefined {
  const isWhole = bytes[bytes.length - 1] === NEWLINE;
  const length = isWhole ? bytes.length : bytes.length + 1;
  const room = cutter.room(length);
  room.set(bytes);
  if (!isWhole) room[length - 1] = NEWLINE;
  cutter.take(length);
  return cutter.visit();
}
