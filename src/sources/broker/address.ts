import { WsaError } from "../../error.ts";
import { schemeOf, withoutCredentials } from "../../text/address.ts";
import { say } from "../../wording.ts";

/** The parts of a broker's address. */
export interface BrokerAddress {
  /** Lower case. */
  readonly scheme: string;
  /** As it may be shown. */
  readonly subject: string;
  /** The servers of one broker. */
  readonly servers: readonly [BrokerServer, ...BrokerServer[]];
  readonly user: string;
  readonly password: string;
  /** What is behind the first `/`. */
  readonly path: string;
  readonly params: URLSearchParams;
}

export interface BrokerServer {
  readonly host: string;
  readonly port: number;
}

/** What an address may have. */
export interface AddressForm {
  /** Where it names none. */
  readonly port: number;
  readonly params: readonly string[];
  readonly example: string;
}

/** The parameters that name logs and fields. */
export const namingParams: readonly string[] = ["host", "source", "text", "time"];

/**
 * Reads `SCHEME://[USER[:PASSWORD]@]HOST[:PORT][,HOST…]/PATH[?NAME=VALUE]`; user, password and path may be
 * percent-encoded. Throws a WsaError `usage` for what is none.
 */
export function parseBrokerAddress(address: string, { port, params: known, example }: AddressForm): BrokerAddress {
  const subject = withoutCredentials(address);
  const [, login = "", hosts = "", path = "", query = ""] = FORM.exec(address) ?? [];
  const servers = hosts.split(",").map((host) => serverOf(host, port));
  const [user = "", password = ""] = login.split(/:(.*)/s).map(decoded);
  const target = decoded(path);
  const [first, ...others] = servers.filter((server) => server !== null);
  if (first === undefined || others.length + 1 < servers.length || !target || user === null || password === null)
    throw new WsaError("usage", subject, say`names no stream`, {
      hint: say`for example ${example}; marks of a name or password are percent-encoded: %23 for #, %25 for %`,
    });
  const params = new URLSearchParams(query);
  const unknown = [...params.keys()].find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new WsaError("usage", subject, say`has no parameter ${unknown}`, {
      hint: say`known are ${known.join(", ")}`,
    });
  return { scheme: schemeOf(address), subject, servers: [first, ...others], user, password, path: target, params };
}

const FORM = /^[a-z][a-z0-9+.-]+:\/\/(?:([^/?#@]*)@)?([^/?#@]+)\/([^?#@]+)(?:\?([^#]*))?$/i;

/** Null for what is no host. */
function serverOf(text: string, usual: number): BrokerServer | null {
  const [, brackets, name = brackets, port = String(usual)] =
    /^(?:\[([\da-f:.]+)\]|([^\s:[\]]+))(?::(\d{1,5}))?$/i.exec(text) ?? [];
  return name === undefined || Number(port) > 65_535 ? null : { host: name, port: Number(port) };
}

/** Null for what is wrongly percent-encoded. */
function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
