import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { WsaError } from "../../error.ts";
import { withoutCredentials } from "../../text/address.ts";
import { say } from "../../wording.ts";
import { renderSql, type Sql } from "../sql.ts";
import { announcement, createAnnouncer } from "./announce.ts";
import { connectionString } from "./connection-string.ts";
import { forgetful, watchConnection } from "./half-open.ts";
import { pickServer } from "./hosts.ts";
import { isOutage, isPassing, postgresError } from "./postgres-error.ts";
import type { PostgresOptions } from "./postgres-options.ts";

const FIRST_PATIENCE_MS = 5000;

/** A connection, inside a transaction or not. */
export interface Connection {
  /** The rows that a statement answers with. */
  rows<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** The database of a store: connections as they are needed, and new ones after a failure. */
export class Database {
  #pool: Promise<pg.Pool> | null = null;
  readonly #options: PostgresOptions;
  readonly #announcer = createAnnouncer(() => this.#once((db) => db.rows(announcement)));
  #wasReached = false;
  /** Connections on which the server notices that nobody is there any more. */
  readonly #known = new WeakSet<pg.PoolClient>();

  constructor(options: PostgresOptions) {
    this.#options = options;
  }

  /** The pool; of several servers it is asked anew after each failure which one it is for. */
  #connected(): Promise<pg.Pool> {
    this.#pool ??= this.#createPool();
    return this.#pool;
  }

  async #createPool(): Promise<pg.Pool> {
    const pool = new pg.Pool({
      connectionString: connectionString(await pickServer(this.#options.address)),
      application_name: "wsa-annotate",
      max: 4,
      allowExitOnIdle: true,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      connectionTimeoutMillis: 10_000,
      types: { getTypeParser },
    });
    // What is asked of a lost connection fails by itself; an idle one is replaced when the next one is needed.
    pool.on("error", ignore);
    pool.on("connect", (client) => client.on("error", ignore));
    return pool;
  }

  #leave(pool: Promise<pg.Pool> | null): void {
    if (this.#pool !== pool) return;
    this.#pool = null;
    pool?.then((left) => left.end()).catch(ignore);
  }

  /**
   * Runs work on a connection, and again after failures that pass, until the time for other writers is over. `attempt`
   * begins with 0. Rejects with a WsaError.
   */
  async use<Result>(work: (db: Connection, attempt: number) => Promise<Result>): Promise<Result> {
    const began = Date.now();
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.#once((db) => work(db, attempt));
      } catch (cause) {
        const { busyTimeoutMs = 60_000, stop } = this.#options;
        // A server that was never reached is not waited for as long: its address may be wrong.
        const patienceMs = this.#wasReached ? busyTimeoutMs : Math.min(busyTimeoutMs, FIRST_PATIENCE_MS);
        const isOver = Date.now() - began >= patienceMs || stop?.aborted === true;
        if (isOver || !isPassing(cause)) throw postgresError(cause, this.#options.address);
      }
      await sleep(Math.min(1000, 10 * 2 ** attempt) * (0.5 + Math.random()));
    }
  }

  /** Runs work in a transaction that is committed when this resolves; the work runs again as that of `use` does. */
  async write<Result>(work: (db: Connection, attempt: number) => Promise<Result>): Promise<Result> {
    this.#refuseReaders();
    const result = await this.use((db, attempt) => inTransaction(db, BEGIN, () => work(db, attempt)));
    this.#announcer.announce();
    return result;
  }

  /** The same for work that cannot run again, because it remembers what it did. */
  async writeOnce<Result>(work: (db: Connection) => Promise<Result>): Promise<Result> {
    this.#refuseReaders();
    const result = await this.#once((db) => inTransaction(db, BEGIN, () => work(db))).catch((cause) => {
      throw postgresError(cause, this.#options.address);
    });
    this.#announcer.announce();
    return result;
  }

  #refuseReaders(): void {
    if (this.#options.readOnly === true)
      throw new WsaError("store", withoutCredentials(this.#options.address), say`it was opened for reading only`);
  }

  /** Runs work that sees one state of the store. Rejects with a WsaError. */
  async read<Result>(work: (db: Connection) => Promise<Result>): Promise<Result> {
    return await this.#once((db) =>
      inTransaction(db, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", () => work(db)),
    ).catch((cause) => {
      throw postgresError(cause, this.#options.address);
    });
  }

  async close(): Promise<void> {
    await this.#announcer.close();
    const pool = await this.#pool?.catch(() => null);
    if (pool !== undefined && pool !== null && !pool.ending) await pool.end();
  }

  async #once<Result>(work: (db: Connection) => Promise<Result>): Promise<Result> {
    const pool = this.#connected();
    try {
      const { options } = await pool;
      return await this.#on(await (await pool).connect(), options.connectionString ?? "", work);
    } catch (cause) {
      if (isOutage(cause)) this.#leave(pool);
      throw cause;
    }
  }

  async #on<Result>(
    client: pg.PoolClient,
    connectionString: string,
    work: (db: Connection) => Promise<Result>,
  ): Promise<Result> {
    this.#wasReached = true;
    const { askAfterMs } = this.#options;
    const ask = async (text: string, values: readonly unknown[]) => {
      const leave = watchConnection(client, connectionString, askAfterMs);
      try {
        return (await client.query(text, values.map(withoutNul))).rows;
      } finally {
        leave();
      }
    };
    let last: Promise<unknown> = Promise.resolve();
    const db: Connection = {
      // One after the other: the package will not keep them in a queue for ever.
      async rows<Row>(text: string, values: readonly unknown[] = []) {
        const answer = last.then(() => ask(text, values));
        last = answer.catch(ignore);
        return (await answer) as Row[];
      },
    };
    let isLost = false;
    try {
      if (!this.#known.has(client)) await db.rows(forgetful);
      this.#known.add(client);
      return await work(db);
    } catch (cause) {
      isLost = isOutage(cause);
      throw cause;
    } finally {
      client.release(isLost);
    }
  }
}

/** The rows of a portable query. */
export function rowsOf<Row>(db: Connection, query: Sql): Promise<Row[]> {
  return db.rows<Row>(
    renderSql(query, (number) => `$${number}`),
    query.values,
  );
}

async function inTransaction<Result>(db: Connection, begin: string, work: () => Promise<Result>): Promise<Result> {
  await db.rows(begin);
  try {
    const result = await work();
    await db.rows("COMMIT");
    return result;
  } catch (cause) {
    await db.rows("ROLLBACK").catch(() => undefined);
    throw cause;
  }
}

/** What a client has locked that is cut off inside of a transaction is free again after a minute. */
const BEGIN = "BEGIN; SET LOCAL idle_in_transaction_session_timeout = '60s'";

function ignore(): void {}

const INT8 = 20;
const NUMERIC = 1700;
const TEXT = 25;

/** Counts are numbers, and texts have their NULs back. */
function getTypeParser(oid: number): (text: string) => unknown {
  if (oid === INT8 || oid === NUMERIC) return Number;
  if (oid === TEXT) return (text) => text.replaceAll("\uffff", "\0");
  return pg.types.getTypeParser(oid);
}

/** PostgreSQL keeps no NUL in a text; U+FFFF, which is no character, takes its place. */
function withoutNul(value: unknown): unknown {
  if (typeof value === "string") return value.replaceAll("\0", "\uffff");
  return Array.isArray(value) ? value.map(withoutNul) : value;
}
