import type { Message, MessageMark, MessagePart } from "../../log/message.ts";
import type { Source } from "../../log/source.ts";
import type { Wording } from "../../wording.ts";
import type { WrappedText } from "../envelope/envelope.ts";
import { type Unwrapped, unwrap } from "../envelope/unwrap.ts";
import { Lane, type LanePlace } from "./lane.ts";
import { type LogOfMessage, logInPartition, shippedLog } from "./log-of.ts";
import { type OpenMessage, OpenMessages } from "./open-messages.ts";
import type { Room } from "./room.ts";
import type { BrokerMessage, LogNaming, Partition, Passed, StartPlace } from "./stream.ts";

/** How a partition is read. */
export interface PartitionReading {
  readonly naming: LogNaming;
  readonly room: Room;
  readonly follow: boolean;
  readonly signal: AbortSignal;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** Reads a source to its end and commits what is new in it; what cannot be read is reported. */
  readonly visit: (source: Source) => Promise<void>;
  readonly setAside: (partition: Partition, place: string, why: Wording) => void;
  readonly lost: (partition: Partition, messages: number) => void;
  readonly lag: (messages: number) => void;
}

/** Why a partition is not read any more: its end, an abort, or a log that another process counts or that cannot be stored. */
export type PartitionEnd = "ended" | "yielded" | "failed";

/** A log from which nothing comes for so long is left, until something comes. */
const QUIET_MS = 60_000;
const LEAVE_EVERY_MS = 5000;

const linesAsTheyAre: Unwrapped = { kind: "lines" };
const noBytes = new Uint8Array(0);

/**
 * Reads one partition: its messages are dealt out to the logs that they are of, each a source with a position of its own.
 * The position of the partition, where the next reading begins, follows behind: all messages before it are committed with
 * their counts. So a message that comes again is known to its log, whoever reads it.
 */
export async function readPartition(partition: Partition, reading: PartitionReading): Promise<PartitionEnd> {
  const { naming, room, follow, visit, now } = reading;
  const stopping = new AbortController();
  const signal = AbortSignal.any([reading.signal, stopping.signal]);
  const open = new OpenMessages();
  const lanes = new Map<string, Lane>();
  /** By log, what ends when it is read no more. */
  const leaving = new Map<string, Promise<void>>();
  const visits = new Set<Promise<void>>();
  let waitingBytes = 0;
  let end: PartitionEnd = "ended";
  let isDelivered = false;
  let failure: unknown = null;
  /** Messages behind those that were delivered. */
  let behind = 0;
  let wake = () => {};
  let delivering = Promise.resolve();

  function stop(why: PartitionEnd): void {
    if (end === "ended") end = why;
    stopping.abort();
    wake();
  }

  function take(bytes: number): void {
    waitingBytes += bytes;
    room.take(bytes, 0);
  }

  function laneOf({ name, identity }: LogOfMessage): Lane {
    const key = JSON.stringify(identity);
    const known = lanes.get(key);
    if (known !== undefined) return known;
    const lane = new Lane(partition, name, identity, {
      onTaken: (bytes) => take(-bytes),
      onCounted: () => wake(),
      onYield: () => stop("yielded"),
    });
    lanes.set(key, lane);
    const visiting = (leaving.get(key) ?? Promise.resolve())
      .then(() => visit(lane.source))
      .catch((error) => {
        failure ??= error;
      })
      .finally(() => {
        visits.delete(visiting);
        if (leaving.get(key) === visiting) leaving.delete(key);
        // It has ended before its messages have: it could not be opened.
        if (!lane.isEnded && !isDelivered && !signal.aborted) stop("failed");
        wake();
      });
    lane.visiting = visiting;
    visits.add(visiting);
    return lane;
  }

  /** Memory is for the logs that are written now, however many there are in the partition. */
  function leaveQuiet(): void {
    const before = now() - QUIET_MS;
    for (const [key, lane] of lanes) {
      if (lane.pushed > before || !lane.isIdle) continue;
      lanes.delete(key);
      leaving.set(key, lane.visiting);
      lane.end();
    }
  }

  function deal(message: BrokerMessage): void {
    const { offset, id, bytes, time } = message;
    const shipped = shippedLog(message);
    const unwrapped = shipped === null ? unwrap(bytes, naming.fields) : linesAsTheyAre;
    const one: OpenMessage = { offset, id, left: 0, setAside: unwrapped.kind === "unreadable" };
    open.add(one);
    room.take(0, 1);
    if (unwrapped.kind === "unreadable") {
      reading.setAside(partition, String(id ?? offset), unwrapped.why);
      return;
    }
    const entries = unwrapped.kind === "entries" ? unwrapped.entries : [null];
    for (const [lane, { place, parts }] of partsByLog(message, entries, shipped)) {
      one.left++;
      const size = parts.reduce((sum, part) => sum + part.bytes.length, 0);
      take(size);
      lane.push({ ...place, message: one, parts, bytes: size, arrived: time }, now());
    }
  }

  function partsByLog(message: BrokerMessage, entries: readonly (WrappedText | null)[], shipped: LogOfMessage | null) {
    const found = new Map<Lane, { readonly place: LanePlace; readonly parts: [MessagePart, ...MessagePart[]] }>();
    for (const entry of entries) {
      const name = naming.nameOf(partition, message, entry, shipped?.name);
      const log = shipped === null ? logInPartition(partition, message, name) : { ...shipped, name };
      const lane = laneOf(log);
      const part = entry === null ? { bytes: message.bytes } : partOf(entry);
      const known = found.get(lane);
      if (known === undefined) found.set(lane, { place: log.place, parts: [part] });
      else known.parts.push(part);
    }
    return found;
  }

  function lag(messages: number): void {
    behind = messages;
    reading.lag(messages);
  }

  function pass(one: Passed): void {
    if (one.lost > 0) reading.lost(partition, one.lost);
    open.addGap(one);
    wake();
  }

  async function deliver(start: StartPlace): Promise<void> {
    let last: LanePlace = { offset: start.from - 1, id: start.cursor };
    for await (const messages of partition.read(start, { follow, signal, lag, pass })) {
      leaveQuiet();
      for (const message of messages) {
        if (!isBehind(message, last)) continue;
        last = message;
        deal(message);
      }
      wake();
      await room.wait(signal);
      if (signal.aborted) return;
    }
  }

  function isBehind({ offset, id = "" }: LanePlace, last: LanePlace): boolean {
    if (offset !== undefined) return offset > (last.offset ?? -1);
    return last.id === undefined || partition.isBehind?.(id, last.id) === true;
  }

  async function* marks(from: number, start: string | undefined): AsyncGenerator<Message> {
    let next = from;
    let cursor = start;
    delivering = deliver({ from, cursor })
      .catch((error) => {
        failure ??= error;
      })
      .finally(() => {
        isDelivered = true;
        for (const lane of lanes.values()) lane.end();
        wake();
      });
    signal.addEventListener("abort", () => wake(), { once: true });
    for (;;) {
      const { size } = open;
      const mark = open.takeCounted();
      room.take(0, open.size - size);
      if (mark !== null) {
        const { id, setAside, messages, lost } = mark;
        const offset = mark.offset ?? next + messages - 1;
        next = offset + 1;
        cursor = id ?? cursor;
        yield markAt(offset, cursor, { setAside, lost });
      } else if (isDelivered && visits.size === 0) break;
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
    await delivering;
    if (failure !== null) throw failure;
  }

  function markAt(
    offset: number,
    cursor: string | undefined,
    figures: Pick<MessageMark, "setAside" | "lost">,
  ): Message {
    const mark = { ...(cursor !== undefined && { cursor }), ...figures, behind: behind + open.size };
    return { offset, bytes: noBytes, mark };
  }

  const index: Source = {
    name: { host: "", name: partition.subject },
    subject: partition.subject,
    identity: partition.sequence,
    live: true,
    isIndex: true,
    open: () => Promise.reject(new Error("an index has messages")),
    messages: (from, _signal, _isCounted, cursor) => marks(from, cursor),
    committed(position) {
      if (position === null) stop("yielded");
    },
  };
  const timer = setInterval(leaveQuiet, LEAVE_EVERY_MS);
  try {
    await visit(index);
  } finally {
    clearInterval(timer);
    stop(isDelivered && failure === null ? "ended" : "failed");
    await delivering;
    await Promise.all(visits);
    room.take(-waitingBytes, -open.size);
  }
  return end;
}

function partOf({ text, time }: WrappedText): MessagePart {
  return { bytes: Buffer.from(text), stamp: time ?? undefined };
}
