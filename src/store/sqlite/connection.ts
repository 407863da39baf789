import Database from "better-sqlite3";
import { inspectFile, missing } from "./file-header.ts";

/** A connection to a SQLite file. */
export type Connection = Database.Database;

/** A connection that can only read, for the SQL of people; see query.ts. */
export function connectReadOnly(path: string, busyTimeoutMs: number): Connection {
  if (inspectFile(path) === "empty") throw missing(path);
  const db = new Database(path, { readonly: true, fileMustExist: true, timeout: busyTimeoutMs });
  db.pragma("trusted_schema = OFF");
  return db;
}
