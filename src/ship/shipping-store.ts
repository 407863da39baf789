import { randomUUID } from "node:crypto";
import { WsaError } from "../error.ts";
import type { Batch, Beginning, Committed } from "../ledger/batch.ts";
import type { Generations } from "../ledger/generations.ts";
import type { LogKey } from "../ledger/log-key.ts";
import type { LogName } from "../log/log-name.ts";
import { say } from "../wording.ts";
import { cutMessages, type Pieces, planMessages } from "./cut-messages.ts";
import type { Publisher } from "./publisher.ts";
import type { LogPart } from "./read-again.ts";
import { type Life, lifeOf, sentBatch, withSending } from "./sending.ts";

/** What a log is shipped with. */
export interface ShippingOptions {
  /** Where positions are kept. */
  readonly store: Generations;
  readonly run: number;
  readonly publisher: Publisher;
  /** What the checkpoints of this broker go by. */
  readonly reading: string;
  /** The bytes of a part of the log; null where they are gone. */
  readonly bytesOf: (part: LogPart) => Promise<Pieces | null>;
  /** Called when everything before an offset is with the broker. */
  readonly onSent: (offset: number) => void;
  readonly onMessage: (bytes: Uint8Array, isDuplicate: boolean) => void;
  /** Takes the number of bytes that were read and could not be sent, because the log is gone. */
  readonly onGone: (bytes: number) => void;
}

/**
 * Publishes what a ledger commits. What is about to be sent is written with the position first: after a crash it is sent
 * again in the same messages, and broker and consumer know them by their names. Then it is sent, one message after the
 * other; then it is written that it was.
 */
export class ShippingStore implements Generations {
  readonly #options: ShippingOptions;
  readonly #lives = new Map<number, Life>();
  /** The life before, under the same name. */
  #previous: Life | null = null;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(options: ShippingOptions) {
    this.#options = options;
  }

  async generationsFor(key: LogKey, source: LogName): Promise<Beginning> {
    const beginning = await this.#options.store.generationsFor(key, source);
    const { previousGeneration } = beginning;
    this.#previous = previousGeneration === null ? null : lifeOf(previousGeneration, this.#options.reading);
    for (const generation of beginning.generations) {
      const life = lifeOf(generation, this.#options.reading);
      if (life === null) throw foreign(source);
      if (this.#lives.get(life.id)?.stored.checkpoint.position !== life.stored.checkpoint.position)
        this.#lives.set(life.id, life);
    }
    return beginning;
  }

  commit(batch: Batch): Promise<Committed | null> {
    return this.#inTurn(() => this.#commit(batch));
  }

  /** Sends what was about to be sent of a life when it was written last. */
  sendRest(generation: number | null): Promise<void> {
    return this.#inTurn(() => this.#sendRest(generation));
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => undefined);
    return done;
  }

  async #commit(batch: Batch): Promise<Committed | null> {
    const { store, publisher, reading, bytesOf, onGone } = this.#options;
    await this.#sendRest(batch.generation);
    const key = this.#lives.get(batch.generation ?? 0)?.sending.key ?? randomUUID();
    const [from, to] = [batch.copied ?? batch.from, batch.checkpoint.position];
    const bytes = await bytesOf({ from, to, tail: batch.tail });
    if (bytes === null) onGone(to - from);
    if (batch.generation === null) this.#leavePrevious();
    const ends = bytes === null ? [] : await planMessages(bytes, from, publisher.maxBytes);
    const about = withSending(batch, { key, sent: ends.length === 0 ? to : from, ends }, reading);
    const committed = await store.commit(about);
    if (committed === null) return null;
    const { generation: id } = committed;
    this.#lives.set(id, { id, stored: about, sending: about.checkpoint.state as Life["sending"] });
    await this.#sendRest(id);
    return committed;
  }

  /** What of the life before was about to be sent is gone: its rotated files were read before. */
  #leavePrevious(): void {
    if (this.#previous === null) return;
    const { stored, sending } = this.#previous;
    if (sending.ends.length > 0) this.#options.onGone(stored.checkpoint.position - sending.sent);
    this.#previous = null;
  }

  async #sendRest(id: number | null): Promise<void> {
    const { store, run, reading, onSent, onGone } = this.#options;
    const life = id === null ? undefined : this.#lives.get(id);
    if (life === undefined) return;
    const { position } = life.stored.checkpoint;
    if (life.sending.ends.length > 0) {
      if (!(await this.#send(life))) onGone(position - life.sending.sent);
      await store.commit(sentBatch(run, life, reading));
      this.#lives.set(life.id, { ...life, sending: { ...life.sending, sent: position, ends: [] } });
    }
    onSent(position);
  }

  /** Returns whether there was something to send it from. */
  async #send(life: Life): Promise<boolean> {
    const { publisher, bytesOf, onMessage } = this.#options;
    const { stored, sending } = life;
    const { key, sent, ends } = sending;
    const bytes = await bytesOf({ from: sent, to: stored.checkpoint.position, tail: stored.tail });
    if (bytes === null) return false;
    for await (const { offset, bytes: lines } of cutMessages(bytes, sent, ends)) {
      const isDuplicate = await publisher.publish({ generation: key, offset, source: stored.source, bytes: lines });
      onMessage(lines, isDuplicate);
      const next = offset + lines.length;
      const rest = { ...sending, sent: next, ends: ends.filter((end) => end > next) };
      this.#lives.set(life.id, { ...life, sending: rest });
    }
    return true;
  }
}

function foreign({ name }: LogName): WsaError {
  return new WsaError("usage", name, say`is in these positions, but was not shipped to this stream`, {
    hint: say`give --positions a file of its own for each stream`,
  });
}
