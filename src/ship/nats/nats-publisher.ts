import { setMaxListeners } from "node:events";
import type { JetStreamClient } from "@nats-io/jetstream";
import { headers, type NatsConnection } from "@nats-io/transport-node";
import type { WsaError } from "../../error.ts";
import type { BrokerAddress } from "../../sources/broker/address.ts";
import { delayOf } from "../../sources/nats/connect-nats.ts";
import { messageId, type Outgoing } from "../outgoing.ts";
import type { Publisher, PublisherOptions } from "../publisher.ts";
import type { StreamTarget } from "./find-stream.ts";
import { publishError } from "./publish-error.ts";

/** Room for the headers in a message. */
const HEADER_BYTES = 8 * 1024;
/** Larger messages are no quicker. */
const MAX_BYTES = 512 * 1024;
const ACK_WITHIN_MS = 5000;
/** So long a broker is waited for that was there before. */
const PATIENCE_MS = 60_000;
/** How long the broker may take for what is on its way when the shipping is to stop. */
const GRACE_MS = 3000;

/** Publishes to a stream of JetStream over an open connection. */
export function createNatsPublisher(
  connection: NatsConnection,
  client: JetStreamClient,
  target: StreamTarget,
  address: BrokerAddress,
  { signal, patient, waits }: PublisherOptions,
): Publisher {
  const link = watchLink(connection, () => {
    if (!stop.isOver) tell(publishError(address, new Error("the connection is lost")));
  });
  const stop = stopping(signal);
  let isAway = false;

  async function publish(message: Outgoing): Promise<boolean> {
    const began = Date.now();
    for (let tries = 0; ; tries++) {
      try {
        // What is given to a connection that is down would be kept, once for each try.
        await stop.unless(patient ? link.up() : within(PATIENCE_MS, link.up()));
        const ack = await stop.unless(send(message));
        isAway = false;
        return ack.duplicate;
      } catch (cause) {
        const error = publishError(address, cause);
        const mayWait = patient || (isAbsence(cause as Error) && Date.now() - began < PATIENCE_MS);
        if (cause === stop.reason || !mayWait || !isPassing(cause as Error)) throw error;
        tell(error);
        await stop.unless(new Promise((resolve) => setTimeout(resolve, delayOf(tries)))).catch(() => undefined);
        if (stop.isOver) throw error;
      }
    }
  }

  function send(message: Outgoing) {
    const { source, generation, offset, bytes } = message;
    return client.publish(target.subjectFor(source.host), bytes, {
      msgID: messageId(message),
      expect: { streamName: target.stream },
      timeout: ACK_WITHIN_MS,
      headers: headersOf({
        "Wsa-Generation": generation,
        "Wsa-Offset": String(offset),
        "Wsa-Host": encodeURIComponent(source.host),
        "Wsa-Source": encodeURIComponent(source.name),
      }),
    });
  }

  function tell(error: WsaError): void {
    if (!isAway) waits(error);
    isAway = true;
  }

  return {
    subject: address.subject,
    name: target.stream,
    identity: `${target.stream} ${target.created}`,
    maxBytes: Math.min(MAX_BYTES, (connection.info?.max_payload ?? MAX_BYTES) - HEADER_BYTES),
    publish,
    async close() {
      stop.end();
      await connection.close();
    },
  };
}

function headersOf(values: Readonly<Record<string, string>>) {
  const all = headers();
  for (const [name, value] of Object.entries(values)) all.set(name, value);
  return all;
}

/** A broker that is away or has no room comes back; one that refuses does not change its mind. */
function isPassing(cause: Error): boolean {
  const { status = 500 } = cause as { readonly status?: number };
  return isAbsence(cause)
    ? !/^(?:Authorization|UserAuthentication|Permission|Invalid)/.test(cause.name)
    : status >= 500;
}

/** Whether the failure is none that the stream itself told. */
function isAbsence({ name }: Error): boolean {
  return !/^(?:JetStream(?:Api)?Error|Stream\w+)$/.test(name);
}

function within(ms: number, work: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("the connection is lost")), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Follows whether the connection is up. */
function watchLink(connection: NatsConnection, onDown: () => void) {
  let isUp = true;
  const waiting: (() => void)[] = [];
  const follow = async () => {
    for await (const { type } of connection.status()) {
      if (type === "disconnect") {
        isUp = false;
        onDown();
      } else if (type === "reconnect") {
        isUp = true;
        for (const go of waiting.splice(0)) go();
      }
    }
  };
  follow().catch(() => undefined);
  return {
    up: (): Promise<void> => (isUp ? Promise.resolve() : new Promise((resolve) => void waiting.push(resolve))),
  };
}

/** Lets work go on for a while once the shipping is to stop. */
function stopping(signal: AbortSignal) {
  const reason = new Error("was not there when the shipping was to stop");
  const over = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const begin = () => {
    timer = setTimeout(() => over.abort(), GRACE_MS).unref();
  };
  if (signal.aborted) begin();
  else signal.addEventListener("abort", begin, { once: true });
  setMaxListeners(0, over.signal);
  return {
    reason,
    get isOver() {
      return over.signal.aborted;
    },
    /** Resolves or rejects as the work does, and rejects with the reason when there is no more time for it. */
    unless<Result>(work: Promise<Result>): Promise<Result> {
      return new Promise((resolve, reject) => {
        const leave = () => reject(reason);
        if (over.signal.aborted) leave();
        over.signal.addEventListener("abort", leave, { once: true });
        work.then(resolve, reject).finally(() => over.signal.removeEventListener("abort", leave));
      });
    },
    end() {
      clearTimeout(timer);
      signal.removeEventListener("abort", begin);
      over.abort();
    },
  };
}
