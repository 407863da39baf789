import { openServer, type Place, type Server, type ServerKind } from "./server.ts";

export type RedisServer = Server;

const kind: ServerKind = {
  program: "redis-server",
  scheme: "redis",
  args: (address, port, data) => [
    ...["--bind", address, "--port", `${port}`, "--dir", data],
    ...["--appendonly", "yes", "--save", "", "--protected-mode", "no"],
  ],
  ready: "Ready to accept connections",
};

/** Starts a server of Redis that writes down what it has. */
export function startRedis(options: readonly string[] = [], place?: Place): Promise<RedisServer> {
  return openServer(kind, options, place);
}
