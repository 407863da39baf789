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
  readonly isSafe: boolean;
  /** Paths of files. */
  readonly files: Readonly<Partial<Record<"creds" | "ca" | "cert" | "key", string>>>;
}

const FILES = ["creds", "ca", "cert", "key"] as const;

/**
 * Reads `nats://[USER:PASSWORD@|TOKEN@]HOST[:PORT][,HOST…]/STREAM[?creds=FILE]`, or `tls://` with `ca`, `cert` and `key`.
 * Throws a WsaError `usage`.
 */
export function parseNatsAddress(address: string): NatsAddress {
  const shown = withoutCredentials(address);
  const [, scheme = "", login, hosts = "", target = "", query] =
    /^(nats|tls):\/\/(?:([^/?#]*)@)?([^/?#@]+)\/([^/?#]+)(?:\?(.*))?$/i.exec(address) ?? [];
  const parameters = new URLSearchParams(query ?? "");
  const unknown = [...parameters.keys()].find((name) => !(FILES as readonly string[]).includes(name));
  if (hosts === "" || unknown !== undefined || !SUBJECT.test(target))
    throw new WsaError("usage", shown, say`is no address of a stream`, {
      hint: say`give nats://HOST/STREAM, or tls://HOST/STREAM; files with credentials: ?creds=FILE&ca=FILE`,
    });
  const [user, password] = login === undefined ? [null, null] : splitLogin(login);
  const files = Object.fromEntries(
    FILES.flatMap((name) => (parameters.has(name) ? [[name, parameters.get(name)]] : [])),
  );
  return { shown, servers: hosts.split(","), target, user, password, isSafe: scheme.toLowerCase() === "tls", files };
}

const SUBJECT = /^[^\s.*>]+(?:\.(?:[^\s.*>]+|\*|>$))*$/;

function splitLogin(login: string): [user: string, password: string | null] {
  const [user = "", password] = login.split(/:(.*)/s).map(decodeURIComponent);
  return [user, password ?? null];
}
