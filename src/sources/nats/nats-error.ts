import { WsaError } from "../../error.ts";
import { say } from "../../wording.ts";
import type { BrokerAddress } from "../broker/address.ts";

/** The WsaError for a failure of a NATS server or of the way to it; other errors are returned as they are. */
export function natsError(cause: unknown, { subject, path }: BrokerAddress): unknown {
  if (cause instanceof WsaError || !(cause instanceof Error)) return cause;
  const text = `${cause.name} ${cause.message} ${cause.cause instanceof Error ? cause.cause.message : ""}`;
  if (/stream not found/i.test(text))
    return new WsaError("input", subject, say`has no stream ${path}`, {
      hint: say`The names of streams are in capitals as a rule: nats stream ls`,
      cause,
    });
  if (/authori[sz]ation|authentication|permissions? violation/i.test(text))
    return new WsaError("input", subject, say`its server refuses these credentials`, {
      hint: say`Give NATS_CREDS, NATS_NKEY, NATS_TOKEN, or NATS_USER and NATS_PASSWORD.`,
      cause,
    });
  if (/jetstream.*not enabled|no responders/i.test(text))
    return new WsaError("input", subject, say`its server has no JetStream`, {
      hint: say`Start it with --jetstream; messages that are not kept cannot be counted once.`,
      cause,
    });
  if (/certificate|tls|ssl|self-signed/i.test(text))
    return new WsaError("input", subject, say`no TLS connection: ${cause.message}`, {
      hint: say`Give ?tls_ca=FILE, or tls_cert and tls_key.`,
      cause,
    });
  return new WsaError("input", subject, say`its server cannot be reached`, {
    hint: say`Check that it runs, and the address.`,
    cause,
  });
}
