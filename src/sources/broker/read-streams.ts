import { setMaxListeners } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { WsaError } from "../../error.ts";
import type { Leases } from "../../log/leases.ts";
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
  /** Unix milliseconds. */
  readonly now: () => number;
  /** Reads a source to its end and commits what is new in it; what cannot be read is reported. */
  readonly visit: (source: Source) => Promise<void>;
  /** Divides the partitions of a group among workers; null where there is one worker. */
  readonly leases: ((group: string) => Leases) | null;
  readonly fail: (error: WsaError) => void;
  /** Takes note of a message that cannot be read. */
  readonly setAside: (subject: string, place: string, why: Wording) => void;
  /** Takes note of messages that the broker has removed before they were read. */
  readonly lost: (subject: string, messages: number) => void;
  /** Takes the number of messages that are not counted yet, of all partitions, some times a second. */
  readonly lag: (messages: number) => void;
}

/** Reads streams to their ends, or follows them until the signal is aborted, and closes them. */
export async function readStreams(streams: readonly Stream[], reading: StreamReading): Promise<void> {
  if (streams.length === 0) return;
  // Each log that is read waits for it.
  setMaxListeners(0, reading.signal);
  const room = new Room();
  /** By partition, the messages that the broker has behind those that it has delivered. */
  const left = new Map<string, number>();
  const tell = () => reading.lag([...left.values()].reduce((sum, one) => sum + one, room.messages));
  const timer = setInterval(tell, LAG_EVERY_MS);
  const note = ({ subject }: Partition, messages: number) => left.set(subject, messages);
  async function readOne(stream: Stream): Promise<void> {
    const reader = new StreamReader(stream, { ...reading, room, note });
    try {
      await reader.read();
    } finally {
      await reader.close();
      await stream.close();
    }
  }
  await Promise.all(streams.map(readOne)).finally(() => clearInterval(timer));
  tell();
}

interface ReaderOptions extends Omit<StreamReading, "lag"> {
  readonly room: Room;
  readonly note: (partition: Partition, messages: number) => void;
}

interface Running {
  readonly claim: string;
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
  #leases: Leases | null = null;
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

  async close(): Promise<void> {
    await this.#leases?.close();
  }

  /** Begins and ends to read partitions; resolves to whether none is left to begin. */
  async #look(): Promise<boolean> {
    try {
      const partitions = await this.#stream.partitions();
      this.#leases ??= this.#openLeases(partitions);
      await this.#leaveLost();
      const most = await this.#share(partitions.length);
      await this.#stop([...this.#running.values()].slice(most));
      for (const partition of partitions) {
        if (this.#running.size >= most || this.#options.signal.aborted) break;
        await this.#begin(partition);
      }
      return this.#running.size === 0 || this.#leases === null;
    } catch (error) {
      if (!(error instanceof WsaError)) throw error;
      const what = `${error.subject}: ${error.message}`;
      if (!this.#reported.has(what)) this.#options.fail(error);
      this.#reported.add(what);
      return true;
    }
  }

  #openLeases([first]: readonly Partition[]): Leases | null {
    if (first === undefined) return null;
    return this.#options.leases?.(`${first.sequence.stream} ${this.#stream.filter}`) ?? null;
  }

  /** How many partitions are this worker's share; the rest is left to others. */
  async #share(partitions: number): Promise<number> {
    if (this.#leases === null) return partitions;
    return Math.ceil(partitions / Math.max(1, await this.#leases.workers()));
  }

  /** Leaves what somebody else has claimed while this worker had lost its session. */
  async #leaveLost(): Promise<void> {
    const lost: Running[] = [];
    for (const running of this.#running.values())
      if ((await this.#leases?.claim(running.claim)) === false) lost.push(running);
    await this.#stop(lost);
  }

  async #stop(some: readonly Running[]): Promise<void> {
    for (const { stopping } of some) stopping.abort();
    await Promise.all(some.map(({ ended }) => ended));
  }

  async #begin(partition: Partition): Promise<void> {
    const { signal, follow } = this.#options;
    const { key: name, sequence } = partition;
    if (this.#running.has(name) || (this.#resting.get(name) ?? 0) > Date.now()) return;
    const claim = `${sequence.stream} ${sequence.partition}`;
    if ((await this.#leases?.claim(claim)) === false) return;
    const stopping = new AbortController();
    const both = AbortSignal.any([signal, stopping.signal]);
    const ended = this.#readOne(partition, both).then(async (end) => {
      await this.#leases?.release(claim);
      this.#running.delete(name);
      if (!follow) this.#resting.set(name, Number.POSITIVE_INFINITY);
      else if (end !== "ended") this.#resting.set(name, Date.now() + REST_MS);
      this.#wake.abort();
    });
    this.#running.set(name, { claim, stopping, ended });
  }

  #readOne(partition: Partition, signal: AbortSignal): Promise<PartitionEnd> {
    const { visit, room, follow, now, setAside, lost, note } = this.#options;
    return readPartition(partition, {
      ...{ naming: this.#stream.naming, visit, room, follow, now, signal },
      setAside: ({ subject }, place, why) => setAside(subject, place, why),
      lost: ({ subject }, messages) => lost(subject, messages),
      lag: (messages) => note(partition, messages),
    });
  }

  async #rest(): Promise<void> {
    this.#wake = new AbortController();
    const signal = AbortSignal.any([this.#options.signal, this.#wake.signal]);
    await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}
