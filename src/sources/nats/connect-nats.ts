import { readFileSync } from "node:fs";
import type { ConnectionOptions, NatsConnection, TlsOptions } from "@nats-io/transport-node";
import { WsaError } from "../../error.ts";
import { say } from "../../wording.ts";

/** Where servers of NATS are, and how to be let in. */
export interface NatsServers {
  /** For messages: without a password. */
  readonly shown: string;
  /** `host:port`, tried in any order. */
  readonly servers: readonly string[];
  /** A token, where there is no password. */
  readonly user: string | null;
  readonly password: string | null;
  /** Whether TLS is asked for; a server may ask for it too. */
  readonly isSafe: boolean;
  readonly files: NatsFiles;
}

/** Paths of files, by the parameters of an address. */
export type NatsFiles = Readonly<Partial<Record<(typeof natsFiles)[number], string>>>;

const natsFiles = ["creds", "tls_ca", "tls_cert", "tls_key"] as const;

/** What an address may say about its servers. */
export const natsParameters: readonly string[] = [...natsFiles, "tls"];

/** What the parameters of an address say about its servers. */
export function readNatsParameters(parameters: URLSearchParams): Pick<NatsServers, "isSafe" | "files"> {
  return {
    isSafe: [...parameters.keys()].some((name) => name.startsWith("tls")),
    files: Object.fromEntries(
      natsFiles.flatMap((name) => (parameters.has(name) ? [[name, parameters.get(name)]] : [])),
    ),
  };
}

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 5000;

/** Connects to a server of NATS; the connection comes back by itself for ever. Rejects with what the package throws. */
export async function connectNats(address: NatsServers, env: Environment): Promise<NatsConnection> {
  const { connect } = await import("@nats-io/transport-node");
  return await connect({
    name: "wsa-annotate",
    servers: [...address.servers],
    ...(await loginOf(address, env)),
    ...(address.isSafe && { tls: tlsOf(address) }),
    timeout: 5000,
    maxReconnectAttempts: -1,
    reconnectDelayHandler: createDelays(),
    // A server that is gone without a word is noticed in half a minute.
    pingInterval: 10_000,
  });
}

/** Variables of the environment. */
type Environment = Readonly<Record<string, string | undefined>>;

async function loginOf(address: NatsServers, env: Environment): Promise<ConnectionOptions> {
  const creds = address.files.creds ?? env["NATS_CREDS"];
  if (creds !== undefined) {
    const { credsAuthenticator } = await import("@nats-io/transport-node");
    return { authenticator: credsAuthenticator(contentOfFile(creds, address)) };
  }
  if (address.user !== null && address.password === null) return { token: address.user };
  if (address.user !== null) return { user: address.user, pass: address.password ?? "" };
  if (env["NATS_TOKEN"] !== undefined) return { token: env["NATS_TOKEN"] };
  return env["NATS_USER"] === undefined ? {} : { user: env["NATS_USER"], pass: env["NATS_PASSWORD"] ?? "" };
}

function tlsOf(address: NatsServers): TlsOptions {
  const { tls_ca, tls_cert, tls_key } = address.files;
  const read = (path: string) => contentOfFile(path, address).toString();
  return {
    ...(tls_ca !== undefined && { ca: read(tls_ca) }),
    ...(tls_cert !== undefined && { cert: read(tls_cert) }),
    ...(tls_key !== undefined && { key: read(tls_key) }),
  };
}

function contentOfFile(path: string, { shown }: NatsServers): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new WsaError("usage", path, say`cannot be read, and should have what ${shown} asks for`, { cause });
  }
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
