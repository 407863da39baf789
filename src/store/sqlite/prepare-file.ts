import { closeSync, existsSync, fsyncSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import type { CatalogueRow } from "../store-options.ts";
import { connectReadOnly } from "./connection.ts";
import { inspectFile, missing, newer, notOurs } from "./file-header.ts";
import { loadCopy } from "./load-copy.ts";
import { loadSqlite } from "./load-sqlite.ts";
import { applicationId, migrations } from "./schema.ts";
import type { Connection } from "./sqlite.ts";
import { damagedStore } from "./sqlite-error.ts";
import type { SqliteOptions } from "./sqlite-options.ts";

/**
 * Connects to a store's file. Creates and migrates it, unless it is only to be read; files of other programs and of newer
 * versions are refused, untouched.
 */
export function openConnection(options: SqliteOptions, timeoutMs: number, isKnown: boolean): Connection {
  const { path } = options;
  const sqlite = loadSqlite(path);
  if (options.readOnly === true) return connectToRead(options, timeoutMs, isKnown);
  createPrivately(path);
  if (inspectFile(path) === "unmarked") checkUnmarked(path, timeoutMs);
  const db = sqlite.open(path, { timeout: timeoutMs });
  return closingOnFailure(db, () => prepareFile(db, options));
}

function connectToRead(options: SqliteOptions, timeoutMs: number, isKnown: boolean): Connection {
  const { path } = options;
  const db = connectReadOnly(path, timeoutMs, isKnown);
  let version = 0;
  closingOnFailure(db, () => {
    version = checkOwner(db, path);
    if (version === 0) throw missing(path);
  });
  if (version === migrations.length) return db;
  const isCopy = db.memory;
  db.close();
  if (isCopy) return migratedCopy(path);
  openConnection({ ...options, readOnly: false }, timeoutMs, isKnown).close();
  return connectReadOnly(path, timeoutMs, true);
}

/** A store of an earlier version that may not be written is brought up to date in memory. */
function migratedCopy(path: string): Connection {
  const db = loadCopy(path, { readonly: false });
  return closingOnFailure(db, () => migrate(db, path));
}

/** A store has lines of logs: its file and the folders that are made for it are for their owner alone. */
function createPrivately(path: string): void {
  const first = mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  if (first !== undefined) syncFolders(dirname(path), dirname(first));
  // Only a file that is not there is opened: closing one that SQLite has open would drop SQLite's locks. A link may lead to none.
  if (!existsSync(path)) closeSync(openSync(path, "a", 0o600));
}

/** Flushes the names of new folders to the disk, up to the folder that was there; Windows cannot and need not. */
function syncFolders(folder: string, last: string): void {
  for (let path = folder; ; path = dirname(path)) {
    try {
      const file = openSync(path, "r");
      try {
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
    } catch {
      // Some file systems do not flush folders.
    }
    if (path === last || path === dirname(path)) return;
  }
}

/** Throws unless a commit reaches the disk before it is reported. */
export function assertDurable(db: Connection, durable = false): void {
  const synchronous = db.pragma("synchronous", { simple: true });
  const wanted = durable ? 3 : 2;
  if (synchronous !== wanted) throw new Error(`PRAGMA synchronous is ${synchronous} instead of ${wanted}`);
}

function prepareFile(db: Connection, { path, codes, durable = false }: SqliteOptions): void {
  db.pragma("trusted_schema = OFF");
  db.pragma("foreign_keys = ON");
  // better-sqlite3 is built so that WAL falls back to NORMAL, which loses commits at a power failure.
  db.pragma(`synchronous = ${durable ? "EXTRA" : "FULL"}`);
  // Only macOS knows the difference: its fsync does not reach through the cache of the drive.
  db.pragma(`fullfsync = ${durable ? "ON" : "OFF"}`);
  db.pragma(`checkpoint_fullfsync = ${durable ? "ON" : "OFF"}`);
  const version = checkOwner(db, path);
  // The owner is marked before the switch to WAL, so that it is in the header of the file itself from the beginning.
  if (version === 0) db.pragma(`application_id = ${applicationId}`);
  db.pragma("journal_mode = WAL");
  if (version < migrations.length) migrate(db, path);
  refreshCodes(db, codes);
  assertDurable(db, durable);
}

/** The number of migrations that the file has seen; throws for files of other programs and of newer versions. */
function checkOwner(db: Connection, path: string): number {
  const owner = db.pragma("application_id", { simple: true });
  const tables = db.prepare<[], number>("SELECT count(*) FROM sqlite_schema").pluck().get() ?? 0;
  if (owner !== applicationId && (owner !== 0 || tables > 0)) throw notOurs(path);
  const version = Number(db.pragma("user_version", { simple: true }));
  if (version > migrations.length) throw newer(path);
  // Only strict tables hold nothing but the types that their columns have.
  if (lax(db) > 0) throw damagedStore(path);
  return version;
}

function lax(db: Connection): number {
  const tables = "'codes', 'sources', 'runs', 'generations', 'counts', 'endpoints', 'operations', 'samples', 'acks'";
  const query = `SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND NOT strict AND name IN (${tables})`;
  return db.prepare<[], number>(query).pluck().get() ?? 0;
}

/** A read-only connection cannot change another program's file, not even by finishing what its own writer left behind. */
function checkUnmarked(path: string, timeout: number): void {
  const db = loadSqlite(path).open(path, { readonly: true, timeout });
  closingOnFailure(db, () => checkOwner(db, path)).close();
}

function migrate(db: Connection, path: string): void {
  db.transaction(() => {
    const version = checkOwner(db, path);
    for (const step of migrations.slice(version)) db.exec(step);
    db.pragma(`user_version = ${migrations.length}`);
  }).immediate();
}

function refreshCodes(db: Connection, codes: readonly CatalogueRow[]): void {
  const stored = db.prepare<[], CatalogueRow>("SELECT * FROM codes").all();
  const known = new Map(stored.map((row) => [row.code, Object.values(row).join("\0")]));
  const changed = codes.map(toValues).filter((values) => known.get(values[0]) !== values.join("\0"));
  if (changed.length === 0) return;
  const write = db.prepare("INSERT OR REPLACE INTO codes VALUES (?, ?, ?, ?, ?, ?, ?)");
  db.transaction(() => {
    for (const values of changed) write.run(...values);
  }).immediate();
}

function toValues(row: CatalogueRow): readonly [number, ...(string | number)[]] {
  return [row.code, row.name, row.category, row.retryable ? 1 : 0, row.title_en, row.title_zh, row.catalogue];
}

function closingOnFailure(db: Connection, work: () => void): Connection {
  try {
    work();
    return db;
  } catch (cause) {
    db.close();
    throw cause;
  }
}
