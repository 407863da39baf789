import { isIP, isIPv6 } from "node:net";
import { checkServerIdentity } from "node:tls";
import type { ConnectionOptions, NatsConnection, TlsOptions } from "@nats-io/transport-node";
import type { BrokerAddress } from "../broker/address.ts";
import { contentOfFile, readTlsFiles, tlsParameters } from "../broker/tls-files.ts";

const natsFiles = ["creds", "nkey", ...tlsParameters] as const;

/** Servers by `nats:`, and with TLS by `tls:`. */
export const natsSchemes: readonly string[] = ["nats", "tls"];

/** What an address may say about its servers. A user without a password is a token. */
export const natsParameters: readonly string[] = [...natsFiles, "tls"];

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 5000;

/** Connects to a server of NATS; the connection comes back by itself for ever. Rejects with what the package throws. */
export async function connectNats(address: BrokerAddress, env: Environment): Promise<NatsConnection> {
  const { connect } = await import("@nats-io/transport-node");
  const tls = tlsOf(address, env);
  return await connect({
    name: "wsa-annotate",
    servers: address.servers.map(({ host, port }) => `${isIPv6(host) ? `[${host}]` : host}:${port}`),
    ...(await loginOf(address, env)),
    ...(tls !== null && { tls }),
    timeout: 5000,
    maxReconnectAttempts: -1,
    reconnectDelayHandler: createDelays(),
    // A server that is gone without a word is noticed in half a minute.
    pingInterval: 10_000,
  });
}

/** Variables of the environment. */
type Environment = Readonly<Record<string, string | undefined>>;

/** Credentials from the address, else from the environment variables of the NATS tools. */
async function loginOf(
  { user, password, params, subject }: BrokerAddress,
  env: Environment,
): Promise<ConnectionOptions> {
  const { credsAuthenticator, nkeyAuthenticator } = await import("@nats-io/transport-node");
  const isNamed = user !== "" || params.has("creds") || params.has("nkey");
  const creds = params.get("creds") ?? (isNamed ? undefined : env["NATS_CREDS"]);
  if (creds !== undefined) return { authenticator: credsAuthenticator(contentOfFile(creds, subject)) };
  const nkey = params.get("nkey") ?? (isNamed ? undefined : env["NATS_NKEY"]);
  if (nkey !== undefined) return { authenticator: nkeyAuthenticator(seedIn(contentOfFile(nkey, subject))) };
  const token = isNamed ? undefined : env["NATS_TOKEN"];
  if (token !== undefined) return { token };
  const [name = "", pass = ""] = isNamed ? [user, password] : [env["NATS_USER"], env["NATS_PASSWORD"]];
  if (name === "") return {};
  return pass === "" ? { token: name } : { user: name, pass };
}

/** The seed among the lines of a file. */
function seedIn(content: Buffer): Uint8Array {
  const [seed = content.toString().trim()] = /^S[A-Z2-7]{50,}$/m.exec(content.toString()) ?? [];
  return Buffer.from(seed);
}

function tlsOf({ scheme, params, subject, servers }: BrokerAddress, env: Environment): TlsOptions | null {
  const fileOf = (name: (typeof tlsParameters)[number], variable: string) => params.get(name) ?? env[variable];
  const files = {
    tls_ca: fileOf("tls_ca", "NATS_CA"),
    tls_cert: fileOf("tls_cert", "NATS_CERT"),
    tls_key: fileOf("tls_key", "NATS_KEY"),
  };
  const isAsked = scheme === "tls" || [...params.keys()].some((name) => name.startsWith("tls"));
  if (!isAsked && Object.values(files).every((path) => path === undefined)) return null;
  const numbers = servers.map(({ host }) => host).filter((host) => isIP(host) !== 0);
  return { ...readTlsFiles(files, subject), checkServerIdentity: identityOf(numbers) } as TlsOptions;
}

/** The package has no name for a server whose address is a number: Node would look for localhost in its certificate. */
function identityOf(numbers: readonly string[]): typeof checkServerIdentity {
  return (name, certificate) => {
    const names = name === "localhost" && numbers.length > 0 ? numbers : [name];
    const failures = names.map((one) => checkServerIdentity(one, certificate));
    return failures.includes(undefined) ? undefined : failures[0];
  };
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
