import pg from "pg";
import { WsaError } from "../../error.ts";
import { withoutCredentials } from "../../text/address.ts";

/** Returns the WsaError for a failure of the server or of the way to it; other errors are returned as they are. */
export function postgresError(cause: unknown, address: string): unknown {
  if (cause instanceof WsaError || !(cause instanceof Error)) return cause;
  const subject = withoutCredentials(address);
  const code = codeOf(cause);
  const row = rows.find(([pattern]) => pattern.test(code));
  if (row !== undefined) return new WsaError(row[1], subject, row[2], { hint: row[3] });
  if (isOutage(cause)) return new WsaError("store-busy", subject, "its server cannot be reached", { hint: reach });
  if (ofTls.test(`${code} ${cause.message}`))
    return new WsaError("store", subject, `no TLS connection: ${cause.message}`, {
      hint: "Give another sslmode or sslrootcert.",
    });
  return cause instanceof pg.DatabaseError ? new WsaError("store", subject, cause.message, { hint: answered }) : cause;
}

/** Whether the same work can succeed later. */
export function isPassing(cause: unknown): boolean {
  return isOutage(cause) || /^(?:40001|40P01|55P03|53300)$/.test(codeOf(cause));
}

/** Whether the connection is lost, or was never there. */
export function isOutage(cause: unknown): boolean {
  if (!(cause instanceof Error) || cause instanceof WsaError) return false;
  return (
    /^(?:08|57P0|ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN|25006)/.test(codeOf(cause)) ||
    /connection terminated|not queryable|timeout exceeded when trying to connect|connection timeout/i.test(
      cause.message,
    )
  );
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && "code" in cause && typeof cause.code === "string" ? cause.code : "";
}

const reach = "Check that the server runs; what was counted is safe, and the rest is counted by the next run.";

const answered = "This is the server's own answer.";
const ofTls = /CERT|ERR_TLS|ERR_SSL|EPROTO|support SSL/;

const rows: readonly (readonly [pattern: RegExp, kind: WsaError["code"], message: string, hint: string])[] = [
  [/^28/, "store", "the server refuses this user or password", "Give the password in PGPASSFILE or PGPASSWORD."],
  [/^3D000/, "store", "there is no such database", "Create it first: createdb NAME."],
  [/^42501/, "store", "this user may not read or write it", "Grant the user the tables of the store."],
  [/^53100/, "store-full", "there is no space left on its disk", "Free some space and run the command again."],
  [/^(?:40|55P03|53300)/, "store-busy", "other programs have been writing to it for too long", "Try again later."],
  [/^ENOTFOUND/, "store", "there is no host of this name", "Check the address."],
  [/^42P07/, "store", "its schema holds other tables", "Create a database for the store alone."],
];
