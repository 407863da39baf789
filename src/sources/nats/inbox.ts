import type { JsMsg } from "@nats-io/jetstream";

const BATCH_MESSAGES = 500;

/** Messages that have arrived and are not taken yet. */
export class Inbox {
  received = 0;
  /** How many the consumer had delivered with the last one. */
  delivered = 0;
  isAsked = false;
  #messages: JsMsg[] = [];
  #isClosed = false;
  #arrived = () => {};
  #taken = () => {};

  get isEmpty(): boolean {
    return this.#messages.length === 0;
  }

  /** Resolves when there is room for another one. */
  async put(message: JsMsg): Promise<void> {
    this.#messages.push(message);
    this.received++;
    this.delivered = message.info.deliverySequence;
    this.#arrived();
    while (this.#messages.length >= BATCH_MESSAGES && !this.#isClosed)
      await new Promise<void>((resolve) => {
        this.#taken = resolve;
      });
  }

  /** Resolves to some messages, to none once it is closed. */
  async take(): Promise<readonly JsMsg[]> {
    while (this.isEmpty && !this.#isClosed)
      await new Promise<void>((resolve) => {
        this.#arrived = resolve;
      });
    const messages = this.#messages;
    this.#messages = [];
    this.#taken();
    return messages;
  }

  close(): void {
    this.#isClosed = true;
    this.#arrived();
    this.#taken();
  }
}
