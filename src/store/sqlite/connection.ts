import { inspectFile, missing } from "./file-header.ts";
import { loadCopy } from "./load-copy.ts";
import { loadSqlite } from "./load-sqlite.ts";
import type { Connection } from "./sqlite.ts";

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
  const db = loadSqlite(path).open(path, { readonly: true, timeout });
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
