// The process that runs a person's SQL and may be killed at any moment; query.ts starts it.

import { WsaError } from "../../error.ts";
import { connect } from "../../remote/connect.ts";
import { processPort } from "../../remote/process-port.ts";
import { allOf, say, type Wording } from "../../wording.ts";
import type { Page, Value } from "../page.ts";
import { connectReadOnly } from "./connection.ts";
import type { QueryMethods, QueryRequest } from "./query.ts";
import type { Connection } from "./sqlite.ts";
import { sqliteError } from "./sqlite-error.ts";

const rowsPerPage = 500;
/** A page is sent early when it grows beyond this many characters. */
const pageCharacters = 1 << 20;
const busyTimeoutMs = 5000;

let pages: Iterator<Page, null> | null = null;
let path = "";

const next = (): Page | null => {
  try {
    return pages?.next().value ?? null;
  } catch (cause) {
    throw sqliteError(cause, path);
  }
};

process.once("disconnect", () => process.exit());
connect(processPort(process), {
  start(request) {
    path = request.path;
    pages = readPages(request);
    return next() as Page;
  },
  next,
} satisfies QueryMethods);

/** Reads the rows of the answer page by page, each page when it is taken. */
function* readPages({ path, sql, parameters, maxRows }: QueryRequest): Generator<Page, null> {
  const db = connectReadOnly(path, busyTimeoutMs);
  const statement = prepare(db, sql);
  const columns = statement.columns().map(({ name }) => name);
  let rows: Value[][] = [];
  let characters = 0;
  let left = maxRows;
  let isFirst = true;
  try {
    const all =
      left > 0
        ? (statement
            .raw()
            .safeIntegers()
            .iterate(...parameters) as Iterable<unknown[]>)
        : [];
    for (const row of all) {
      const values = row.map(toValue);
      rows.push(values);
      for (const value of values) characters += typeof value === "string" ? value.length : 8;
      if (rows.length >= rowsPerPage || characters >= pageCharacters) {
        yield { columns, rows };
        isFirst = false;
        rows = [];
        characters = 0;
      }
      if (--left <= 0) break;
    }
  } catch (cause) {
    throw queryError(cause, db);
  }
  if (rows.length > 0 || isFirst) yield { columns, rows };
  db.close();
  return null;
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
    throw new WsaError("query", "query", say`only a SELECT that reads is allowed`, {
      hint: say`Copy the store and open the copy with any SQLite program to change it.`,
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
    ? say`only one statement is allowed`
    : say`${cause.message}`;
  const hint = /^no such (table|column)/.test(cause.message) ? listTables(db) : null;
  return new WsaError("query", "query", message, { hint, cause });
}

function isAboutSql(cause: Error): boolean {
  if (!("code" in cause)) return cause instanceof RangeError || cause instanceof TypeError;
  return /^SQLITE_(ERROR|TOOBIG|MISMATCH|RANGE|NOMEM|AUTH|READONLY)/.test(String(cause.code));
}

function listTables(db: Connection): Wording {
  const names = (type: string) => {
    const found = db
      .prepare<[string], string>(
        "SELECT name FROM sqlite_schema WHERE type = ? AND name NOT LIKE 'sqlite_%' ORDER BY name",
      )
      .pluck()
      .all(type);
    return allOf(found);
  };
  return say`Tables: ${names("table")}. Views: ${names("view")}.`;
}
