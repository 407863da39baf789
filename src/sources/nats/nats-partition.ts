import {
  type Consumer,
  type ConsumerMessages,
  DeliverPolicy,
  type JetStreamManager,
  type JsMsg,
  jetstream,
  jetstreamManager,
  type StreamState,
} from "@nats-io/jetstream";
import type { NatsConnection } from "@nats-io/transport-node";
import { WsaError } from "../../error.ts";
import { say } from "../../wording.ts";
import type { BrokerAddress } from "../broker/address.ts";
import type { BrokerMessage, Partition, ReadOptions, StartPlace } from "../broker/stream.ts";
import { type Gone, SkippedSequences } from "./gaps.ts";
import { Inbox } from "./inbox.ts";
import { type Patience, patiently } from "./patiently.ts";

/** As much of a partition is under way at a time, by the mean of its messages. */
const PULL_BYTES = 4 * 1024 * 1024;
const MOST_MESSAGES = 1000;
/** When nothing comes for so long, the server is asked whether something is left. */
const ASK_EVERY_MS = 1000;
/** So long a server is waited for that was there before. */
const PATIENCE_MS = 60_000;
const EXPIRES_MS = 5000;
/** So often the place is noted up to which a quiet subject has nothing new. */
const LOOK_EVERY_MS = 300_000;

/** What a partition is opened with. */
export interface NatsPartitionOptions {
  readonly connection: NatsConnection;
  readonly address: BrokerAddress;
  /** The identity of the stream. */
  readonly stream: string;
  readonly key: string;
  readonly subject: string;
  readonly explain: (error: unknown) => unknown;
  /** Of messages that are gone between two sequences, how many no other partition has taken note of. */
  readonly gone: Gone;
}

/** One subject of a stream. */
export function createNatsPartition(options: NatsPartitionOptions): Partition {
  const { subject, stream, key, explain } = options;
  return {
    sequence: { stream, partition: key },
    key,
    subject,
    async *read(start, reading) {
      try {
        yield* new SubjectReader(options, start, reading).read();
      } catch (error) {
        throw explain(error);
      }
    },
  };
}

/** Reads a subject with one ordered consumer after the other: what a server forgets when it restarts is made anew. */
class SubjectReader {
  readonly #options: NatsPartitionOptions;
  readonly #reading: ReadOptions;
  #next: number;
  /** Up to here the stream was looked through. */
  #seen: number;
  /** The last sequence that the stream had. */
  #end = 0;
  readonly #skipped = new SkippedSequences();
  #looked = Date.now();
  #manager: Promise<JetStreamManager> | null = null;
  #most = MOST_MESSAGES;
  #isAtEnd = false;

  constructor(options: NatsPartitionOptions, { from, cursor }: StartPlace, reading: ReadOptions) {
    this.#options = options;
    this.#reading = reading;
    this.#next = Math.max(1, from);
    this.#seen = Math.max(from - 1, Number(cursor ?? 0));
  }

  async *read(): AsyncGenerator<readonly BrokerMessage[]> {
    const state = await patiently(() => this.#state(), this.#patience);
    if (state === null) return;
    this.#findEnd(state);
    while (!this.#isAtEnd && !this.#reading.signal.aborted) {
      const found = await patiently(() => this.#consumer(), this.#patience);
      if (found === null) return;
      const { consumer, num_pending } = found;
      this.#reading.lag(num_pending);
      if (num_pending === 0) this.#see(this.#end);
      if (num_pending === 0 && !this.#reading.follow) return;
      yield* this.#deliver(consumer);
    }
  }

  /** A server that is killed may lose what it has delivered, and gives its numbers to other messages then. */
  #findEnd(state: StreamState): void {
    this.#end = state.last_seq;
    // Not by their bytes: what a pull has left of them is taken for something that still comes.
    const mean = state.bytes / Math.max(1, state.messages);
    this.#most = Math.max(10, Math.min(MOST_MESSAGES, Math.floor(PULL_BYTES / (mean + 1))));
    if (this.#next <= this.#end + 1) {
      this.#noteGap(state.first_seq - 1);
      return;
    }
    throw new WsaError(
      "input",
      this.#options.subject,
      say`ends with ${this.#end}, but is counted up to ${this.#next - 1}: its server has lost messages`,
      { hint: say`What comes up to there is not counted. A server with sync_interval: always loses nothing.` },
    );
  }

  async #state(): Promise<StreamState> {
    const { connection, address } = this.#options;
    this.#manager ??= jetstreamManager(connection, { checkAPI: false });
    return (await (await this.#manager).streams.info(address.path)).state;
  }

  /** What the stream had before its first message, and nobody has read, is gone. */
  #noteGap(last: number): void {
    // A subject that was never read may have had nothing before.
    if (this.#seen === 0 || last <= this.#seen) return;
    this.#see(last, this.#options.gone(this.#seen + 1, last + 1));
  }

  /** Moves on behind messages, and notes what the stream has dropped before them. */
  async #moveOn(messages: readonly JsMsg[]): Promise<void> {
    for (const { seq } of messages) {
      if (this.#next > 1) this.#skipped.add(Math.max(this.#next, this.#seen + 1), seq);
      this.#next = seq + 1;
    }
    const lost = await this.#skipped.lost(async () => (await this.#state()).first_seq, this.#options.gone);
    if (lost > 0) this.#reading.pass({ messages: 0, lost });
  }

  /** Nothing of this subject is left up to a sequence. */
  #see(sequence: number, lost = 0): void {
    if (this.#next === 1 || sequence <= this.#seen) return;
    this.#seen = sequence;
    this.#reading.pass({ cursor: String(sequence), messages: 0, lost });
  }

  get #patience(): Patience {
    const { signal, follow } = this.#reading;
    return { signal, most: follow ? Number.POSITIVE_INFINITY : PATIENCE_MS };
  }

  /** The next consumer, and how many messages wait for it. */
  async #consumer(): Promise<{ readonly consumer: Consumer; readonly num_pending: number }> {
    const { connection, address, key } = this.#options;
    const consumer = await jetstream(connection).consumers.get(address.path, {
      filter_subjects: key,
      deliver_policy: DeliverPolicy.StartSequence,
      opt_start_seq: this.#next,
    });
    const { num_pending } = await consumer.info(true);
    return { consumer, num_pending };
  }

  async *#deliver(consumer: Consumer): AsyncGenerator<readonly BrokerMessage[]> {
    const { signal, lag } = this.#reading;
    const messages = await consumer.consume({
      max_messages: this.#most,
      expires: EXPIRES_MS,
    });
    const stop = () => messages.stop();
    signal.addEventListener("abort", stop, { once: true });
    if (signal.aborted) stop();
    const inbox = new Inbox();
    const receiving = this.#receive(messages, inbox);
    const watch = setInterval(() => this.#ask(consumer, messages, inbox), ASK_EVERY_MS);
    try {
      for (let batch = await inbox.take(); batch.length > 0; batch = await inbox.take()) {
        await this.#moveOn(batch);
        lag((batch.at(-1) as JsMsg).info.pending);
        yield batch.map(toBrokerMessage);
      }
    } finally {
      clearInterval(watch);
      signal.removeEventListener("abort", stop);
      stop();
      inbox.close();
      // It would go away by itself some minutes later.
      consumer.delete().catch(() => undefined);
    }
    await receiving;
  }

  /** Fills the inbox, until the consumer is stopped or has delivered all that was there. */
  async #receive(messages: ConsumerMessages, inbox: Inbox): Promise<void> {
    try {
      for await (const message of messages) {
        await inbox.put(message);
        const isAtEnd = message.info.pending === 0 || message.seq >= this.#end;
        if (this.#reading.follow || !isAtEnd) continue;
        this.#isAtEnd = true;
        return;
      }
    } finally {
      inbox.close();
    }
  }

  /** Ends a consumer that has lost something on the way, from which nothing comes, or which has nothing more. */
  async #ask(consumer: Consumer, messages: ConsumerMessages, inbox: Inbox): Promise<void> {
    const { received } = inbox;
    if (inbox.isAsked || !inbox.isEmpty) return;
    inbox.isAsked = true;
    try {
      await this.#moveOn([]);
      const isLook = Date.now() - this.#looked > LOOK_EVERY_MS;
      const { last_seq = 0 } = isLook ? await this.#state() : {};
      const { num_pending, delivered } = await consumer.info();
      if (inbox.received !== received || !inbox.isEmpty) return;
      const isLost = delivered.consumer_seq > inbox.delivered;
      if (isLook) this.#looked = Date.now();
      if (isLook && num_pending === 0 && !isLost) this.#see(last_seq);
      if (num_pending === 0 && !isLost && !this.#reading.follow) this.#isAtEnd = true;
      if (num_pending > 0 || isLost || this.#isAtEnd) messages.stop();
    } catch {
      // It is gone, or its server is: then the next one waits for it.
      messages.stop();
    } finally {
      inbox.isAsked = false;
    }
  }
}

function toBrokerMessage({ seq, data, info, headers }: JsMsg): BrokerMessage {
  return {
    offset: seq,
    bytes: data,
    time: Math.floor(info.timestampNanos / 1e6),
    header: (name) => headers?.get(name) || null,
  };
}
