import type { Sequence } from "../../log/identity.ts";
import type { Message } from "../../log/message.ts";
import type { IsCounted } from "../../log/source.ts";
import { say, type Wording } from "../../wording.ts";
import { ChunkFile } from "./chunk-file.ts";
import { StoredEvent, unlessBroken } from "./event.ts";
import { findRecords, type StoredRecord } from "./records.ts";

/** A machine that was renamed has its log under each of its names; more of them are those of a collector. */
const MOST_NAMES = 8;

/** A log of one machine in a file of events. */
export interface EventLog {
  /** Empty where a collector has events of many logs in one file. */
  readonly computer: string;
  readonly channel: string;
  /** Null where it has no events. */
  readonly identity: Sequence | null;
  /** Its events, each as XML on one line. Throws a WsaError `input` when the file cannot be read. */
  messages(signal: AbortSignal, isCounted?: IsCounted): AsyncGenerator<Message>;
}

/** What is wrong in a file of events. */
interface Damage {
  /** Offsets of chunks. */
  readonly chunks: Set<number>;
  /** Offsets of records. */
  readonly records: Set<number>;
}

/** The logs in an open file of events. */
export interface EventFile {
  /** One, as a rule; at least one. */
  readonly logs: readonly EventLog[];
  /** What of the file could not be read so far; null where it is whole. */
  damage(): Wording | null;
}

/**
 * Opens a file of Windows events. Throws a WsaError `input` when it cannot be read.
 *
 * @param collector names the file where its events are those of many machines.
 */
export function openEventFile(fd: number, path: string, size: number, collector: string): EventFile {
  const file = new ChunkFile(fd, path, size);
  const damage: Damage = { chunks: new Set(), records: new Set() };
  const names = new Map<string, { computer: string; channel: string; chunks: number[] }>();
  for (const { at, event } of eventsIn(file, file.chunks, damage)) {
    const { computer, channel } = event;
    const name = nameOf(event);
    const known = names.get(name);
    if (known === undefined) names.set(name, { computer, channel, chunks: [at] });
    else if (known.chunks.at(-1) !== at) known.chunks.push(at);
  }
  const found = [...names.values()];
  const channels = new Set(found.map(({ channel }) => channel));
  const isCollected = channels.size > 1 || found.length > MOST_NAMES;

  async function* messages(
    chunks: readonly number[],
    name: string | null,
    signal: AbortSignal,
    isCounted: IsCounted = () => false,
  ): AsyncGenerator<Message> {
    for (const { record, event, at } of eventsIn(file, chunks, damage)) {
      if (signal.aborted) return;
      if (name !== null && nameOf(event) !== name) continue;
      const offset = name === null ? record.id : event.id;
      const { time } = event;
      if (isCounted(offset, time)) yield { offset, time, bytes: NOTHING };
      else {
        const xml = unlessBroken(() => event.xml());
        if (xml === null) damage.records.add(at + record.start);
        else yield { offset, time, bytes: Buffer.from(`${xml}\n`) };
      }
    }
  }

  const none: EventLog = { computer: "", channel: "", identity: null, messages: (...how) => messages([], null, ...how) };
  const collected: EventLog = {
    computer: "",
    channel: channels.size === 1 ? (found[0]?.channel ?? "") : "",
    identity: { stream: "events collected", partition: collector, isNumbered: true },
    messages: (...how) => messages(file.chunks, null, ...how),
  };
  const own = found.map(
    ({ computer, channel, chunks }): EventLog => ({
      computer,
      channel,
      identity: { stream: `events of ${channel}`, partition: computer.toLowerCase(), isNumbered: true },
      messages: (...how) => messages(chunks, nameOf({ computer, channel }), ...how),
    }),
  );
  const logs = found.length === 0 ? [none] : isCollected ? [collected] : own;
  return { logs, damage: () => describe(damage) };
}

/** The events of chunks, one after another; what is broken is passed over and noted. */
function* eventsIn(
  file: ChunkFile,
  chunks: readonly number[],
  damage: Damage,
): Generator<{ readonly at: number; readonly record: StoredRecord; readonly event: StoredEvent }> {
  for (const at of chunks) {
    const chunk = file.read(at);
    const { records, gaps } = findRecords(chunk.bytes);
    if (gaps > 0 || !file.isSound(at, chunk)) damage.chunks.add(at);
    for (const record of records) {
      const event = unlessBroken(() => new StoredEvent(chunk, record));
      if (event === null) damage.records.add(at + record.start);
      else yield { at, record, event };
    }
  }
}

function nameOf({ computer, channel }: Pick<StoredEvent, "computer" | "channel">): string {
  return `${channel}\n${computer.toLowerCase()}`;
}

function describe({ chunks, records }: Damage): Wording | null {
  if (chunks.size === 0 && records.size === 0) return null;
  return say`is damaged: ${chunks.size} of its blocks are not as they were written, and ${records.size} of its events cannot be read; all others were`;
}

const NOTHING = new Uint8Array(0);
