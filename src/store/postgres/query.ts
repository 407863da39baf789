import pg from "pg";
import { WsaError } from "../../error.ts";
import { say } from "../../wording.ts";
import type { Page, Value } from "../page.ts";
import type { QueryLimits } from "../store.ts";
import { connectionString } from "./connection-string.ts";
import { pickServer } from "./hosts.ts";
import { isOutage, postgresError } from "./postgres-error.ts";

const PAGE_ROWS = 1000;

/**
 * Runs one SELECT that a person wrote, on a connection of its own in a transaction that can only read. It is the query of
 * a cursor, sent by itself: so it is one statement, which changes nothing and ends no transaction.
 */
export async function* runQuery(
  address: string,
  sql: string,
  { timeoutMs = 60_000, maxRows = Number.MAX_SAFE_INTEGER, signal }: QueryLimits,
): AsyncGenerator<Page, void, void> {
  if (signal?.aborted === true) return;
  const server = await pickServer(address).catch((cause) => {
    throw postgresError(cause, address);
  });
  const client = new pg.Client({
    connectionString: connectionString(server),
    application_name: "wsa-annotate query",
    connectionTimeoutMillis: 10_000,
    types: { getTypeParser },
  });
  client.on("error", () => undefined);
  let hasEnded = false;
  const end = () => {
    hasEnded = true;
    client.end().catch(() => undefined);
  };
  signal?.addEventListener("abort", end, { once: true });
  try {
    await client.connect();
    await client.query("BEGIN READ ONLY");
    // The server has a limit too: it goes on working for a client that is gone.
    await client.query(`SET LOCAL statement_timeout = ${Math.max(1, Math.round(timeoutMs))}`);
    await client.query(extended(`DECLARE answer NO SCROLL CURSOR FOR ${sql}`));
    let leftMs = timeoutMs;
    for (let rows = 0, isFirst = true; rows < maxRows && !hasEnded; isFirst = false) {
      const asked = performance.now();
      await client.query(`SET LOCAL statement_timeout = ${Math.max(1, Math.round(leftMs))}`);
      const count = Math.min(PAGE_ROWS, maxRows - rows);
      const page = await client.query<Value[]>({ text: `FETCH ${count} FROM answer`, rowMode: "array" });
      leftMs -= performance.now() - asked;
      if (page.rows.length > 0 || isFirst) yield { columns: page.fields.map(({ name }) => name), rows: page.rows };
      if (page.rows.length < count) return;
      rows += page.rows.length;
      if (leftMs <= 0) throw tooSlow(timeoutMs);
    }
  } catch (cause) {
    if (hasEnded) return;
    throw queryError(cause, address, timeoutMs);
  } finally {
    signal?.removeEventListener("abort", end);
    end();
  }
}

/** The protocol that takes one statement only. */
function extended(text: string): pg.QueryConfig {
  return { text, queryMode: "extended" } as pg.QueryConfig;
}

function queryError(cause: unknown, address: string, timeoutMs: number): unknown {
  if (!(cause instanceof pg.DatabaseError) || isOutage(cause)) return postgresError(cause, address);
  if (cause.code === "57014") return tooSlow(timeoutMs);
  if (/^(?:28|3D|53)/.test(cause.code ?? "")) return postgresError(cause, address);
  return new WsaError("query", "query", say`${cause.message}`, {
    hint: cause.hint === undefined ? say`Give one SELECT statement.` : say`${cause.hint}`,
  });
}

function tooSlow(timeoutMs: number): WsaError {
  const hint = say`Ask for less, or give it more time with --timeout.`;
  return new WsaError("query", "query", say`no answer within ${timeoutMs / 1000} seconds`, { hint });
}

const [BYTEA, INT8, INT2, INT4, FLOAT4, FLOAT8, NUMERIC] = [17, 20, 21, 23, 700, 701, 1700];

function getTypeParser(oid: number): (text: string) => Value {
  switch (oid) {
    case INT2:
    case INT4:
    case INT8:
    case NUMERIC:
    case FLOAT4:
    case FLOAT8:
      return toNumber;
    case BYTEA:
      return (text) => `x'${text.slice(2)}'`;
    default:
      return (text) => text.replaceAll("\uffff", "\0");
  }
}

/** A number, or its digits where it would lose some. */
function toNumber(text: string): Value {
  const number = Number(text);
  return Number.isFinite(number) && (!/^-?\d+$/.test(text) || Number.isSafeInteger(number)) ? number : text;
}
