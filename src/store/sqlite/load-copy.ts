import { readFileSync, type Stats, statSync } from "node:fs";
import Database from "better-sqlite3";
import { WsaError } from "../../error.ts";
import { say, type Wording } from "../../wording.ts";

/** A store that is larger than this is not read into memory. */
const MOST_BYTES = 2 ** 30;

/**
 * Reads a store's file into memory and opens the copy. Throws a WsaError `store` when commits of its writer are still in
 * a file beside it, when it is too large, and when it is written meanwhile.
 */
export function loadCopy(path: string, { readonly = true } = {}): Database.Database {
  const before = statSync(path);
  if (before.size > MOST_BYTES)
    throw unreadable(path, say`its folder may not be written, and it is too large to be read without`);
  if ((statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0)
    throw unreadable(path, say`its last commits wait in a file beside it, and its folder may not be written`);
  const bytes = readFileSync(path);
  if (!isSame(before, statSync(path)))
    throw new WsaError("store-busy", path, say`it is being written`, { hint: say`Try again.` });
  // The copy has no journal: version 1 instead of 2, see https://sqlite.org/fileformat2.html#file_format_version_numbers
  bytes.fill(1, 18, 20);
  return new Database(bytes, { readonly });
}

function isSame(before: Stats, after: Stats): boolean {
  return before.size === after.size && before.mtimeMs === after.mtimeMs && before.ino === after.ino;
}

function unreadable(path: string, message: Wording): WsaError {
  const hint = say`Copy it and its -wal file to a folder of yours, and name that copy with --store.`;
  return new WsaError("store", path, message, { hint });
}
