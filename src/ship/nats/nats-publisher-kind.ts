import { connectNats, delayOf, natsSchemes } from "../../sources/nats/connect-nats.ts";
import type { PublisherKind, PublisherOptions } from "../publisher.ts";
import { findStream } from "./find-stream.ts";
import { type NatsAddress, parseNatsAddress } from "./nats-address.ts";
import { publishError } from "./publish-error.ts";

/** A stream of NATS's JetStream. */
export const natsPublisherKind: PublisherKind = {
  schemes: natsSchemes,
  async open(text, options) {
    const address = parseNatsAddress(text);
    for (let tries = 0; ; tries++) {
      try {
        return await open(address, options);
      } catch (cause) {
        const error = publishError(address, cause);
        const isRefused = error.code === "usage" || !isAway(cause as Error);
        if (isRefused || !options.patient || options.signal.aborted) throw error;
        if (tries === 0) options.waits(error);
      }
      await new Promise((resolve) => setTimeout(resolve, delayOf(tries)));
    }
  },
};

async function open(address: NatsAddress, options: PublisherOptions) {
  const { jetstream, jetstreamManager } = await import("@nats-io/jetstream");
  const { createNatsPublisher } = await import("./nats-publisher.ts");
  const connection = await connectNats(address, options.env);
  try {
    const manager = await jetstreamManager(connection);
    const target = await findStream(manager, address, options.create);
    return createNatsPublisher(connection, jetstream(connection), target, address, options);
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/** Whether nobody answers. */
function isAway({ name }: Error): boolean {
  return name === "ConnectionError" || name === "TimeoutError" || name === "ClosedConnectionError";
}
