import type { SourceKind } from "../source-kind.ts";
import { natsSchemes } from "./connect-nats.ts";

/** Streams of NATS JetStream, by `nats://HOST:PORT/STREAM`, and with TLS by `tls:`. */
export const natsKind: SourceKind = {
  schemes: natsSchemes,
  async open(address, options) {
    const { openNatsStream } = await import("./nats-stream.ts");
    return [await openNatsStream(address, options)];
  },
};
