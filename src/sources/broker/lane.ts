import type { Sequence } from "../../log/identity.ts";
import type { LogName } from "../../log/log-name.ts";
import type { Message, MessagePart } from "../../log/message.ts";
import type { Source } from "../../log/source.ts";
import type { OpenMessage } from "./open-messages.ts";
import type { Partition } from "./stream.ts";

/** Where something is in a log: a whole number, or an id that the partition orders. */
export interface LanePlace {
  readonly offset?: number | undefined;
  readonly id?: string | undefined;
}

/** What a message has for one log. */
export interface LaneMessage extends LanePlace {
  readonly message: OpenMessage;
  readonly parts: readonly [MessagePart, ...MessagePart[]];
  readonly bytes: number;
  /** When the broker took it. */
  readonly arrived: number;
}

/** What becomes of the messages of a log. */
export interface LaneOptions {
  /** Called when the log is read up to a message: so many bytes need not be kept any more. */
  readonly onTaken: (bytes: number) => void;
  /** Called when messages are counted, after `left` of each has gone down. */
  readonly onCounted: () => void;
  /** Called when another process counts the log. */
  readonly onYield: () => void;
}

/** One log among those whose messages are in a partition: a source that others fill. */
export class Lane {
  readonly source: Source;
  readonly #partition: Partition;
  readonly #options: LaneOptions;
  #waiting: LaneMessage[] = [];
  /** Read, and not committed yet. */
  #open: { readonly offset: number; readonly message: OpenMessage }[] = [];
  #arrived = 0;
  #isEnded = false;
  #wake = () => {};

  constructor(partition: Partition, name: LogName, identity: Sequence, options: LaneOptions) {
    this.#partition = partition;
    this.#options = options;
    this.source = {
      name,
      subject: partition.subject,
      identity,
      live: true,
      arrivedAt: () => this.#arrived,
      open: () => Promise.reject(new Error("a lane has messages")),
      messages: (from, signal, _isCounted, cursor) => this.#messages(from, cursor, signal),
      committed: (position) => this.#commit(position),
    };
  }

  /** Resolves when it is read no more. */
  visiting: Promise<void> = Promise.resolve();
  /** When the last message came, Unix milliseconds. */
  pushed = 0;

  /** Whether all that came is committed. */
  get isIdle(): boolean {
    return this.#waiting.length === 0 && this.#open.length === 0;
  }

  get isEnded(): boolean {
    return this.#isEnded;
  }

  push(message: LaneMessage, now: number): void {
    this.pushed = now;
    this.#waiting.push(message);
    this.#wake();
  }

  /** No more messages come. */
  end(): void {
    this.#isEnded = true;
    this.#wake();
  }

  async *#messages(from: number, cursor: string | undefined, signal: AbortSignal): AsyncGenerator<Message> {
    let next = from;
    const stop = () => this.end();
    signal.addEventListener("abort", stop, { once: true });
    try {
      for (;;) {
        const batch = this.#waiting;
        this.#waiting = [];
        for (const one of batch) {
          if (signal.aborted) return;
          const { message, parts, bytes, id } = one;
          this.#options.onTaken(bytes);
          if (this.#isKnown(one, next, cursor)) {
            this.#count(message);
            continue;
          }
          const offset = one.offset ?? next;
          next = offset + 1;
          this.#open.push({ offset, message });
          this.#arrived = one.arrived;
          const [first, ...rest] = parts;
          yield { ...first, offset, rest, ...(id !== undefined && { mark: { cursor: id } }) };
        }
        if (this.#waiting.length > 0) continue;
        if (this.#isEnded || signal.aborted) return;
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
    } finally {
      signal.removeEventListener("abort", stop);
    }
  }

  /** Whether it is counted already, or comes again. */
  #isKnown({ offset, id }: LanePlace, from: number, cursor: string | undefined): boolean {
    if (offset !== undefined) return offset < from;
    return id !== undefined && cursor !== undefined && this.#partition.isBehind?.(id, cursor) !== true;
  }

  #commit(position: number | null): void {
    if (position === null) {
      this.#options.onYield();
      return;
    }
    let counted = 0;
    while (counted < this.#open.length && (this.#open[counted]?.offset ?? position) < position) counted++;
    for (const { message } of this.#open.splice(0, counted)) message.left--;
    this.#options.onCounted();
  }

  #count(message: OpenMessage): void {
    message.left--;
    this.#options.onCounted();
  }
}
