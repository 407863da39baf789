import pg from "pg";
import { WsaError } from "../../error.ts";
import { withoutCredentials } from "../../text/address.ts";
import { say, type Wording } from "../../wording.ts";

/** Returns the WsaError for a failure of the server or of the way to it; other errors are returned as they are. */
export function postgresError(cause: unknown, address: string): unknown {
  if (cause instanceof WsaError || !(cause instanceof Error)) return cause;
  const subject = withoutCredentials(address);
  const code = codeOf(cause);
  if (code === "ERR_INVALID_URL" || cause instanceof URIError)
    return new WsaError("usage", subject, say`is no address of a database`, {
      hint: say`for example ${"postgres://HOST/DATABASE"}; marks of a name or password are percent-encoded: %23 for #, %25 for %`,
    });
  const row = rows.find(([pattern]) => pattern.test(code));
  if (row !== undefined) return new WsaError(row[1], subject, row[2], { hint: row[3] });
  if (isOutage(cause)) return new WsaError("store-busy", subject, say`its server cannot be reached`, { hint: reach });
  if (ofTls.test(`${code} ${cause.message}`))
    return new WsaError("store", subject, say`no TLS connection: ${cause.message}`, {
      hint: say`Give another sslmode or sslrootcert.`,
    });
  return cause instanceof pg.DatabaseError
    ? new WsaError("store", subject, say`${cause.message}`, { hint: answered })
    : cause;
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
    /connection terminated|not queryable|timeout exceeded when trying to connect|connection timeout|query read timeout/i.test(
      cause.message,
    )
  );
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && "code" in cause && typeof cause.code === "string" ? cause.code : "";
}

const reach = say`Check that the server runs; what was counted is safe, and the rest is counted by the next run.`;

const answered = say`This is the server's own answer.`;
const ofTls = /CERT|UNABLE_TO_VERIFY|ERR_TLS|ERR_SSL|EPROTO|support SSL/;

const rows: readonly (readonly [pattern: RegExp, kind: WsaError["code"], message: Wording, hint: Wording])[] = [
  [/^28/, "store", say`the server refuses this user or password`, say`Give the password in PGPASSFILE or PGPASSWORD.`],
  [/^3D000/, "store", say`there is no such database`, say`Create it first: createdb NAME.`],
  [/^42501/, "store", say`this user may not read or write it`, say`Grant the user the tables of the store.`],
  [
    /^53100/,
    "store-full",
    say`there is no space left on its disk`,
    say`Free some space and run the command again; what was counted is safe.`,
  ],
  [
    /^(?:40|55P03|53300)/,
    "store-busy",
    say`another program has been writing to it for too long`,
    say`Try again when it has finished.`,
  ],
  [/^ENOTFOUND/, "store", say`there is no host of this name`, say`Check the address.`],
  [/^42P07/, "store", say`its schema holds other tables`, say`Create a database for the store alone.`],
];
