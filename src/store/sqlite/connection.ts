import Database from "better-sqlite3";
import { inspectFile, missing } from "./file-header.ts";
import { loadCopy } from "./load-copy.ts";

/** A connection to a SQLite file. */
export type Connection = Database.Database;

/**
 * A connection that can only read, for the SQL of people; see query.ts. SQLite reads a store only where it may put two
 * files beside it: elsewhere (a folder that is read-only, another user's) a copy in memory is read.
 */
export function connectReadOnly(path: string, busyTimeoutMs: number, isKnown = false): Connection {
  if (!isKnown && inspectFile(path) === "empty") throw missing(path);
  const db = openOrCopy(path, busyTimeoutMs);
  db.pragma("trusted_schema = OFF");
  return db;
}

function openOrCopy(path: string, timeout: number): Connection {
  const db = new Database(path, { readonly: true, fileMustExist: true, timeout });
  try {
    db.prepare("SELECT count(*) FROM sqlite_schema").get();
    return db;
  } catch (cause) {
    db.close();
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    if (!/^SQLITE_(?:CANTOPEN|READONLY)/.test(code)) throw cause;
    return loadCopy(path);
  }
}
