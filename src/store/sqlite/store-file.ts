import { statSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { gone, missing } from "./file-header.ts";
import { assertDurable, openConnection } from "./prepare-file.ts";
import type { Connection } from "./sqlite.ts";
import { isBusy, sqliteError } from "./sqlite-error.ts";
import type { SqliteOptions } from "./sqlite-options.ts";

/** SQLite waits in the calling thread; we come back to the event loop more often, for signals and the live page. */
const longestBlockMs = 500;

/** Whoever stops a service waits for some ten seconds before killing it. */
const longestWaitAtEndMs = 5000;

/** Connections of this process so far. */
let connections = 0;

/** The file of a store, connected to when it is needed and again after a failure. */
export class StoreFile {
  readonly #options: SqliteOptions;
  readonly #busyTimeoutMs: number;
  #db: Connection | null = null;
  /** The number of the connection, and the file that it was opened on. */
  #number = 0;
  #identity = "";
  /** The file that this one writes: no other is written in its place, for what is counted was counted for it. */
  #written: string | null = null;

  readonly #isKnown: boolean;
  /** When the end was asked for. */
  #stopped: number | undefined;

  /**
   * @param isKnown whether this process has the file open already. Its header is not looked at then: closing a file
   * that SQLite has open drops SQLite's locks, see https://sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_
   */
  constructor(options: SqliteOptions, isKnown = false) {
    this.#options = options;
    this.#isKnown = isKnown;
    this.#busyTimeoutMs = options.busyTimeoutMs ?? 60_000;
  }

  /**
   * Runs work on the connection and waits for other writers. After any other failure the connection is dropped: only a
   * new one can show whether a COMMIT that threw has happened. Rejects with a WsaError.
   */
  async use<Result>(work: (db: Connection) => Result): Promise<Result> {
    let deadline = Date.now() + this.#busyTimeoutMs;
    for (let waitMs = 1; ; waitMs = Math.min(waitMs * 2, 100)) {
      try {
        const db = this.#db ?? this.#connect();
        this.#assertThere();
        const result = work(db);
        if (this.#options.readOnly !== true) assertDurable(db, this.#options.durable);
        return result;
      } catch (cause) {
        if (!isBusy(cause) || this.#db?.inTransaction === true) this.close();
        if (!isBusy(cause) || Date.now() >= deadline) throw sqliteError(cause, this.#options.path);
      }
      await sleep(waitMs * (0.5 + Math.random()));
      if (this.#options.stop?.aborted === true) deadline = Math.min(deadline, this.#lastMoment());
    }
  }

  /** When waiting ends for a program that was asked to end. */
  #lastMoment(): number {
    this.#stopped ??= Date.now();
    return this.#stopped + longestWaitAtEndMs;
  }

  /** Runs work in a transaction that is on the disk when this resolves. */
  async write<Result>(work: (db: Connection) => Result): Promise<Result> {
    return await this.use((db) => {
      return db.transaction(() => work(db)).immediate();
    });
  }

  /** The same for work in steps; nothing else may use the connection in the meantime. */
  async writeInSteps<Result>(work: (db: Connection) => Promise<Result>): Promise<Result> {
    const db = await this.use((db) => {
      db.exec("BEGIN IMMEDIATE");
      return db;
    });
    try {
      const result = await work(db);
      db.exec("COMMIT");
      return result;
    } catch (cause) {
      this.close();
      throw sqliteError(cause, this.#options.path);
    }
  }

  /** A text that changes whenever the file is written by anybody or replaced; rejects while there is none. */
  async version(): Promise<string> {
    // A file that was deleted can still be read by a process that has it open, but it is no longer the store.
    const identity = identityOf(this.#options.path, this.#db?.memory === true);
    if (identity !== this.#identity) this.close();
    if (identity === "") throw missing(this.#options.path);
    return await this.use((db) => {
      const others = db.pragma("data_version", { simple: true });
      const own = db.prepare("SELECT total_changes()").pluck().get();
      return `${this.#number} ${others} ${own}`;
    });
  }

  /** Idempotent; another use connects again. */
  close(): void {
    const db = this.#db;
    this.#db = null;
    try {
      db?.close();
    } catch (cause) {
      throw sqliteError(cause, this.#options.path);
    }
  }

  /** SQLite goes on writing a file that was removed or moved away, and what it writes is gone with it. */
  #assertThere(): void {
    const { path, readOnly } = this.#options;
    if (readOnly === true) return;
    this.#written ??= this.#identity;
    if (identityOf(path, false) !== this.#written) throw gone(path);
  }

  #connect(): Connection {
    const { path } = this.#options;
    const identity = identityOf(path, false);
    if (this.#written !== null && identity !== this.#written) throw gone(path);
    this.#db = openConnection(this.#options, Math.min(this.#busyTimeoutMs, longestBlockMs), this.#isKnown);
    this.#identity = this.#db.memory || identity === "" ? identityOf(path, this.#db.memory) : identity;
    this.#number = ++connections;
    return this.#db;
  }
}

/** Differs for another file at the same path, and for a copy in memory when the file is written; "" where there is none. */
function identityOf(path: string, isCopy: boolean): string {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (found === undefined) return "";
  return `${found.dev}:${found.ino}${isCopy ? `:${found.mtimeNs}:${found.size}` : ""}`;
}
