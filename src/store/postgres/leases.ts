import pg from "pg";
import type { Leases } from "../../log/leases.ts";
import { connectionString } from "./connection-string.ts";
import { breakOff, endSoon, forgetful } from "./half-open.ts";
import { pickServer } from "./hosts.ts";
import { isOutage, postgresError } from "./postgres-error.ts";

/**
 * Divides things among the workers of a store. What a worker has is an advisory lock of its session, and it is counted by
 * a shared one. A worker that ends or is cut off has none of them any more; if it goes on all the same, its commits are
 * refused, because somebody else has moved the position.
 */
export function openLeases(address: string, group: string, forgetAfter: string = FORGET_AFTER): Leases {
  let session: pg.Client | null = null;
  let held = new Set<string>();

  async function connected(): Promise<pg.Client> {
    if (session !== null) return session;
    const client = new pg.Client({
      connectionString: connectionString(await pickServer(address)),
      application_name: "wsa-annotate",
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      connectionTimeoutMillis: 10_000,
      query_timeout: ANSWER_WITHIN_MS,
    });
    const forget = () => {
      if (session === client) session = null;
    };
    client.on("error", forget);
    client.on("end", forget);
    await client.connect();
    // The server lets go of what a worker has that is cut off. Servers before 14 have keepalives only.
    await client.query(forgetful);
    await client.query(`SET idle_session_timeout = '${forgetAfter}'`).catch(() => undefined);
    await client.query(`SELECT pg_advisory_lock_shared(${WORKERS})`, [group]);
    session = client;
    held = new Set();
    return client;
  }

  /** A connection from which nothing comes any more would not end either. */
  function hangUp(): void {
    if (session !== null) breakOff(session);
    session = null;
  }

  async function ask(sql: string, value: string): Promise<unknown> {
    try {
      const { rows } = await (await connected()).query<{ answer: unknown }>(sql, [value]);
      return rows[0]?.answer;
    } catch (cause) {
      if (isOutage(cause)) hangUp();
      throw postgresError(cause, address);
    }
  }

  return {
    workers: async () => Number(await ask(countWorkers, group)),
    async claim(thing) {
      if (session !== null && held.has(thing)) return true;
      const isOurs = (await ask(`SELECT pg_try_advisory_lock(${THING}) AS answer`, thing)) === true;
      if (isOurs) held.add(thing);
      return isOurs;
    },
    async release(thing) {
      if (!held.delete(thing) || session === null) return;
      // A session that fails has nothing any more.
      await ask(`SELECT pg_advisory_unlock(${THING}) AS answer`, thing).catch(() => undefined);
    },
    async close() {
      const ending = session;
      if (ending !== null) await endSoon(ending);
    },
  };
}

const ANSWER_WITHIN_MS = 10_000;
/** It is asked for something every other second. */
const FORGET_AFTER = "30s";

const WORKERS = "hashtextextended(current_schema() || ' workers ' || $1, 0)";
const THING = "hashtextextended(current_schema() || ' ' || $1, 0)";

const countWorkers = `SELECT count(DISTINCT pid) AS answer FROM pg_locks
  WHERE locktype = 'advisory' AND mode = 'ShareLock' AND granted AND objsubid = 1
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
    AND ((classid::bigint << 32) | objid::bigint) = ${WORKERS}`;
