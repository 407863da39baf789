import type { SourceKind } from "../source-kind.ts";

/** Streams of NATS JetStream, by `nats://HOST:PORT/STREAM`. */
export const natsKind: SourceKind = {
  schemes: ["nats"],
  async open(address, options) {
    const { openNatsStream } = await import("./nats-stream.ts");
    return [await openNatsStream(address, options)];
  },
};
