import { createNaming } from "../../../src/sources/broker/naming.ts";
import type { BrokerMessage, Partition, Stream } from "../../../src/sources/broker/stream.ts";
import { isBehindId } from "../../../src/sources/redis/redis-id.ts";

/** A message as a test writes it. */
export interface Written {
  readonly bytes: Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A partition in memory, with offsets as those of NATS or with ids as those of Redis. It delivers some at a time. */
export class MemoryPartition implements Partition {
  readonly sequence: Partition["sequence"];
  readonly key: string;
  readonly subject: string;
  readonly isBehind?: Partition["isBehind"];
  readonly messages: BrokerMessage[] = [];
  /** How often each message is delivered. */
  readonly times: number;
  readonly #hasIds: boolean;
  /** Those who wait for more. */
  readonly #waiting = new Set<() => void>();

  constructor(key: string, { hasIds = false, times = 1 }: { readonly hasIds?: boolean; readonly times?: number } = {}) {
    this.key = key;
    this.subject = `memory://broker/${key}`;
    this.sequence = { stream: "memory", partition: key };
    this.times = times;
    this.#hasIds = hasIds;
    if (hasIds) this.isBehind = isBehindId;
  }

  write({ bytes, headers = {} }: Written): void {
    const number = this.messages.length;
    // Several entries within a millisecond, more than a fixed part of a whole number would hold.
    const id = `${1795161600000 + Math.floor(number / 3)}-${(number % 3) * 70_000}`;
    const place = this.#hasIds ? { id } : { offset: 3 + 2 * number };
    this.messages.push({ ...place, bytes, time: 1795161600000 + number, header: (name) => headers[name] ?? null });
    this.#wake();
  }

  #wake(): void {
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }

  async *read(...[start, { follow, signal }]: Parameters<Partition["read"]>): ReturnType<Partition["read"]> {
    const isNew = ({ offset, id }: BrokerMessage) =>
      offset === undefined ? start.cursor === undefined || isBehindId(id ?? "", start.cursor) : offset >= start.from;
    let at = this.messages.findIndex(isNew);
    if (at < 0) at = this.messages.length;
    signal.addEventListener("abort", () => this.#wake(), { once: true });
    for (let size = 1; !signal.aborted; size = (size % 7) + 1) {
      const some = this.messages.slice(at, at + size);
      if (some.length === 0 && !follow) return;
      if (some.length === 0)
        await new Promise<void>((resolve) => {
          this.#waiting.add(resolve);
        });
      // Delivered again: the message before, and all of them once more.
      const again = this.times === 1 ? [] : this.messages.slice(Math.max(0, at - 2), at + size);
      yield [...again, ...Array.from({ length: this.times }, () => some).flat()];
      at += some.length;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}

/** A stream of partitions in memory. */
export function memoryStream(partitions: readonly Partition[], pattern = "*"): Stream {
  return {
    subject: "memory://broker",
    naming: createNaming({ brokerHost: "broker", pattern, params: new URLSearchParams() }, "memory://broker"),
    filter: "*",
    partitions: async () => partitions,
    close: async () => undefined,
  };
}
