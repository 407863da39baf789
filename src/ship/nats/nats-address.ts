import { WsaError } from "../../error.ts";
import { type NatsServers, natsParameters, readNatsParameters } from "../../sources/nats/connect-nats.ts";
import { withoutCredentials } from "../../text/address.ts";
import { say } from "../../wording.ts";

/** What the address of a stream says. */
export interface NatsAddress extends NatsServers {
  /** A stream, or a subject that a stream has. */
  readonly target: string;
}

/**
 * Reads `nats://[USER:PASSWORD@|TOKEN@]HOST[:PORT][,HOST…]/STREAM[?creds=FILE&tls_ca=FILE]`. Throws a WsaError `usage`.
 */
export function parseNatsAddress(address: string): NatsAddress {
  const shown = withoutCredentials(address);
  const [, login, hosts = "", target = "", query] =
    /^(?:nats|tls):\/\/(?:([^/?#]*)@)?([^/?#@]+)\/([^/?#]+)(?:\?(.*))?$/i.exec(address) ?? [];
  const parameters = new URLSearchParams(query ?? "");
  const unknown = [...parameters.keys()].find((name) => !natsParameters.includes(name));
  if (hosts === "" || unknown !== undefined || !SUBJECT.test(target))
    throw new WsaError("usage", shown, say`is no address of a stream`, {
      hint: say`give nats://HOST/STREAM; with credentials, and a certificate to trust: ?creds=FILE&tls_ca=FILE`,
    });
  const [user, password] = login === undefined ? [null, null] : splitLogin(login);
  return { shown, servers: hosts.split(","), target, user, password, ...readNatsParameters(address, parameters) };
}

const SUBJECT = /^[^\s.*>]+(?:\.(?:[^\s.*>]+|\*|>$))*$/;

function splitLogin(login: string): [user: string, password: string | null] {
  const [user = "", password] = login.split(/:(.*)/s).map(decodeURIComponent);
  return [user, password ?? null];
}
