import { WsaError } from "../../error.ts";
import type { BrokerAddress } from "../../sources/broker/address.ts";
import { say, type Wording } from "../../wording.ts";

/** A failure of the broker as people get it. */
export function publishError({ subject }: BrokerAddress, cause: unknown): WsaError {
  if (cause instanceof WsaError) return cause;
  const [message, hint] = told(cause as Error);
  return new WsaError("output", subject, message, { hint, cause });
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
