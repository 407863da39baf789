import { setTimeout as sleep } from "node:timers/promises";
import { WsaError } from "../../error.ts";
import type { Claims } from "../../log/claims.ts";
import type { Source } from "../../log/source.ts";
import type { Wording } from "../../wording.ts";
import { type PartitionEnd, readPartition } from "./read-partition.ts";
import { Room } from "./room.ts";
import type { Partition, Stream } from "./stream.ts";

const LAG_EVERY_MS = 200;
const LOOK_EVERY_MS = 2000;
/** So long a partition is left alone that another process has counted, or that could not be read. */
const REST_MS = 5000;

/** How streams are read. */
export interface StreamReading {
  readonly follow: boolean;
  readonly signal: AbortSignal;
  /** Reads a source to its end and commits what is new in it; what cannot be read is reported. */
  readonly visit: (source: Source) => Promise<void>;
  /** Divides the partitions among workers; null where there is one worker. */
  readonly claims: ((stream: string) => Claims) | null;
  readonly fail: (error: WsaError) => void;
  /** Takes note of a message that cannot be read. */
  readonly setAside: (subject: string, place: string, why: Wording) => void;
  /** Takes the number of messages that are not counted yet, of all partitions, some times a second. */
  readonly lag: (messages: number) => void;
}

/** Reads streams to their ends, or follows them until the signal is aborted, and closes them. */
export async function readStreams(streams: readonly Stream[], reading: StreamReading): Promise<void> {
  if (streams.length === 0) return;
  const room = new Room();
  /** By partition, the messages that the broker has behind those that it has delivered. */
  const left = new Map<string, number>();
  const timer = setInterval(() => {
    reading.lag([...left.values()].reduce((sum, one) => sum + one, room.messages));
  }, LAG_EVERY_MS);
  const note = ({ subject }: Partition, messages: number) => left.set(subject, messages);
  async function readOne(stream: Stream): Promise<void> {
    const claims = reading.claims?.(stream.subject) ?? null;
    try {
      await new StreamReader(stream, { ...reading, room, note, claims }).read();
    } finally {
      await claims?.close();
      await stream.close();
    }
  }
  await Promise.all(streams.map(readOne)).finally(() => clearInterval(timer));
}

interface ReaderOptions extends Omit<StreamReading, "claims" | "lag"> {
  readonly room: Room;
  readonly note: (partition: Partition, messages: number) => void;
  readonly claims: Claims | null;
}

interface Running {
  readonly stopping: AbortController;
  readonly ended: Promise<void>;
}

/** Reads those partitions of a stream that are this worker's. */
class StreamReader {
  readonly #stream: Stream;
  readonly #options: ReaderOptions;
  readonly #running = new Map<string, Running>();
  /** Partitions that need not be read now, with the time until which that is so. */
  readonly #resting = new Map<string, number>();
  readonly #reported = new Set<string>();
  #wake = new AbortController();

  constructor(stream: Stream, options: ReaderOptions) {
    this.#stream = stream;
    this.#options = options;
  }

  async read(): Promise<void> {
    const { follow, signal } = this.#options;
    while (!signal.aborted) {
      const isDone = await this.#look();
      if (!follow && isDone) break;
      await this.#rest();
    }
    await Promise.all([...this.#running.values()].map(({ ended }) => ended));
  }

  /** Begins and ends to read partitions; resolves to whether none is left to begin. */
  async #look(): Promise<boolean> {
    try {
      const partitions = await this.#stream.partitions();
      const most = await this.#share(partitions.length);
      await this.#giveBack(most);
      for (const partition of partitions) {
        if (this.#running.size >= most || this.#options.signal.aborted) break;
        await this.#begin(partition);
      }
      return this.#running.size === 0 || this.#options.claims === null;
    } catch (error) {
      if (!(error instanceof WsaError)) throw error;
      const what = `${error.subject}: ${error.message}`;
      if (!this.#reported.has(what)) this.#options.fail(error);
      this.#reported.add(what);
      return true;
    }
  }

  async #share(partitions: number): Promise<number> {
    const { claims } = this.#options;
    return claims === null ? partitions : Math.ceil(partitions / Math.max(1, await claims.workers()));
  }

  /** Leaves what is more than this worker's share to others. */
  async #giveBack(most: number): Promise<void> {
    const surplus = [...this.#running.values()].slice(most);
    for (const { stopping } of surplus) stopping.abort();
    await Promise.all(surplus.map(({ ended }) => ended));
  }

  async #begin(partition: Partition): Promise<void> {
    const { claims, signal, follow } = this.#options;
    const name = partition.key;
    if (this.#running.has(name) || (this.#resting.get(name) ?? 0) > Date.now()) return;
    if (claims !== null && !(await claims.claim(name))) return;
    const stopping = new AbortController();
    const both = AbortSignal.any([signal, stopping.signal]);
    const ended = this.#readOne(partition, both).then(async (end) => {
      await claims?.release(name);
      this.#running.delete(name);
      const isOver = end === "ended" && !follow;
      this.#resting.set(name, isOver ? Number.POSITIVE_INFINITY : end === "ended" ? 0 : Date.now() + REST_MS);
      if (!follow && end !== "ended") this.#resting.set(name, Number.POSITIVE_INFINITY);
      this.#wake.abort();
    });
    this.#running.set(name, { stopping, ended });
  }

  #readOne(partition: Partition, signal: AbortSignal): Promise<PartitionEnd> {
    const { visit, room, follow, setAside, note } = this.#options;
    return readPartition(partition, {
      ...{ naming: this.#stream.naming, visit, room, follow, signal },
      setAside: ({ subject }, place, why) => setAside(subject, place, why),
      lag: (messages) => note(partition, messages),
    });
  }

  async #rest(): Promise<void> {
    this.#wake = new AbortController();
    const signal = AbortSignal.any([this.#options.signal, this.#wake.signal]);
    await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}
