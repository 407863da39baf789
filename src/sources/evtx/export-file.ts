import type { Message } from "../../log/message.ts";
import type { IsCounted } from "../../log/source.ts";
import type { ReadAt } from "./chunk-file.ts";
import { type ExportedFacts, factsOf } from "./exported-facts.ts";
import { type EventLog, type FileOfEvents, identityOfEvents } from "./log-of-machine.ts";

const BLOCK_BYTES = 1024 * 1024;
const EVENT_END = "</Event>";

interface ExportedEvent extends ExportedFacts {
  readonly start: number;
  readonly end: number;
  /** With what comes before it, and with those behind it that nothing identifies. */
  readonly bytes: Buffer;
}

interface Met extends Pick<ExportedFacts, "channel" | "computer"> {
  /** Where its events begin and end: pairs, those next to each other as one. */
  readonly ranges: number[];
}

/** Windows events that were exported as XML, in UTF-8: those of a file are the same wherever they come from. */
export class ExportFile implements FileOfEvents {
  readonly isOpen = false;
  readonly #readAt: ReadAt;
  readonly #size: number;
  readonly #met = new Map<string, Met>();
  #bytesRead = 0;

  /** Opens it. Throws a WsaError `input` when it cannot be read. */
  constructor(readAt: ReadAt, size: number) {
    this.#readAt = readAt;
    this.#size = size;
    for (const event of this.#events(0, size)) {
      this.#meet(event);
      break;
    }
  }

  get bytesRead(): number {
    return this.#bytesRead;
  }

  get size(): number {
    return this.#met.size;
  }

  *logs(): Generator<EventLog> {
    let isFirst = true;
    for (const log of this.#met.values()) {
      const ranges = isFirst ? [0, this.#size] : log.ranges;
      isFirst = false;
      const { channel, computer } = log;
      yield {
        channel,
        computer,
        identity: identityOfEvents(channel, computer),
        messages: (signal, isCounted) => this.#messages(log, ranges, signal, isCounted),
      };
    }
  }

  damage(): null {
    return null;
  }

  async *#messages(
    log: Met,
    ranges: readonly number[],
    signal: AbortSignal,
    isCounted: IsCounted = () => false,
  ): AsyncGenerator<Message> {
    for (let n = 0; n < ranges.length; n += 2) {
      for (const event of this.#events(ranges[n] as number, ranges[n + 1] as number)) {
        if (signal.aborted) return;
        const { id: offset, time, bytes } = event;
        if (nameOf(event) !== nameOf(log)) this.#meet(event);
        else yield { offset, time, bytes: isCounted(offset, time) ? NOTHING : onOneLine(bytes) };
      }
    }
  }

  /** The events between two offsets of the file. */
  *#events(from: number, to: number): Generator<ExportedEvent> {
    let start = from;
    let bytes = NOTHING;
    let known: ExportedFacts | null = null;
    /** Where the last event ends, and how far the next end was searched for. */
    let [last, searched] = [0, 0];
    for (;;) {
      const end = bytes.indexOf(EVENT_END, searched) + EVENT_END.length;
      if (end < EVENT_END.length) {
        searched = Math.max(last, bytes.length - EVENT_END.length);
        const more = this.#read(start + bytes.length, to, Math.max(BLOCK_BYTES, bytes.length));
        if (more.length === 0) break;
        bytes = Buffer.concat([bytes, more]);
        continue;
      }
      const facts = factsOf(bytes, last, end);
      if (facts !== null && known !== null) {
        yield { ...known, start, end: start + last, bytes: bytes.subarray(0, last) };
        start += last;
        bytes = bytes.subarray(last);
        last = end - last;
      } else last = end;
      known = facts ?? known;
      searched = last;
    }
    if (known !== null) yield { ...known, start, end: start + bytes.length, bytes };
  }

  #read(at: number, to: number, most: number): Buffer {
    const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(most, to - at)));
    const length = bytes.length === 0 ? 0 : this.#readAt(bytes, at);
    this.#bytesRead += length;
    return bytes.subarray(0, length);
  }

  #meet(event: ExportedEvent): void {
    const { channel, computer, start, end } = event;
    const name = nameOf(event);
    const met = this.#met.get(name);
    if (met === undefined) this.#met.set(name, { channel, computer, ranges: [start, end] });
    else if (met.ranges.at(-1) === start) met.ranges[met.ranges.length - 1] = end;
    else met.ranges.push(start, end);
  }
}

const nameOf = ({ channel, computer }: Pick<ExportedFacts, "channel" | "computer">): string =>
  `${channel}\n${computer.toLowerCase()}`;

/** An event as a file of events has it, whichever layout it was exported in. */
function onOneLine(bytes: Buffer): Buffer {
  const end = bytes.indexOf("\n");
  if (end < 0 || end >= bytes.length - 1) return bytes;
  const text = bytes.toString("latin1").trim();
  return Buffer.from(text.replace(BETWEEN_TAGS, "><").replace(LINE_ENDS, "&#10;"), "latin1");
}

const BETWEEN_TAGS = />\s+</g;
const LINE_ENDS = /\r?\n/g;

const NOTHING: Buffer = Buffer.alloc(0);
