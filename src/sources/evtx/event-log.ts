import type { Message } from "../../log/message.ts";
import type { Damage, IsCounted, LineFinder } from "../../log/source.ts";
import { ChunkFile, type ReadAt } from "./chunk-file.ts";
import { StoredEvent, unlessBroken } from "./event.ts";
import { EventValues } from "./event-values.ts";
import { type EventLog, type FileOfEvents, identityOfEvents } from "./log-of-machine.ts";
import { findRecords } from "./records.ts";
import { XmlBytes } from "./xml-bytes.ts";

type LogOfMachine = Pick<StoredEvent, "computer" | "channel">;

interface HowToRead {
  readonly signal: AbortSignal;
  readonly isCounted?: IsCounted | undefined;
  readonly finder?: (() => LineFinder) | undefined;
}

/** A file of Windows events. */
export class EventFile implements FileOfEvents {
  readonly #file: ChunkFile;
  /** Offsets of chunks. */
  readonly #damaged = new Set<number>();
  /** Offsets of records. */
  readonly #broken = new Set<number>();
  /** The logs that were met, by name, with the chunks that they are in. */
  readonly #met = new Map<string, { readonly log: LogOfMachine; readonly chunks: number[] }>();

  /** Opens it. Throws a WsaError `input` when it cannot be read. */
  constructor(readAt: ReadAt, size: number) {
    this.#file = new ChunkFile(readAt, size);
    for (const at of this.#file.chunks) {
      const [first] = this.#eventsAt(at);
      if (first === undefined) continue;
      this.#meet(at, first);
      break;
    }
  }

  get isOpen(): boolean {
    return this.#file.isOpen;
  }

  get bytesRead(): number {
    return this.#file.bytesRead;
  }

  *logs(): Generator<EventLog> {
    let isFirst = true;
    for (const { log, chunks } of this.#met.values()) {
      const all = isFirst ? this.#file.chunks : chunks;
      isFirst = false;
      const { computer, channel } = log;
      yield {
        computer,
        channel,
        identity: identityOfEvents(channel, computer),
        messages: (signal, isCounted, finder) => this.#messages(log, all, { signal, isCounted, finder }),
      };
    }
  }

  get size(): number {
    return this.#met.size;
  }

  damage(): Damage | null {
    const [blocks, events] = [this.#damaged.size, this.#broken.size];
    return blocks === 0 && events === 0 ? null : { blocks, events };
  }

  async *#messages(
    log: LogOfMachine,
    chunks: readonly number[],
    { signal, isCounted = () => false, finder }: HowToRead,
  ): AsyncGenerator<Message> {
    const out = new XmlBytes();
    const values = finder === undefined ? null : new EventValues(finder());
    for (const at of chunks) {
      if (signal.aborted) return;
      const events = this.#eventsAt(at).filter((event) => {
        const isHere = isOf(log, event);
        if (!isHere) this.#meet(at, event);
        return isHere;
      });
      const isNew = events.map(({ id, time }) => !isCounted(id, time));
      for (const [n, event] of events.entries()) if (isNew[n] === true) values?.add(event);
      const isFound = values?.take();
      let place = 0;
      for (const [n, event] of events.entries()) {
        const { id: offset, time, size } = event;
        if (isNew[n] !== true) yield { offset, time, size, bytes: NOTHING };
        else if (isFound?.[place++] === false) yield { offset, time, size, bytes: EMPTY_LINE };
        else if (this.#isWritten(at, event, out)) yield { offset, time, size, bytes: out.written };
        if (signal.aborted) return;
      }
    }
  }

  /** Writes an event; one that is broken is noted. */
  #isWritten(at: number, event: StoredEvent, out: XmlBytes): boolean {
    out.begin();
    const isWhole = unlessBroken(() => event.write(out)) !== null;
    if (isWhole) out.ascii("\n");
    else this.#broken.add(at + event.start);
    return isWhole;
  }

  /** The events of a chunk; what is broken is passed over and noted. */
  #eventsAt(at: number): StoredEvent[] {
    const chunk = this.#file.read(at);
    const { records, gaps } = findRecords(chunk.bytes);
    if (gaps > 0 || !this.#file.isSound(at, chunk)) this.#damaged.add(at);
    const events: StoredEvent[] = [];
    for (const record of records) {
      const event = unlessBroken(() => new StoredEvent(chunk, record));
      if (event === null) this.#broken.add(at + record.start);
      else events.push(event);
    }
    return events;
  }

  #meet(at: number, { computer, channel }: StoredEvent): void {
    const name = `${channel}\n${computer.toLowerCase()}`;
    const met = this.#met.get(name);
    if (met === undefined) this.#met.set(name, { log: { computer, channel }, chunks: [at] });
    else if (met.chunks.at(-1) !== at) met.chunks.push(at);
  }
}

function isOf(log: LogOfMachine, { computer, channel }: StoredEvent): boolean {
  return (
    channel === log.channel && (computer === log.computer || computer.toLowerCase() === log.computer.toLowerCase())
  );
}

const NOTHING = new Uint8Array(0);
/** In the place of an event without a code. */
const EMPTY_LINE = Buffer.from("\n");
