import { jetstream, jetstreamManager } from "@nats-io/jetstream";
import { connect, headers } from "@nats-io/transport-node";
import { createClient } from "@redis/client";
import { startNats } from "../services/nats.ts";
import { programPath } from "../services/programs.mjs";
import { startRedis } from "../services/redis.ts";
import type { Place } from "../services/server.ts";

/** A message for one partition. */
export interface Sent {
  readonly key: string;
  readonly bytes: Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A broker of one kind, as tests use it. */
export interface BrokerKind {
  readonly isThere: boolean;
  start(place?: Place): Promise<Broker>;
}

/** A running broker; its partitions are named `logs.HOST`. */
export interface Broker {
  /** The address of all partitions of a stream. */
  address(stream: string): string;
  /** Publishes in order, and resolves when all of it is stored. */
  publish(stream: string, messages: readonly Sent[]): Promise<void>;
  /** Removes all but the last messages of a stream, of each partition where it keeps them apart. */
  keep(stream: string, messages: number): Promise<void>;
  kill(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const nats: BrokerKind = {
  isThere: programPath("nats-server") !== null,
  async start(place) {
    const server = await startNats([], place);
    return {
      ...server,
      address: (stream) => `${server.url}/${stream}?subject=${stream}.{host}`,
      async publish(stream, messages) {
        const connection = await connect({ servers: server.url });
        const manager = await jetstreamManager(connection);
        await manager.streams.add({ name: stream, subjects: [`${stream}.>`] }).catch(() => undefined);
        const js = jetstream(connection);
        for (let at = 0; at < messages.length; at += 500)
          await Promise.all(
            messages.slice(at, at + 500).map((sent) => {
              const all = headers();
              for (const [name, value] of Object.entries(sent.headers ?? {})) all.set(name, value);
              return js.publish(`${stream}.${sent.key}`, sent.bytes, { headers: all });
            }),
          );
        await connection.close();
      },
      async keep(stream, messages) {
        const connection = await connect({ servers: server.url });
        await (await jetstreamManager(connection)).streams.purge(stream, { keep: messages });
        await connection.close();
      },
    };
  },
};

const redis: BrokerKind = {
  isThere: programPath("redis-server") !== null,
  async start(place) {
    const server = await startRedis([], place);
    return {
      ...server,
      address: (stream) => `${server.url}/${stream}.{host}`,
      async publish(stream, messages) {
        const client = createClient({ url: server.url });
        await client.connect();
        for (let at = 0; at < messages.length; at += 500)
          await Promise.all(
            messages
              .slice(at, at + 500)
              .map(({ key, bytes, headers = {} }) =>
                client.sendCommand([
                  "XADD",
                  `${stream}.${key}`,
                  "*",
                  "message",
                  bytes,
                  ...Object.entries(headers).flat(),
                ]),
              ),
          );
        client.destroy();
      },
      async keep(stream, messages) {
        const client = createClient({ url: server.url });
        await client.connect();
        for (const key of await client.keys(`${stream}.*`)) await client.xTrim(key, "MAXLEN", messages);
        client.destroy();
      },
    };
  },
};

export const brokers: Readonly<Record<string, BrokerKind>> = { NATS: nats, Redis: redis };

for (const [name, { isThere }] of Object.entries(brokers))
  if (!isThere)
    console.log(`skipped: what is counted from ${name} needs its server (Debian: ${name.toLowerCase()}-server)`);

/** Failures of some hosts, each a record of several messages among those of the others; and how many there are. */
export function failuresOf(
  hosts: number,
  records: number,
): { readonly messages: Sent[]; readonly occurrences: number } {
  const messages: Sent[] = [];
  let occurrences = 0;
  for (let n = 0; n < records; n++)
    for (let host = 0; host < hosts; host++) {
      const time = new Date(1795161600000 + n * 1000).toISOString();
      const isFailure = (n + host) % 3 === 0;
      if (isFailure) occurrences++;
      const lines = isFailure
        ? [`${time} ERROR worker ${n} failed`, "Traceback (most recent call last):", "OSError: [WinError 10054] closed"]
        : [`${time} INFO worker ${n} is well`];
      for (const line of lines) messages.push({ key: `web-${host}`, bytes: Buffer.from(line) });
    }
  return { messages, occurrences };
}
