// The process that runs people's SQL and may be killed at any moment; query.ts starts it and talks to it.
import { once } from "node:events";
import { WsaError } from "../../error.ts";
import type { Value } from "../page.ts";
import { type Connection, connectReadOnly } from "./connection.ts";
import type { Reply, Request } from "./query.ts";
import { sqliteError } from "./sqlite-error.ts";

const rowsPerPage = 500;
/** A page is sent early when it grows beyond this many characters. */
const pageCharacters = 1 << 20;
const busyTimeoutMs = 5000;

process.once("disconnect", () => process.exit());
process.once("message", (request: Request) => {
  answer(request).catch((cause: unknown) => say(toReply(cause, request.path)));
});

/** Sends the answer page by page; the next page is read when the last one was asked for. */
async function answer({ path, sql, parameters = [], maxRows = Number.MAX_SAFE_INTEGER }: Request): Promise<void> {
  const db = connectReadOnly(path, busyTimeoutMs);
  const statement = prepare(db, sql);
  const columns = statement.columns().map(({ name }) => name);
  let rows: Value[][] = [];
  let characters = 0;
  let left = maxRows;
  let pages = 0;
  const flush = async () => {
    const more = once(process, "message");
    say({ kind: "page", columns, rows });
    rows = [];
    characters = 0;
    pages++;
    await more;
  };
  try {
    if (left > 0) {
      for (const row of statement
        .raw()
        .safeIntegers()
        .iterate(...parameters) as Iterable<unknown[]>) {
        const values = row.map(toValue);
        rows.push(values);
        for (const value of values) characters += typeof value === "string" ? value.length : 8;
        if (rows.length >= rowsPerPage || characters >= pageCharacters) await flush();
        if (--left <= 0) break;
      }
    }
  } catch (cause) {
    throw queryError(cause, db);
  }
  if (rows.length > 0 || pages === 0) await flush();
  db.close();
  say({ kind: "end" });
}

/**
 * Only a statement that reads and answers is let through: a read-only connection alone would still let VACUUM INTO
 * write files and ATTACH open others.
 */
function prepare(db: Connection, sql: string): ReturnType<Connection["prepare"]> {
  let statement: ReturnType<Connection["prepare"]>;
  try {
    statement = db.prepare(sql);
  } catch (cause) {
    throw queryError(cause, db);
  }
  if (!statement.readonly || !statement.reader || /^\s*pragma\b/i.test(withoutComments(sql))) {
    throw new WsaError("query", "query", "only a SELECT that reads is allowed", {
      hint: "Copy the store and open the copy with any SQLite program to change it.",
    });
  }
  return statement;
}

function withoutComments(sql: string): string {
  return sql.replace(/^(?:\s+|--[^\n]*(?:\n|$)|\/\*[\s\S]*?(?:\*\/|$)|;)+/, "");
}

function toValue(value: unknown): Value {
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
  if (value instanceof Uint8Array) return `x'${Buffer.from(value).toString("hex")}'`;
  return value as Value;
}

/** SQLite's own words about the SQL; failures of the file and bugs go on as they are. */
function queryError(cause: unknown, db: Connection): unknown {
  if (!(cause instanceof Error) || !isAboutSql(cause)) return cause;
  const message = /contains more than one statement/.test(cause.message)
    ? "only one statement is allowed"
    : cause.message;
  const hint = /^no such (table|column)/.test(message) ? listTables(db) : "";
  return new WsaError("query", "query", message, { hint, cause });
}

function isAboutSql(cause: Error): boolean {
  if (!("code" in cause)) return cause instanceof RangeError || cause instanceof TypeError;
  return /^SQLITE_(ERROR|TOOBIG|MISMATCH|RANGE|NOMEM|AUTH|READONLY)/.test(String(cause.code));
}

function listTables(db: Connection): string {
  const names = (type: string) =>
    db
      .prepare<[string], string>(
        "SELECT name FROM sqlite_schema WHERE type = ? AND name NOT LIKE 'sqlite_%' ORDER BY name",
      )
      .pluck()
      .all(type)
      .join(", ");
  return `Tables: ${names("table")}. Views: ${names("view")}.`;
}

function toReply(cause: unknown, path: string): Reply {
  const error = sqliteError(cause, path);
  if (!(error instanceof WsaError))
    return { kind: "bug", stack: error instanceof Error ? String(error.stack) : String(error) };
  const { code, subject, message, hint } = error;
  return { kind: "error", error: { code, subject, message, hint } };
}

function say(reply: Reply): void {
  process.send?.(reply);
}
