import type { SourceKind } from "../source-kind.ts";

/** Streams of Redis, by `redis://HOST:PORT/KEY`, and with TLS by `rediss:`. */
export const redisKind: SourceKind = {
  schemes: ["redis", "rediss"],
  async open(address, options) {
    const { openRedisStream } = await import("./redis-stream.ts");
    return [await openRedisStream(address, options)];
  },
};
