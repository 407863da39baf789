import { createClient } from "@redis/client";
import { WsaError } from "../../error.ts";
import { say } from "../../wording.ts";
import { type BrokerAddress, namingParams, parseBrokerAddress } from "../broker/address.ts";
import { createNaming, withStars } from "../broker/naming.ts";
import type { Stream } from "../broker/stream.ts";
import { readTlsFiles, tlsParameters } from "../broker/tls-files.ts";
import type { AddressOptions } from "../source-kind.ts";
import { redisError } from "./redis-error.ts";
import { createRedisPartition } from "./redis-partition.ts";
import { type Redis, readState } from "./redis-state.ts";

const MOST_WAIT_MS = 2000;

/** Opens streams of Redis; each key is a partition. Rejects with a WsaError `usage` or `input`. */
export async function openRedisStream(text: string, options: AddressOptions): Promise<Stream> {
  const address = parseBrokerAddress(text, {
    port: 6379,
    params: ["db", ...tlsParameters, ...namingParams],
    example: "redis://cache:6379/logs:{host}",
  });
  const { host: namedHost, hostIsNamed = false, name, env = {} } = options;
  const { subject, params, path } = address;
  const [{ host, port }, ...others] = address.servers;
  if (others.length > 0)
    throw new WsaError("usage", subject, say`has several hosts, and a stream of Redis is read from one`, {
      hint: say`name the one that takes writes, or what passes connections on to it`,
    });
  const naming = createNaming(
    { brokerHost: host, host: hostIsNamed ? namedHost : undefined, name, pattern: path, params },
    text,
  );
  const pattern = withStars(path);
  const database = Number(params.get("db") ?? 0);
  const password = address.password === "" ? env["REDISCLI_AUTH"] : address.password;
  let wasReached = false;
  const clientOptions = {
    RESP: 2 as const,
    database,
    name: "wsa-annotate",
    ...(address.user !== "" && { username: address.user }),
    ...(password !== undefined && { password }),
    // A server that is gone without a word is noticed in half a minute.
    pingInterval: 10_000,
    socket: {
      ...{ host, port, socketTimeout: 30_000, keepAliveInitialDelay: 10_000 },
      ...(address.scheme === "rediss" && { tls: true as const, ...tlsOf(address) }),
      // A server that was never reached may have another address.
      reconnectStrategy: (tries: number, cause: Error) =>
        wasReached ? Math.min(50 * 2 ** tries, MOST_WAIT_MS) : cause,
    },
  };
  const clients: Redis[] = [];
  const explain = (error: unknown) => redisError(error, subject);

  async function open(): Promise<Redis> {
    const client = createClient(clientOptions) as unknown as Redis;
    // What is asked of a lost connection fails by itself.
    client.on("error", () => undefined);
    await client.connect();
    wasReached = true;
    clients.push(client);
    return client;
  }

  async function keys(client: Redis): Promise<string[]> {
    if (!/[*?[]/.test(pattern)) return [pattern];
    const found = new Set<string>();
    let cursor = "0";
    do {
      const command = ["SCAN", cursor, "MATCH", pattern, "TYPE", "stream", "COUNT", "1000"];
      const [next, some] = (await client.sendCommand(command)) as [string, string[]];
      for (const key of some) found.add(key);
      cursor = next;
    } while (cursor !== "0");
    return [...found].sort();
  }

  return {
    subject,
    naming,
    filter: pattern,
    async partitions() {
      try {
        const client = clients[0] ?? (await open());
        const partitions = [];
        for (const key of await keys(client)) {
          const state = await readState(client, key);
          if (state !== null)
            partitions.push(
              createRedisPartition({
                open,
                subject: `redis://${host}:${port}/${key}`,
                key,
                state,
                explain,
                stream: `redis:${host}:${port}/${database}`,
              }),
            );
          else if (key === pattern)
            throw new WsaError("input", subject, say`has no stream ${key}`, {
              hint: say`Lines are added to a stream with XADD.`,
            });
        }
        return partitions;
      } catch (error) {
        throw explain(error);
      }
    },
    async close() {
      for (const client of clients) client.destroy();
    },
  };
}

function tlsOf({ params, subject }: BrokerAddress) {
  const named = tlsParameters.flatMap((name) => (params.has(name) ? [[name, params.get(name)]] : []));
  return readTlsFiles(Object.fromEntries(named), subject);
}
