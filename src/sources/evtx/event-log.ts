import type { Message } from "../../log/message.ts";
import type { Damage, IsCounted } from "../../log/source.ts";
import { ChunkFile, type ReadAt } from "./chunk-file.ts";
import { StoredEvent, unlessBroken } from "./event.ts";
import { type EventLog, type FileOfEvents, identityOfEvents } from "./log-of-machine.ts";
import { findRecords, type StoredRecord } from "./records.ts";
import { XmlBytes } from "./xml-bytes.ts";

type LogOfMachine = Pick<StoredEvent, "computer" | "channel">;

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
    for (const { at, event } of this.#events(this.#file.chunks)) {
      this.#meet(at, event);
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
        messages: (signal, isCounted) => this.#messages(log, all, signal, isCounted),
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
    signal: AbortSignal,
    isCounted: IsCounted = () => false,
  ): AsyncGenerator<Message> {
    const out = new XmlBytes();
    for (const { at, record, event } of this.#events(chunks)) {
      if (signal.aborted) return;
      if (!isOf(log, event)) {
        this.#meet(at, event);
        continue;
      }
      const { id: offset, time } = event;
      if (isCounted(offset, time)) {
        yield { offset, time, bytes: NOTHING };
        continue;
      }
      out.begin();
      if (unlessBroken(() => event.write(out)) === null) this.#broken.add(at + record.start);
      else {
        out.ascii("\n");
        yield { offset, time, bytes: out.written };
      }
    }
  }

  /** The events of chunks, one after another; what is broken is passed over and noted. */
  *#events(
    chunks: readonly number[],
  ): Generator<{ readonly at: number; readonly record: StoredRecord; readonly event: StoredEvent }> {
    for (const at of chunks) {
      const chunk = this.#file.read(at);
      const { records, gaps } = findRecords(chunk.bytes);
      if (gaps > 0 || !this.#file.isSound(at, chunk)) this.#damaged.add(at);
      for (const record of records) {
        const event = unlessBroken(() => new StoredEvent(chunk, record));
        if (event === null) this.#broken.add(at + record.start);
        else yield { at, record, event };
      }
    }
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
