import { WsaError } from "../../error.ts";
import { withoutCredentials } from "../../text/address.ts";
import { say } from "../../wording.ts";

/** What the address of a stream says. */
export interface NatsAddress {
  /** For messages: without a password. */
  readonly shown: string;
  /** `host:port`, tried in any order. */
  readonly servers: readonly string[];
  /** A stream, or a subject that a stream has. */
  readonly target: string;
  readonly user: string | null;
  readonly password: string | null;
  /** Whether TLS is asked for; a server may ask for it too. */
  readonly isSafe: boolean;
  /** Paths of files. */
  readonly files: Readonly<Partial<Record<(typeof FILES)[number], string>>>;
}

const FILES = ["creds", "tls_ca", "tls_cert", "tls_key"] as const;
const PARAMETERS: readonly string[] = [...FILES, "tls"];

/**
 * Reads `nats://[USER:PASSWORD@|TOKEN@]HOST[:PORT][,HOST…]/STREAM[?creds=FILE&tls_ca=FILE]`. Throws a WsaError `usage`.
 */
export function parseNatsAddress(address: string): NatsAddress {
  const shown = withoutCredentials(address);
  const [, login, hosts = "", target = "", query] =
    /^nats:\/\/(?:([^/?#]*)@)?([^/?#@]+)\/([^/?#]+)(?:\?(.*))?$/i.exec(address) ?? [];
  const parameters = new URLSearchParams(query ?? "");
  const unknown = [...parameters.keys()].find((name) => !PARAMETERS.includes(name));
  if (hosts === "" || unknown !== undefined || !SUBJECT.test(target))
    throw new WsaError("usage", shown, say`is no address of a stream`, {
      hint: say`give nats://HOST/STREAM; with credentials, and a certificate to trust: ?creds=FILE&tls_ca=FILE`,
    });
  const [user, password] = login === undefined ? [null, null] : splitLogin(login);
  const files = Object.fromEntries(
    FILES.flatMap((name) => (parameters.has(name) ? [[name, parameters.get(name)]] : [])),
  );
  const isSafe = [...parameters.keys()].some((name) => name.startsWith("tls"));
  return { shown, servers: hosts.split(","), target, user, password, isSafe, files };
}

const SUBJECT = /^[^\s.*>]+(?:\.(?:[^\s.*>]+|\*|>$))*$/;

function splitLogin(login: string): [user: string, password: string | null] {
  const [user = "", password] = login.split(/:(.*)/s).map(decodeURIComponent);
  return [user, password ?? null];
}
