import { jetstreamManager } from "@nats-io/jetstream";
import type { NatsConnection } from "@nats-io/transport-node";
import { namingParams, parseBrokerAddress } from "../broker/address.ts";
import { createNaming, withStars } from "../broker/naming.ts";
import type { Stream } from "../broker/stream.ts";
import type { AddressOptions } from "../source-kind.ts";
import { connectNats, natsParameters } from "./connect-nats.ts";
import { createGaps } from "./gaps.ts";
import { natsError } from "./nats-error.ts";
import { createNatsPartition } from "./nats-partition.ts";
import { patiently } from "./patiently.ts";

/** So long servers that are connected to may need to find their leader. */
const PATIENCE_MS = 10_000;

/** Opens a stream of JetStream; each subject in it is a partition. Rejects with a WsaError `usage` or `input`. */
export async function openNatsStream(text: string, options: AddressOptions): Promise<Stream> {
  const address = parseBrokerAddress(text, {
    port: 4222,
    params: ["subject", ...natsParameters, ...namingParams],
    example: "nats://broker:4222/LOGS?subject=logs.{host}.>",
  });
  const pattern = address.params.get("subject") ?? ">";
  const { host, hostIsNamed = false, name, env = {} } = options;
  const naming = createNaming(
    {
      brokerHost: address.servers[0].host,
      host: hostIsNamed ? host : undefined,
      name,
      pattern,
      params: address.params,
    },
    text,
  );
  const filter = withStars(pattern);
  const explain = (error: unknown) => natsError(error, address);
  const gone = createGaps();
  let connection: NatsConnection | null = null;

  async function connected(): Promise<NatsConnection> {
    connection ??= await connectNats(address, env);
    return connection;
  }

  return {
    subject: address.subject,
    naming,
    filter,
    async partitions() {
      try {
        const connection = await connected();
        const { streams } = await jetstreamManager(connection);
        const ask = async () => await streams.info(address.path, { subjects_filter: filter });
        const found = await patiently(ask, { most: PATIENCE_MS });
        if (found === null) return [];
        const { config, created, state } = found;
        const stream = `nats:${config.name}@${created}`;
        return Object.keys(state.subjects ?? {})
          .sort()
          .map((key) => {
            const subject = `${address.subject.replace(/\?.*/, "")}#${key}`;
            return createNatsPartition({ connection, address, stream, key, subject, explain, gone });
          });
      } catch (error) {
        throw explain(error);
      }
    },
    async close() {
      await connection?.close();
    },
  };
}
