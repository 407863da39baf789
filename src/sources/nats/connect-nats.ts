import { isIP } from "node:net";
import { checkServerIdentity } from "node:tls";
import type { ConnectionOptions, NatsConnection, TlsOptions } from "@nats-io/transport-node";
import { schemeOf } from "../../text/address.ts";
import { contentOfFile, readTlsFiles, tlsParameters } from "../broker/tls-files.ts";

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

const natsFiles = ["creds", "nkey", ...tlsParameters] as const;

/** Servers by `nats:`, and with TLS by `tls:`. */
export const natsSchemes: readonly string[] = ["nats", "tls"];

/** What an address may say about its servers. */
export const natsParameters: readonly string[] = [...natsFiles, "tls"];

/** How to connect, from the scheme and the parameters of an address. */
export function readNatsParameters(
  address: string,
  parameters: URLSearchParams,
): Pick<NatsServers, "isSafe" | "files"> {
  return {
    isSafe: schemeOf(address) === "tls" || [...parameters.keys()].some((name) => name.startsWith("tls")),
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
  const tls = tlsOf(address, env);
  return await connect({
    name: "wsa-annotate",
    servers: [...address.servers],
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
async function loginOf({ user, password, files, shown }: NatsServers, env: Environment): Promise<ConnectionOptions> {
  const { credsAuthenticator, nkeyAuthenticator } = await import("@nats-io/transport-node");
  const isNamed = user !== null || files.creds !== undefined || files.nkey !== undefined;
  const creds = files.creds ?? (isNamed ? undefined : env["NATS_CREDS"]);
  if (creds !== undefined) return { authenticator: credsAuthenticator(contentOfFile(creds, shown)) };
  const nkey = files.nkey ?? (isNamed ? undefined : env["NATS_NKEY"]);
  if (nkey !== undefined) return { authenticator: nkeyAuthenticator(seedIn(contentOfFile(nkey, shown))) };
  const token = isNamed ? undefined : env["NATS_TOKEN"];
  if (token !== undefined) return { token };
  const [name, pass] = isNamed ? [user ?? undefined, password] : [env["NATS_USER"], env["NATS_PASSWORD"] ?? null];
  if (name === undefined) return {};
  return pass === null ? { token: name } : { user: name, pass };
}

/** The seed among the lines of a file. */
function seedIn(content: Buffer): Uint8Array {
  const [seed = content.toString().trim()] = /^S[A-Z2-7]{50,}$/m.exec(content.toString()) ?? [];
  return Buffer.from(seed);
}

function tlsOf({ files, isSafe, shown, servers }: NatsServers, env: Environment): TlsOptions | null {
  const { tls_ca = env["NATS_CA"], tls_cert = env["NATS_CERT"], tls_key = env["NATS_KEY"] } = files;
  const named = { tls_ca, tls_cert, tls_key };
  if (!isSafe && Object.values(named).every((path) => path === undefined)) return null;
  return { ...readTlsFiles(named, shown), checkServerIdentity: identityOf(servers) } as TlsOptions;
}

/** The package has no name for a server whose address is a number: Node would look for localhost in its certificate. */
function identityOf(servers: readonly string[]): typeof checkServerIdentity {
  const numbers = servers.map((server) => server.replace(/:\d+$/, "").replace(/^\[(.*)\]$/, "$1")).filter(isIP);
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
