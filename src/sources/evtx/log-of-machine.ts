import type { Sequence } from "../../log/identity.ts";
import type { Message } from "../../log/message.ts";
import type { Damage, IsCounted, LineFinder } from "../../log/source.ts";

/** The log of one machine in a file of events. A machine that was renamed, and a collector, have several in one file. */
export interface EventLog {
  readonly computer: string;
  readonly channel: string;
  /** A record of a machine's log is the same in each copy, part and export of it. */
  readonly identity: Sequence;
  /** Its events, each as XML. Throws a WsaError `input` when the file cannot be read. */
  messages(signal: AbortSignal, isCounted?: IsCounted, finder?: () => LineFinder): AsyncGenerator<Message>;
}

/** A file with events of one log or more. */
export interface FileOfEvents {
  /** Whether it may change without a trace. */
  readonly isOpen: boolean;
  /** Bytes of it that were read. */
  readonly bytesRead: number;
  /** How many logs were met. */
  readonly size: number;
  /** The logs in it. While one is read, the others are met: ask for the next one behind that. */
  logs(): Generator<EventLog>;
  /** What of the file could not be read so far; null where it is whole. */
  damage(): Damage | null;
}

/** What a log goes by, wherever its events are. */
export function identityOfEvents(channel: string, computer: string): Sequence {
  return { stream: `events of ${channel}`, partition: computer.toLowerCase(), isNumbered: true };
}
