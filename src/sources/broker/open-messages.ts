import type { Passed } from "./stream.ts";

/** A message that was delivered. */
export interface OpenMessage {
  readonly offset: number | undefined;
  readonly id: string | undefined;
  /** In how many logs it is still to be counted. */
  left: number;
  setAside: boolean;
}

/** A stretch without messages between those that were delivered. */
export interface OpenGap {
  readonly left: 0;
  readonly gap: Passed;
}

/** Where all before it is counted, for the index of a partition. */
export interface IndexMark {
  readonly offset: number | undefined;
  readonly id: string | undefined;
  readonly messages: number;
  readonly setAside: number;
  readonly lost: number;
}

/** The messages of a partition between the first one that is not counted and the last one that was delivered. */
export class OpenMessages {
  #messages: (OpenMessage | OpenGap)[] = [];
  #head = 0;
  /** How many of them are messages. */
  size = 0;

  add(message: OpenMessage): void {
    this.#messages.push(message);
    this.size++;
  }

  addGap(gap: Passed): void {
    this.#messages.push({ left: 0, gap });
  }

  /** Lets go of those at the beginning that are counted; null where the first one is not. */
  takeCounted(): IndexMark | null {
    const from = this.#head;
    let mark: IndexMark = { offset: undefined, id: undefined, messages: 0, setAside: 0, lost: 0 };
    for (let first = this.#messages[from]; first?.left === 0; first = this.#messages[this.#head]) {
      this.#head++;
      if ("gap" in first) {
        const { messages, lost, cursor = mark.id } = first.gap;
        mark = { ...mark, id: cursor, messages: mark.messages + messages, lost: mark.lost + lost };
      } else {
        const { offset, id = mark.id, setAside } = first;
        mark = { ...mark, offset, id, messages: mark.messages + 1, setAside: mark.setAside + Number(setAside) };
        this.size--;
      }
    }
    if (this.#head === from) return null;
    if (this.#head > 10_000) {
      this.#messages = this.#messages.slice(this.#head);
      this.#head = 0;
    }
    return mark;
  }
}
