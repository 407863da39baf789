import { readFileSync } from "node:fs";
import type { ConnectionOptions, NatsConnection } from "@nats-io/transport-node";
import { WsaError } from "../../error.ts";
import { say, type Wording } from "../../wording.ts";
import type { NatsAddress } from "./nats-address.ts";

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 5000;

/** Connects to a server of NATS; the connection comes back by itself for ever. Rejects with what the package throws. */
export async function connectNats(address: NatsAddress): Promise<NatsConnection> {
  const { connect } = await import("@nats-io/transport-node");
  const { servers, isSafe, files } = address;
  const tls = { ...(files.ca && { caFile: files.ca }), ...(files.cert && { certFile: files.cert }) };
  return await connect({
    name: "wsa-annotate",
    servers: [...servers],
    ...(await loginOf(address)),
    ...(isSafe && { tls: { ...tls, ...(files.key && { keyFile: files.key }) } }),
    timeout: 5000,
    maxReconnectAttempts: -1,
    reconnectDelayHandler: createDelays(),
    // A server that is gone without a word is noticed in half a minute.
    pingInterval: 10_000,
  });
}

async function loginOf({ user, password, files, shown }: NatsAddress): Promise<ConnectionOptions> {
  if (files.creds !== undefined) {
    const { credsAuthenticator } = await import("@nats-io/transport-node");
    try {
      return { authenticator: credsAuthenticator(readFileSync(files.creds)) };
    } catch (cause) {
      throw new WsaError("usage", files.creds, say`holds no credentials that can be read, for ${shown}`, { cause });
    }
  }
  if (user === null) return {};
  return password === null ? { token: user } : { user, pass: password };
}

/** Waits that grow, and differ so that not all come back at once. */
function createDelays(): () => number {
  let tries = 0;
  let last = 0;
  return () => {
    tries = Date.now() - last > 2 * LONGEST_WAIT_MS ? 0 : tries + 1;
    last = Date.now();
    return delayOf(tries);
  };
}

/** Milliseconds to wait before a try, from 0 on. */
export function delayOf(tries: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries) * (0.5 + Math.random());
}

/** A failure of the broker as people get it. */
export function natsError({ shown }: NatsAddress, cause: unknown): WsaError {
  if (cause instanceof WsaError) return cause;
  const [message, hint] = told(cause as Error);
  return new WsaError("output", shown, message, { hint, cause });
}

function told({ name, message }: Error): [message: Wording, hint: Wording | null] {
  if (/^(?:Authorization|UserAuthentication|PermissionViolation)/.test(name))
    return [say`refuses this user, or what it wants to do: ${message}`, null];
  if (name === "JetStreamNotEnabled" || name === "NoRespondersError")
    return [say`has no stream for this subject, or no JetStream`, say`start the server with --jetstream`];
  if (/^JetStream|^Stream/.test(name)) return [say`refuses what is sent: ${message}`, null];
  if (name === "TimeoutError") return [say`does not answer`, null];
  return [say`cannot be reached: ${message}`, null];
}
