import pg from "pg";
import type { Claims } from "../../log/claims.ts";
import { connectionString } from "./database.ts";
import { postgresError } from "./postgres-error.ts";

/**
 * Divides things among the workers of a store: each thing is an advisory lock that one session has, and each worker has
 * a shared one by which it is counted. A worker that ends or is cut off has none of them any more; a commit of its is refused
 * then by the position that somebody else has moved.
 */
export function openClaims(address: string, group: string): Claims {
  let session: pg.Client | null = null;

  async function connected(): Promise<pg.Client> {
    if (session !== null) return session;
    const client = new pg.Client({
      connectionString: connectionString(address),
      application_name: "wsa-annotate",
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
    });
    const forget = () => {
      if (session === client) session = null;
    };
    client.on("error", forget);
    client.on("end", forget);
    await client.connect();
    await client.query(`SELECT pg_advisory_lock_shared(${WORKERS})`, [group]);
    session = client;
    return client;
  }

  async function ask(sql: string, values: readonly string[]): Promise<unknown> {
    try {
      const { rows } = await (await connected()).query<{ answer: unknown }>(sql, [...values]);
      return rows[0]?.answer;
    } catch (cause) {
      throw postgresError(cause, address);
    }
  }

  return {
    workers: async () =>
      Number(
        await ask(
          `SELECT count(DISTINCT pid) AS answer FROM pg_locks
           WHERE locktype = 'advisory' AND mode = 'ShareLock' AND granted
             AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
             AND (classid::bigint, objid::bigint) =
               (hashtext('wsa-annotate workers')::bit(32)::bigint, hashtext(current_schema() || $1)::bit(32)::bigint)`,
          [group],
        ),
      ),
    claim: async (thing) => (await ask(`SELECT pg_try_advisory_lock(${THING}) AS answer`, [group, thing])) === true,
    async release(thing) {
      await ask(`SELECT pg_advisory_unlock(${THING}) AS answer`, [group, thing]);
    },
    async close() {
      await session?.end().catch(() => undefined);
      session = null;
    },
  };
}

const WORKERS = "hashtext('wsa-annotate workers'), hashtext(current_schema() || $1)";
const THING = "hashtext(current_schema() || 'wsa-annotate ' || $1), hashtext($2)";
