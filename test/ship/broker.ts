import type { Outgoing } from "../../src/ship/outgoing.ts";
import { messageId } from "../../src/ship/outgoing.ts";
import type { Publisher } from "../../src/ship/publisher.ts";

/** A message as a stream keeps it. */
export interface Stored {
  readonly id: string;
  readonly generation: string;
  readonly offset: number;
  readonly name: string;
  readonly text: string;
}

/** A stream in memory. With a window of 0 messages it drops nothing that is sent twice. */
export class Broker {
  readonly messages: Stored[] = [];
  readonly #window: number;

  constructor(window = 0) {
    this.#window = window;
  }

  /** Stores a message; returns whether it was there. */
  store({ generation, offset, source, bytes }: Outgoing): boolean {
    const id = messageId({ generation, offset, source, bytes });
    const text = Buffer.from(bytes).toString();
    const recent = this.#window === 0 ? [] : this.messages.slice(-this.#window);
    if (recent.some((message) => message.id === id)) return true;
    this.messages.push({ id, generation, offset, name: source.name, text });
    return false;
  }

  publisher(publish = async (message: Outgoing) => this.store(message), maxBytes = 64): Publisher {
    return { subject: "test", name: "test", identity: "test", maxBytes, publish, close: async () => undefined };
  }

  /** What a consumer takes, by its rule alone: nothing before the place that it has reached in a life. */
  taken(): string {
    return [...takenByLife(this.messages).values()].join("");
  }
}

/** What a consumer takes of each life, in the order in which they began. Throws where bytes of a life are left out. */
export function takenByLife(messages: Iterable<Pick<Stored, "generation" | "offset" | "text">>): Map<string, string> {
  const lives = new Map<string, { next: number; text: string }>();
  const ids = new Map<string, string>();
  for (const { generation, offset, text } of messages) {
    const id = `${generation}:${offset}`;
    if ((ids.get(id) ?? text) !== text) throw new Error(`two messages are ${id}`);
    ids.set(id, text);
    const life = lives.get(generation) ?? { next: offset, text: "" };
    lives.set(generation, life);
    if (offset < life.next) continue;
    if (offset > life.next) throw new Error(`${generation} goes on at ${offset} instead of ${life.next}`);
    life.text += text;
    life.next += Buffer.byteLength(text);
  }
  return new Map([...lives].map(([generation, { text }]) => [generation, text]));
}
