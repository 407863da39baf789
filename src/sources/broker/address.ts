import { WsaError } from "../../error.ts";
import { withoutCredentials } from "../../text/address.ts";
import { say } from "../../wording.ts";

/** The parts of a broker's address. */
export interface BrokerAddress {
  /** As it may be shown. */
  readonly subject: string;
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** What is behind the first `/`. */
  readonly path: string;
  readonly params: URLSearchParams;
}

/** Reads an address such as `nats://HOST:PORT/STREAM?name=value`. Throws a WsaError `usage` for what is none. */
export function parseBrokerAddress(
  address: string,
  {
    port,
    params: known,
    example,
  }: { readonly port: number; readonly params: readonly string[]; readonly example: string },
): BrokerAddress {
  const subject = withoutCredentials(address);
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || url.hostname === "" || url.pathname.length < 2)
    throw new WsaError("usage", subject, say`names no stream`, { hint: say`for example ${example}` });
  const params = new URLSearchParams(url.search);
  const unknown = [...params.keys()].find((name) => ![...namingParams, ...known].includes(name));
  if (unknown !== undefined)
    throw new WsaError("usage", subject, say`has no parameter ${unknown}`, {
      hint: say`known are ${[...known, ...namingParams].join(", ")}`,
    });
  return {
    subject,
    host: url.hostname.replace(/^\[(.*)\]$/, "$1"),
    port: Number(url.port || port),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    path: decodeURIComponent(url.pathname.slice(1)),
    params,
  };
}

const namingParams = ["host", "source", "text", "time"];
