import { type Stats, statSync } from "node:fs";
import { WsaError } from "../../error.ts";
import { say, type Wording } from "../../wording.ts";
import { loadSqlite } from "./load-sqlite.ts";
import type { Connection } from "./sqlite.ts";

/** A store that is larger than this is not read into memory. */
const MOST_BYTES = 2 ** 30;

/**
 * Reads a store's file into memory and opens the copy. Throws a WsaError `store` when commits of its writer are still in
 * a file beside it, when it is too large, and when it is written meanwhile.
 */
export function loadCopy(path: string, { readonly = true } = {}): Connection {
  const before = statSync(path);
  if (before.size > MOST_BYTES)
    throw unreadable(path, say`its folder may not be written, and it is too large to be read without`);
  if ((statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0)
    throw unreadable(path, say`its last commits wait in a file beside it, and its folder may not be written`);
  const db = loadSqlite(path).openCopy(path, { readonly });
  if (isSame(before, statSync(path))) return db;
  db.close();
  throw new WsaError("store-busy", path, say`it is being written`, { hint: say`Try again.` });
}

function isSame(before: Stats, after: Stats): boolean {
  return before.size === after.size && before.mtimeMs === after.mtimeMs && before.ino === after.ino;
}

function unreadable(path: string, message: Wording): WsaError {
  const hint = say`Copy it and its -wal file to a folder of yours, and name that copy with --store.`;
  return new WsaError("store", path, message, { hint });
}
