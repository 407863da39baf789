import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import Database from "better-sqlite3";
import type { Batch, Beginning, Committed } from "../../ledger/batch.ts";
import type { LogKey } from "../../ledger/log-key.ts";
import type { FileHint } from "../../log/file-hint.ts";
import type { LogName } from "../../log/log-name.ts";
import type { Ack, Merged, Parameters, Pruned, Reader, Store } from "../store.ts";
import { type Run, writeBatches } from "./batch.ts";
import { readBeginning } from "./beginning.ts";
import { type Connection, connectReadOnly } from "./connection.ts";
import { inspectFile, missing, newer, notOurs } from "./file-header.ts";
import { mergeFrom } from "./merge.ts";
import { pruneBefore } from "./prune.ts";
import { applicationId, migrations } from "./schema.ts";
import { isBusy, sqliteError } from "./sqlite-error.ts";

/** A row of the table `codes`: what SQL needs to know about a code. */
export interface CodeRow {
  readonly code: number;
  readonly name: string;
  readonly category: string;
  readonly retryable: boolean;
  readonly title_en: string;
  readonly title_zh: string;
}

export interface SqliteOptions {
  readonly path: string;
  /** The catalogue's rows; the table `codes` is brought up to them. */
  readonly codes: readonly CodeRow[];
  /** Nothing is created, migrated or written. */
  readonly readOnly?: boolean;
  /** How long to wait for other writers before giving up with `store-busy`. */
  readonly busyTimeoutMs?: number;
  readonly maxSamplesPerCode?: number;
  /** The program's version, for the table `runs`. */
  readonly version?: string;
}

/** Opens the store in a SQLite file, creating it and its folders unless it is only to be read. */
export async function openSqliteStore(options: SqliteOptions): Promise<Store> {
  const store = new SqliteStore(options);
  await store.open();
  return store;
}

/** SQLite waits in the calling thread; more often than this we come back to the event loop, for signals and the live page. */
const longestBlockMs = 500;

class SqliteStore implements Store {
  readonly #path: string;
  readonly #options: SqliteOptions;
  readonly #busyTimeoutMs: number;
  readonly #runs: Run[] = [];
  #db: Connection | null = null;

  constructor(options: SqliteOptions) {
    this.#path = options.path;
    this.#options = options;
    this.#busyTimeoutMs = options.busyTimeoutMs ?? 60_000;
  }

  async open(): Promise<void> {
    await this.#use((db) => db.pragma("schema_version"));
  }

  async begin(started: number): Promise<number> {
    return this.#runs.push({ started: toSeconds(started), id: null }) - 1;
  }

  async generationsFor(key: LogKey, source: LogName): Promise<Beginning> {
    return await this.#use((db) => db.transaction(() => readBeginning(db, key, source)).deferred());
  }

  async commit(batch: Batch): Promise<Committed | null> {
    const [committed = null] = await this.commitAll([batch]);
    return committed;
  }

  async commitAll(batches: readonly Batch[]): Promise<readonly (Committed | null)[]> {
    const { version = "", maxSamplesPerCode = 20 } = this.#options;
    const { runs, committed } = await this.#use((db) => {
      const write = () => writeBatches(db, batches, this.#runs, { version, maxSamplesPerCode });
      const result = db.transaction(write).immediate();
      assertDurable(db);
      return result;
    });
    for (const [number, run] of runs) this.#runs[number] = run;
    return committed;
  }

  async finish(run: number, finished: number): Promise<void> {
    const id = this.#runs[run]?.id ?? null;
    if (id === null) return;
    await this.#use((db) => db.prepare("UPDATE runs SET finished = ? WHERE id = ?").run(toSeconds(finished), id));
  }

  async fileHints(host: string): Promise<FileHint[]> {
    return await this.read<FileHint>("SELECT path, size, mtime AS mtimeNs, inode FROM files WHERE host = ?", [host]);
  }

  async rememberFiles(host: string, files: readonly FileHint[]): Promise<void> {
    await this.#use((db) => {
      const write = db.prepare("INSERT OR REPLACE INTO files VALUES (@host, @path, @size, @mtimeNs, @inode)");
      db.transaction(() => {
        for (const file of files) write.run({ host, ...file });
      }).immediate();
    });
  }

  async merge(from: Reader, started: number): Promise<Merged> {
    const merging = { started: toSeconds(started), version: this.#options.version ?? "" };
    return await mergeFrom(from, merging, (work) =>
      this.#use((db) => {
        const result = db.transaction(() => work(db)).immediate();
        assertDurable(db);
        return result;
      }),
    );
  }

  async prune(before: number, dryRun: boolean): Promise<Pruned> {
    return await this.#use((db) => pruneBefore(db, before, dryRun));
  }

  async acknowledge(acks: readonly Ack[]): Promise<void> {
    await this.#use((db) => {
      const write = db.prepare("INSERT OR REPLACE INTO acks VALUES (@code, @until, @note, @acknowledged)");
      db.transaction(() => {
        for (const ack of acks) write.run(ack);
      }).immediate();
    });
  }

  async withdraw(codes: readonly number[]): Promise<number[]> {
    return await this.#use((db) => {
      const remove = db.prepare("DELETE FROM acks WHERE code = ?");
      return db.transaction(() => codes.filter((code) => remove.run(code).changes > 0)).immediate();
    });
  }

  async read<Row>(sql: string, parameters: Parameters = []): Promise<Row[]> {
    return await this.#use((db) => db.prepare<unknown[], Row>(sql).all(...parameters));
  }

  async snapshot<Result>(work: (reader: Reader) => Promise<Result>): Promise<Result> {
    // A connection of its own, so that the work may wait between its questions while this one goes on writing.
    const reader = new SqliteStore({ ...this.#options, readOnly: true });
    try {
      await reader.#use((db) => {
        if (!db.inTransaction) db.exec("BEGIN");
        return db.prepare("SELECT count(*) FROM sources").get();
      });
      return await work(reader);
    } finally {
      await reader.close();
    }
  }

  async close(): Promise<void> {
    this.#drop();
  }

  /**
   * Runs work on the connection, opening it when there is none, and waits for other writers.
   * After any other failure the connection is dropped: a COMMIT that threw may or may not have happened, and only a
   * fresh connection tells.
   */
  async #use<Result>(work: (db: Connection) => Result): Promise<Result> {
    const deadline = Date.now() + this.#busyTimeoutMs;
    for (let waitMs = 1; ; waitMs = Math.min(waitMs * 2, 100)) {
      try {
        this.#db ??= connect(this.#options, Math.min(this.#busyTimeoutMs, longestBlockMs));
        return work(this.#db);
      } catch (cause) {
        if (!isBusy(cause) || this.#db?.inTransaction === true) this.#drop();
        if (!isBusy(cause) || Date.now() >= deadline) throw sqliteError(cause, this.#path);
      }
      await sleep(waitMs * (0.5 + Math.random()));
    }
  }

  #drop(): void {
    const db = this.#db;
    this.#db = null;
    try {
      db?.close();
    } catch (cause) {
      throw sqliteError(cause, this.#path);
    }
  }
}

function connect(options: SqliteOptions, timeout: number): Connection {
  const { path } = options;
  if (options.readOnly === true) {
    const db = connectReadOnly(path, timeout);
    return closingOnFailure(db, () => {
      if (checkOwner(db, path) === 0) throw missing(path);
    });
  }
  mkdirSync(dirname(path), { recursive: true });
  if (inspectFile(path) === "unmarked") checkUnmarked(path, timeout);
  const db = new Database(path, { timeout });
  return closingOnFailure(db, () => prepareFile(db, options));
}

function prepareFile(db: Connection, { path, codes }: SqliteOptions): void {
  db.pragma("trusted_schema = OFF");
  db.pragma("foreign_keys = ON");
  // better-sqlite3 is built so that WAL falls back to NORMAL, which loses commits at a power failure.
  db.pragma("synchronous = FULL");
  const version = checkOwner(db, path);
  // The owner is marked before the switch to WAL, so that it stands in the file's own header from the beginning.
  if (version === 0) db.pragma(`application_id = ${applicationId}`);
  db.pragma("journal_mode = WAL");
  if (version < migrations.length) migrate(db, path);
  refreshCodes(db, codes);
  assertDurable(db);
}

/** The number of migrations that the file has seen; refuses files of other programs and of newer versions. */
function checkOwner(db: Connection, path: string): number {
  const owner = db.pragma("application_id", { simple: true });
  const tables = db.prepare<[], number>("SELECT count(*) FROM sqlite_schema").pluck().get() ?? 0;
  if (owner !== applicationId && (owner !== 0 || tables > 0)) throw notOurs(path);
  const version = Number(db.pragma("user_version", { simple: true }));
  if (version > migrations.length) throw newer(path);
  return version;
}

/** A read-only connection cannot change somebody else's file, not even by finishing what its own writer left behind. */
function checkUnmarked(path: string, timeout: number): void {
  const db = new Database(path, { readonly: true, timeout });
  closingOnFailure(db, () => checkOwner(db, path)).close();
}

function migrate(db: Connection, path: string): void {
  db.transaction(() => {
    const version = checkOwner(db, path);
    for (const step of migrations.slice(version)) db.exec(step);
    db.pragma(`user_version = ${migrations.length}`);
  }).immediate();
}

function refreshCodes(db: Connection, codes: readonly CodeRow[]): void {
  const stored = db.prepare<[], CodeRow>("SELECT * FROM codes").all();
  const known = new Map(stored.map((row) => [row.code, Object.values(row).join("\0")]));
  const changed = codes.map(toValues).filter((values) => known.get(values[0]) !== values.join("\0"));
  if (changed.length === 0) return;
  const write = db.prepare("INSERT OR REPLACE INTO codes VALUES (?, ?, ?, ?, ?, ?)");
  db.transaction(() => {
    for (const values of changed) write.run(...values);
  }).immediate();
}

function toValues(row: CodeRow): readonly [number, ...(string | number)[]] {
  return [row.code, row.name, row.category, row.retryable ? 1 : 0, row.title_en, row.title_zh];
}

function assertDurable(db: Connection): void {
  const synchronous = db.pragma("synchronous", { simple: true });
  if (synchronous !== 2) throw new Error(`PRAGMA synchronous is ${synchronous} instead of 2 (FULL)`);
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

function toSeconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000);
}
