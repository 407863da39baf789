import { setImmediate as nextTurn } from "node:timers/promises";
import type { Message, MessageMark, MessagePart } from "../log/message.ts";
import type { IsCounted } from "../log/source.ts";
import type { Sieve } from "../sieve/sieve.ts";
import { type Cutter, createCutter } from "./cutter.ts";
import type { Reader } from "./reader.ts";

type TimedMessage = Message & { readonly time: number };

const NEWLINE = 10;
/** Timers and signals wait no longer. */
const TURN_EVERY_MS = 5;
/** As much of a log whose messages count by themselves is read at once. */
const GROUP_BYTES = 64 * 1024;

/**
 * Sends the messages of a sequence to the reader, calls `reached` behind each with the offset of the next one, and sends
 * what the reader returned to `write`. A message that comes again is passed over. Timers and signals get their turn between messages;
 * when the signal is aborted it ends behind the last message that arrived. Messages that count by themselves are read
 * many at once while one follows the other, and all of them count or none does.
 */
export async function readMessages(
  messages: AsyncIterable<Message>,
  sieve: Sieve,
  reader: Reader,
  options: {
    /** The bytes are on loan until it resolves. */
    readonly write: (bytes: Buffer) => Promise<void>;
    readonly reached: (offset: number, time?: number, mark?: MessageMark, size?: number) => void;
    readonly isCounted: IsCounted;
    readonly signal: AbortSignal;
    /** The offset to begin at. */
    readonly from: number;
  },
): Promise<void> {
  const { write, reached, isCounted, signal } = options;
  const cutter = createCutter(sieve, reader, 1);
  let next = options.from;
  let group: { readonly offset: number; readonly time: number; readonly size: number | undefined }[] = [];
  let size = 0;
  let isFilled = false;
  let areCounted = false;
  let lastTurn = performance.now();

  function take({ offset, time, bytes, size: own }: TimedMessage): void {
    group.push({ offset, time, size: own });
    if (bytes.length > 0) put(cutter, bytes);
    isFilled ||= bytes.length > 0;
    size += own ?? bytes.length;
  }

  async function visitGroup(): Promise<void> {
    if (group.length === 0) return;
    const out = visit(isFilled);
    // Before anything else gets its turn: a commit in between would store a position that the reader has left.
    for (const { offset, time, size } of group) reached(offset + 1, time, undefined, size);
    group = [];
    size = 0;
    isFilled = false;
    if (out !== undefined) await write(out);
    await nextTurn();
  }

  function visit(isFilled: boolean): Buffer | undefined {
    const shown = isFilled ? cutter.visit() : undefined;
    const held = cutter.settle();
    return shown === undefined || held === undefined ? (shown ?? held) : Buffer.concat([shown, held]);
  }

  function visitPart({ bytes, stamp }: MessagePart): Buffer {
    if (stamp !== undefined) reader.beginMessage(stamp);
    if (bytes.length > 0) put(cutter, bytes);
    const out = visit(bytes.length > 0);
    reader.endMessage();
    return out === undefined ? nothing : Buffer.from(out);
  }

  async function visitMessage(message: Message): Promise<void> {
    const { offset, rest = [], mark } = message;
    const parts = [message, ...rest].map(visitPart).filter(({ length }) => length > 0);
    reached(offset + 1, undefined, mark);
    if (parts.length > 0) await write(Buffer.concat(parts));
    if (performance.now() - lastTurn < TURN_EVERY_MS) return;
    await nextTurn();
    lastTurn = performance.now();
  }

  for await (const message of messages) {
    if (signal.aborted) return;
    const { offset, time, mark } = message;
    if (time === undefined) {
      if (offset < next && mark === undefined) continue;
      await visitMessage(message);
    } else {
      const isKnown = isCounted(offset, time);
      if (offset !== next || isKnown !== areCounted || size > GROUP_BYTES) await visitGroup();
      areCounted = isKnown;
      take({ ...message, time });
    }
    next = offset + 1;
  }
  await visitGroup();
}

const nothing = Buffer.alloc(0);

/** Puts the lines of a message behind those that are not visited yet. */
function put(cutter: Cutter, bytes: Uint8Array): void {
  const isWhole = bytes[bytes.length - 1] === NEWLINE;
  const length = isWhole ? bytes.length : bytes.length + 1;
  const room = cutter.room(length);
  room.set(bytes);
  if (!isWhole) room[length - 1] = NEWLINE;
  cutter.take(length);
}
