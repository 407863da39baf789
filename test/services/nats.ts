import { freePort } from "./free-port.ts";
import { openServer, type Place, type Server, type ServerKind } from "./server.ts";

export type NatsServer = Server;

const kind: ServerKind = {
  program: "nats-server",
  scheme: "nats",
  args: (address, port, data) => ["--addr", address, "--port", `${port}`, "--jetstream", "--store_dir", data],
  ready: "Server is ready",
};

/** Starts a server of NATS with JetStream. */
export function startNats(options: readonly string[] = [], place?: Place): Promise<NatsServer> {
  return openServer(kind, options, place);
}

/** Some servers that are one broker. */
export interface NatsCluster {
  readonly servers: readonly NatsServer[];
  /** Their addresses in one, without a stream. */
  readonly url: string;
  /** By the names that they have among themselves. */
  serverOf(name: string): NatsServer;
  stop(): Promise<void>;
}

/** Starts three servers that keep streams together. */
export async function joinNats(): Promise<NatsCluster> {
  const names = ["one", "two", "three"];
  const ports = await Promise.all(names.map(() => freePort()));
  const routes = ports.map((port) => `nats://127.0.0.1:${port}`).join(",");
  const servers = await Promise.all(
    names.map((name, at) =>
      startNats([
        ...["--name", name, "--cluster_name", "test", "--cluster", `nats://127.0.0.1:${ports[at]}`],
        ...["--routes", routes],
      ]),
    ),
  );
  return {
    servers,
    url: `nats://${servers.map(({ url }) => url.replace("nats://", "")).join(",")}`,
    serverOf(name) {
      const server = servers[names.indexOf(name)];
      if (server === undefined) throw new Error(`there is no server ${name}`);
      return server;
    },
    async stop() {
      await Promise.all(servers.map((server) => server.stop()));
    },
  };
}
