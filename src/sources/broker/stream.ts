import type { Sequence } from "../../log/identity.ts";
import type { LogName } from "../../log/log-name.ts";
import type { WrappedText } from "../envelope/envelope.ts";
import type { NamedFields } from "../envelope/unwrap.ts";

/** A message as its broker delivers it. */
export interface BrokerMessage {
  /** Where it is in its partition: a whole number below 2^53, where the broker has one. */
  readonly offset?: number;
  /** What the broker calls it, where that is no such number. */
  readonly id?: string;
  readonly bytes: Uint8Array;
  /** When the broker took it, Unix milliseconds. */
  readonly time: number;
  header(name: string): string | null;
}

/** Behind which message reading begins: at an offset, or behind the one with an id. */
export interface StartPlace {
  readonly from: number;
  readonly cursor: string | undefined;
}

/** One partition of a stream. */
export interface Partition {
  readonly sequence: Sequence;
  /** The subject or key of its messages. */
  readonly key: string;
  /** What messages for people call it; without credentials. */
  readonly subject: string;
  /** Whether the message with an id comes behind the one with another. */
  readonly isBehind?: ((id: string, other: string) => boolean) | undefined;
  /**
   * Delivers messages in order, some at a time, until the signal is aborted; without `follow`, until the end that the
   * partition had when it was opened. A message may come again. Waits while the broker cannot be reached; throws a
   * WsaError `input` when that makes no sense.
   */
  read(start: StartPlace, options: ReadOptions): AsyncIterable<readonly BrokerMessage[]>;
}

/** How a partition is read. */
export interface ReadOptions {
  readonly follow: boolean;
  readonly signal: AbortSignal;
  /** Takes the number of messages behind those that were delivered, as far as the broker tells. */
  readonly lag: (messages: number) => void;
  /** Takes note of a stretch without messages between those that are delivered before and after the call. */
  readonly pass: (passed: Passed) => void;
}

/** A stretch of a partition without messages. */
export interface Passed {
  /** What reading begins behind from now on, where that is not the last message. */
  readonly cursor?: string;
  /** How many messages were there, where the position is their number. */
  readonly messages: number;
  /** How many of these nobody has read, or may have been. */
  readonly lost: number;
}

/** What the logs in a stream go by. */
export interface LogNaming {
  /** Fields of JSON that a person has named. */
  readonly fields: NamedFields;
  /** The log of an entry, or of a message without entries; `shipped` is what its shipper calls it. */
  nameOf(partition: Partition, message: BrokerMessage, entry: WrappedText | null, shipped?: LogName): LogName;
}

/** A stream of a broker. */
export interface Stream {
  /** Its address, without credentials. */
  readonly subject: string;
  readonly naming: LogNaming;
  /** Which partitions of it are meant. */
  readonly filter: string;
  /** The partitions that there are by now. Rejects with a WsaError `input`. */
  partitions(): Promise<readonly Partition[]>;
  /** Idempotent. */
  close(): Promise<void>;
}
