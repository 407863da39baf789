import { join } from "node:path";
import Database from "better-sqlite3";
import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openStore } from "../../src/store/open-store.ts";
import type { Store } from "../../src/store/store.ts";
import { PostgresServer } from "../services/postgres.ts";
import { postgresPrograms } from "../services/programs.mjs";
import { codes, scratchFolder } from "./scratch.ts";
import { DAY, step, take } from "./steps.ts";

const hasPostgres = postgresPrograms() !== null;
const folder = scratchFolder();
let server: PostgresServer;
let stores = 0;

beforeAll(async () => {
  if (hasPostgres) server = await PostgresServer.create();
});
afterAll(async () => {
  if (hasPostgres) await server.remove();
});

/** A new store, and what its database answers to SQL. */
interface Opened {
  readonly store: Store;
  readonly rows: (sql: string) => Promise<unknown[]>;
  readonly close: () => Promise<unknown>;
}

async function openSqlite(): Promise<Opened> {
  const path = join(folder, `${++stores}.db`);
  const store = await openStore(path, { codes, maxSamplesPerCode: 6 });
  return {
    store,
    async rows(sql) {
      const db = new Database(path, { readonly: true });
      const rows = db.prepare(sql).all();
      db.close();
      return rows;
    },
    close: () => store.close(),
  };
}

async function openPostgres(): Promise<Opened> {
  const schema = `sums_${++stores}`;
  await server.ask(`CREATE SCHEMA ${schema}`);
  const store = await openStore(server.address(schema), { codes, maxSamplesPerCode: 6 });
  const client = new pg.Client({ connectionString: server.address(schema) });
  await client.connect();
  return {
    store,
    rows: async (sql) => (await client.query(sql)).rows,
    close: () => Promise.all([client.end(), store.close()]),
  };
}

const day = "CASE WHEN minute = 0 THEN -1 WHEN minute % 60 = 1 THEN minute ELSE minute - minute % 86400 END";

const month = `CASE WHEN minute = 0 THEN -1 ELSE minute - minute % ${30 * DAY} + CASE WHEN minute % 60 = 1 THEN 1 ELSE 0 END END`;

/** Each table of sums as it is kept, and as the counts add up. */
const laws = [
  [
    "SELECT code, start, n, first, last FROM quarters",
    `SELECT code, CASE WHEN minute = 0 THEN -1 ELSE minute - minute % 900 END, sum(n), min(nullif(minute, 0)),
      max(nullif(minute, 0)) FROM counts GROUP BY 1, 2`,
  ],
  [
    "SELECT code, start, n FROM hours",
    "SELECT code, CASE WHEN minute = 0 THEN -1 ELSE minute - minute % 3600 END, sum(n) FROM counts GROUP BY 1, 2",
  ],
  [
    "SELECT start, code, source_id, n FROM source_days",
    `SELECT ${day}, code, source_id, sum(n) FROM counts JOIN generations ON id = generation_id GROUP BY 1, 2, 3`,
  ],
  [
    "SELECT start, code, endpoint, n FROM endpoint_days",
    `SELECT ${day}, code, endpoint, sum(n) FROM endpoints GROUP BY 1, 2, 3`,
  ],
  [
    "SELECT start, code, operation, n FROM operation_days",
    `SELECT ${day}, code, operation, sum(n) FROM operations GROUP BY 1, 2, 3`,
  ],
  [
    "SELECT start, code, source_id, n FROM source_months",
    `SELECT ${month}, code, source_id, sum(n) FROM counts JOIN generations ON id = generation_id GROUP BY 1, 2, 3`,
  ],
  [
    "SELECT start, code, endpoint, n FROM endpoint_months",
    `SELECT ${month}, code, endpoint, sum(n) FROM endpoints GROUP BY 1, 2, 3`,
  ],
  [
    "SELECT start, code, operation, n FROM operation_months",
    `SELECT ${month}, code, operation, sum(n) FROM operations GROUP BY 1, 2, 3`,
  ],
] as const;

async function expectExact({ rows }: Opened): Promise<void> {
  for (const [kept, counted] of laws) {
    expect(await rows(`SELECT 'kept' AS only, * FROM (${kept} EXCEPT ${counted}) AS a`)).toEqual([]);
    expect(await rows(`SELECT 'counted' AS only, * FROM (${counted} EXCEPT ${kept}) AS a`)).toEqual([]);
  }
  for (const table of ["counts", "endpoints", "operations"]) {
    const outside = "minute > 0 AND (first_minute <= minute AND last_minute >= minute) IS NOT TRUE";
    expect(
      await rows(`SELECT id, minute FROM ${table} JOIN generations ON id = generation_id WHERE ${outside}`),
    ).toEqual([]);
  }
}

/** What happens to two stores. */
const event = fc.oneof(
  { weight: 6, arbitrary: fc.record({ at: fc.nat(1), step }) },
  { weight: 1, arbitrary: fc.record({ at: fc.nat(1), merges: fc.constant(true) }) },
  { weight: 1, arbitrary: fc.record({ at: fc.nat(1), prune: fc.integer({ min: 0, max: 70 * 60 }) }) },
);

const kinds: readonly (readonly [name: string, open: () => Promise<Opened>, numRuns: number])[] = [
  ["SQLite", openSqlite, 40],
  ...(hasPostgres ? [["PostgreSQL", openPostgres, 10] as const] : []),
];

test.each(kinds)(
  "the sums of %s are those of its counts, whatever is committed, merged and pruned",
  { timeout: 300_000 },
  async (_, open, numRuns) => {
    const property = fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 24 }), async (events) => {
      const opened = [await open(), await open()] as const;
      const runs = await Promise.all(opened.map(({ store }) => store.begin(0)));
      for (const [number, one] of events.entries()) {
        const [here, other] = one.at === 0 ? opened : ([opened[1], opened[0]] as const);
        if ("step" in one) await take(here.store, runs[one.at] ?? 0, one.step, number);
        else if ("prune" in one) await here.store.prune(20 * DAY + one.prune * 60, false);
        else await here.store.merge(other.store, 0);
      }
      for (const one of opened) await expectExact(one);
      for (const one of opened) await one.close();
    });
    await fc.assert(property, { numRuns });
  },
);
