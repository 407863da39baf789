import { readFile } from "node:fs/promises";
import { jetstreamManager } from "@nats-io/jetstream";
import {
  type ConnectionOptions,
  connect,
  credsAuthenticator,
  type NatsConnection,
  type TlsOptions,
} from "@nats-io/transport-node";
import { type BrokerAddress, parseBrokerAddress } from "../broker/address.ts";
import { createNaming, withStars } from "../broker/naming.ts";
import type { Stream } from "../broker/stream.ts";
import { unreadable } from "../file/unreadable.ts";
import type { AddressOptions } from "../source-kind.ts";
import { natsError } from "./nats-error.ts";
import { createNatsPartition } from "./nats-partition.ts";

const RECONNECT_EVERY_MS = 500;

/** Opens a stream of JetStream; each subject in it is a partition. Rejects with a WsaError `usage` or `input`. */
export async function openNatsStream(text: string, options: AddressOptions): Promise<Stream> {
  const address = parseBrokerAddress(text, {
    port: 4222,
    params: ["subject", "creds", "tls", "tls_ca", "tls_cert", "tls_key"],
    example: "nats://broker:4222/LOGS?subject=logs.{host}.>",
  });
  const pattern = address.params.get("subject") ?? ">";
  const { host, hostIsNamed = false, name, env = {} } = options;
  const naming = createNaming(
    { brokerHost: address.host, host: hostIsNamed ? host : undefined, name, pattern, params: address.params },
    text,
  );
  const filter = withStars(pattern);
  const explain = (error: unknown) => natsError(error, address);
  let connection: NatsConnection | null = null;

  async function connected(): Promise<NatsConnection> {
    connection ??= await connect(await connectionOptions(address, env));
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
        const { config, created, state } = await streams.info(address.path, { subjects_filter: filter });
        const stream = `nats:${config.name}@${created}`;
        return Object.keys(state.subjects ?? {})
          .sort()
          .map((key) => {
            const subject = `${address.subject.replace(/\?.*/, "")}#${key}`;
            return createNatsPartition({ connection, address, stream, key, subject, explain });
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

async function connectionOptions(
  { host, port, user, password, params }: BrokerAddress,
  env: NonNullable<AddressOptions["env"]>,
): Promise<ConnectionOptions> {
  const creds = params.get("creds") ?? env["NATS_CREDS"];
  const token = user !== "" && password === "" ? user : env["NATS_TOKEN"];
  const [name, pass] = password === "" ? [env["NATS_USER"], env["NATS_PASSWORD"]] : [user, password];
  const authenticator = creds === undefined ? undefined : credsAuthenticator(await bytesOf(creds));
  const tls = await tlsOptions(params);
  return {
    servers: `${host.includes(":") ? `[${host}]` : host}:${port}`,
    name: "wsa-annotate",
    maxReconnectAttempts: -1,
    reconnectTimeWait: RECONNECT_EVERY_MS,
    ...(authenticator !== undefined && { authenticator }),
    ...(authenticator === undefined && token !== undefined && { token }),
    ...(authenticator === undefined && token === undefined && name !== undefined && { user: name, pass: pass ?? "" }),
    ...(tls !== null && { tls }),
  };
}

/** Without any of the parameters TLS is used where the server asks for it. */
async function tlsOptions(params: URLSearchParams): Promise<TlsOptions | null> {
  const [caFile, certFile, keyFile] = ["tls_ca", "tls_cert", "tls_key"].map((name) => params.get(name) ?? undefined);
  if (![...params.keys()].some((name) => name.startsWith("tls"))) return null;
  return {
    ...(caFile !== undefined && { ca: (await bytesOf(caFile)).toString() }),
    ...(certFile !== undefined && { cert: (await bytesOf(certFile)).toString() }),
    ...(keyFile !== undefined && { key: (await bytesOf(keyFile)).toString() }),
  };
}

async function bytesOf(path: string): Promise<Buffer> {
  return await readFile(path).catch((error) => {
    throw unreadable(path, error);
  });
}
