/** A message that was delivered. */
export interface OpenMessage {
  readonly offset: number | undefined;
  readonly id: string | undefined;
  /** In how many logs it is still to be counted. */
  left: number;
  setAside: boolean;
}

/** Where all before it is counted, for the index of a partition. */
export interface IndexMark {
  readonly offset: number | undefined;
  readonly id: string | undefined;
  readonly messages: number;
  readonly setAside: number;
}

/** The messages of a partition between the first one that is not counted and the last one that was delivered. */
export class OpenMessages {
  #messages: OpenMessage[] = [];
  #head = 0;

  get size(): number {
    return this.#messages.length - this.#head;
  }

  add(message: OpenMessage): void {
    this.#messages.push(message);
  }

  /** Lets go of those at the beginning that are counted; null where the first one is not. */
  takeCounted(): IndexMark | null {
    const from = this.#head;
    let setAside = 0;
    while (this.#messages[this.#head]?.left === 0) {
      if (this.#messages[this.#head]?.setAside === true) setAside++;
      this.#head++;
    }
    const messages = this.#head - from;
    const last = this.#messages[this.#head - 1];
    if (this.#head > 10_000) {
      this.#messages = this.#messages.slice(this.#head);
      this.#head = 0;
    }
    return messages === 0 || last === undefined ? null : { offset: last.offset, id: last.id, messages, setAside };
  }
}
