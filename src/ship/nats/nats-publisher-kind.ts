import { WsaError } from "../../error.ts";
import { type BrokerAddress, parseBrokerAddress } from "../../sources/broker/address.ts";
import { connectNats, delayOf, natsParameters, natsSchemes } from "../../sources/nats/connect-nats.ts";
import { say } from "../../wording.ts";
import type { PublisherKind, PublisherOptions } from "../publisher.ts";
import { findStream } from "./find-stream.ts";
import { publishError } from "./publish-error.ts";

/** A stream of NATS's JetStream. */
export const natsPublisherKind: PublisherKind = {
  schemes: natsSchemes,
  async open(text, options) {
    const address = parseAddress(text);
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

/** A stream, or a subject that a stream has. Throws a WsaError `usage`. */
function parseAddress(text: string): BrokerAddress {
  const address = parseBrokerAddress(text, { port: 4222, params: natsParameters, example: "nats://broker:4222/LOGS" });
  if (SUBJECT.test(address.path)) return address;
  throw new WsaError("usage", address.subject, say`names no stream`, {
    hint: say`for example ${"nats://broker:4222/LOGS"}`,
  });
}

const SUBJECT = /^[^\s.*>/]+(?:\.(?:[^\s.*>/]+|\*|>$))*$/;

async function open(address: BrokerAddress, options: PublisherOptions) {
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
