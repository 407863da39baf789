import { WsaError } from "../../error.ts";
import { say } from "../../wording.ts";

/** The WsaError for a failure of a Redis server or of the way to it. */
export function redisError(cause: unknown, subject: string): unknown {
  if (cause instanceof WsaError || !(cause instanceof Error)) return cause;
  const text = cause.message;
  if (/NOAUTH|WRONGPASS|NOPERM|invalid password|without any password/i.test(text))
    return new WsaError("input", subject, say`its server refuses these credentials`, {
      hint: say`Give the password in REDISCLI_AUTH.`,
      cause,
    });
  if (/WRONGTYPE/.test(text))
    return new WsaError("input", subject, say`is no stream`, {
      hint: say`Lines are added to a stream with XADD.`,
      cause,
    });
  if (/certificate|tls|ssl|self-signed|wrong version/i.test(text))
    return new WsaError("input", subject, say`no TLS connection: ${text}`, {
      hint: say`A server without TLS has a redis: address; a certificate to trust is named by ?tls_ca=FILE.`,
      cause,
    });
  return new WsaError("input", subject, say`its server cannot be reached`, {
    hint: say`Check that it runs, and the address.`,
    cause,
  });
}
