import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { openStore } from "../../src/store/open-store.ts";
import { fillMonths, fillSums } from "../../src/store/queries/fill-sums.ts";
import { PostgresServer } from "../services/postgres.ts";
import { batchOf, measureAgents, SAFE, walOf } from "./scale.bench.ts";

/** A store of a year, as large as is asked for. */
export interface LargeScale {
  readonly cli: string;
  /** Of counts; endpoints and operations have a tenth of them. */
  readonly rows: number;
  /** Whether its tables are divided by month, which the program's own are not. */
  readonly isDivided: boolean;
  readonly seconds: number;
  readonly agents: readonly number[];
}

const HOSTS = 300;
const DAYS = 365;
const secondsPerDay = 86_400;

/** Prints what agents commit to a large store and to an empty one, and how long reports and pruning take. */
export async function measureLarge({ cli, rows, isDivided, seconds, agents }: LargeScale): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), "wsa-large-"));
  // What is made and filled in one transaction needs no WAL then.
  const quick = { wal_level: "minimal", max_wal_senders: "0" };
  const server = await PostgresServer.create({ ...SAFE, ...quick, shared_buffers: "2GB", maintenance_work_mem: "1GB" });
  try {
    await server.ask("CREATE SCHEMA empty");
    await fill(server, "large", { rows, isDivided });
    for (const times of [1, 2, 3])
      for (const number of agents)
        for (const schema of ["empty", "large"]) {
          process.stdout.write(`${times}, ${schema}, load ${load()}: `);
          await measureAgents(server, schema, { agents: number, seconds, first: (times * 10 + number) * 1000 });
        }
    await measureAnswers(server, "large", home, cli);
  } finally {
    await server.remove();
    rmSync(home, { recursive: true, force: true });
  }
}

/** The last day is yesterday, so that it can be pruned. */
const since = (Math.floor(Date.now() / 1000 / secondsPerDay) - DAYS) * secondsPerDay;

async function fill(
  server: PostgresServer,
  schema: string,
  { rows, isDivided }: Pick<LargeScale, "rows" | "isDivided">,
): Promise<void> {
  await server.ask(`CREATE SCHEMA ${schema}`);
  const store = await openStore(server.address(schema), { codes: [] });
  await store.commit(batchOf({ run: await store.begin(Date.now()), generation: null, from: 0, number: 0 }));
  await store.close();
  const client = new pg.Client({ connectionString: server.address(schema) });
  await client.connect();
  const began = performance.now();
  const run = async (text: string) => {
    await client.query(text);
    if (process.env["WSA_BENCH_STEPS"] !== undefined) console.log(`${seconds(began)}: ${text.trim().slice(0, 60)}`);
  };
  // Two codes in each of so many minutes of a day.
  const minutes = Math.round(rows / HOSTS / DAYS / 2);
  const step = Math.floor(1440 / minutes) * 60;
  await run("SET work_mem = '512MB'");
  await run("BEGIN");
  const sums = ["source", "endpoint", "operation"].flatMap((summed) => [`${summed}_days`, `${summed}_months`]);
  await run(`TRUNCATE ${[...tables, ...sums, "quarters", "hours"].join(", ")}`);
  await run(
    `INSERT INTO sources (host, name, stem) SELECT 'host-' || h, 'app.log', 'app' FROM generate_series(1, ${HOSTS}) AS h`,
  );
  const { rows: columns } = await client.query<{ names: string }>(
    `SELECT string_agg(attname, ', ' ORDER BY attnum) AS names FROM pg_attribute WHERE attrelid = 'generations'::regclass
     AND attnum > 0 AND attname NOT IN ('id', 'source_id', 'head_hash', 'first_minute', 'last_minute')`,
  );
  const names = columns[0]?.names;
  await run(
    `INSERT INTO generations (id, source_id, head_hash, first_minute, last_minute, ${names})
     SELECT 1 + d * ${HOSTS} + h, s.id, md5(d || ' ' || h), ${since} + d * 86400, ${since} + d * 86400 + ${(minutes - 1) * step}, ${names}
     FROM generations, generate_series(0, ${DAYS - 1}) AS d, generate_series(1, ${HOSTS}) AS h
     JOIN sources AS s ON s.host = 'host-' || h WHERE generations.id = 1 ORDER BY 1`,
  );
  await run("UPDATE wsa_annotate SET last_generation = (SELECT max(id) FROM generations)");
  if (isDivided) await divide(run);
  for (const table of tables) await run(`ALTER TABLE ${table} DROP CONSTRAINT IF EXISTS ${table}_pkey`);
  const places = (others: string, condition: string) =>
    `SELECT g.id, g.first_minute + m * ${step}, c, ${others} 1 + (m * 31 + c) % 9
     FROM (SELECT id, source_id, first_minute FROM generations WHERE id > 1 ORDER BY id) AS g, generate_series(0, ${minutes - 1}) AS m,
       LATERAL (VALUES (10048 + (m + g.id) % 6), (10060 + (m * 7 + g.id) % 6)) AS v (c) WHERE ${condition}`;
  await run(`INSERT INTO counts ${places("", "true")}`);
  await run(
    `INSERT INTO endpoints ${places("'10.1.' || g.source_id % 40 || '.' || m % 12 || ':5432',", "m % 10 = 0")}`,
  );
  await run(`INSERT INTO operations ${places("(ARRAY['connect', 'send', 'receive'])[1 + m % 3],", "m % 10 = 0")}`);
  for (const table of tables)
    await run(`ALTER TABLE ${table} ADD PRIMARY KEY (generation_id, minute, code${extra[table]})`);
  for (const statement of [...fillSums(), ...fillMonths()]) await run(statement);
  await run("COMMIT");
  await run("VACUUM ANALYZE");
  await run("CHECKPOINT");
  const { rows: sizes } = await client.query<{ n: string; size: string }>(
    `SELECT (SELECT count(*) FROM counts) AS n, pg_size_pretty(sum(pg_total_relation_size(oid))) AS size FROM pg_class
     WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'm')`,
  );
  console.log(
    `${Number(sizes[0]?.n).toLocaleString("en")} rows of counts ${isDivided ? "by month" : "in one table"}, ${sizes[0]?.size} in all, made in ${seconds(began)}`,
  );
  await client.end();
}

const tables = ["counts", "endpoints", "operations"] as const;
const extra = { counts: "", endpoints: ", endpoint", operations: ", operation" } as const;

/** Puts tables that are divided by month in the place of those that the program has made. */
async function divide(run: (text: string) => Promise<void>): Promise<void> {
  for (const table of tables) {
    await run(`ALTER TABLE ${table} RENAME TO ${table}_undivided`);
    await run(`CREATE TABLE ${table} (LIKE ${table}_undivided) PARTITION BY RANGE (minute)`);
    await run(`CREATE TABLE ${table}_others PARTITION OF ${table} DEFAULT`);
    for (let month = 0; month <= 12; month++) {
      const at = (n: number) => since + (n * 31 - 1) * secondsPerDay;
      await run(
        `CREATE TABLE ${table}_${month} PARTITION OF ${table} FOR VALUES FROM (${at(month)}) TO (${at(month + 1)})`,
      );
    }
  }
}

async function measureAnswers(server: PostgresServer, schema: string, home: string, cli: string): Promise<void> {
  const day = (back: number) => new Date((since + (DAYS - back) * secondsPerDay) * 1000).toISOString().slice(0, 10);
  const run = async (...args: string[]) => {
    const [began, wal] = [performance.now(), await walOf(server)];
    const env = { ...process.env, XDG_STATE_HOME: home };
    const child = spawn(process.execPath, [cli, ...args, "--store", server.address(schema)], {
      ...{ cwd: home, env },
      stdio: ["ignore", "ignore", "inherit"],
    });
    const [status] = await once(child, "close");
    const megabytes = Math.round(((await walOf(server)) - wal) / 1e6);
    console.log(`${args.join(" ")}: ${seconds(began)}, ${megabytes} MB of WAL, load ${load()}, status ${status}`);
  };
  const periods = [["--since", day(1), "--until", day(0)], ["--since", day(30), "--until", day(0)], []];
  for (const _ of [1, 2]) for (const period of periods) await run("report", "--tz", "UTC", ...period);
  await run("report", "--tz", "UTC", "--host", "host-7", "--since", day(30), "--until", day(0));
  await run("trend", "--tz", "UTC");
  await run("prune", "--keep", `${DAYS - 91}d`);
  await run("prune", "--keep", `${DAYS - 92}d`);
}

const seconds = (began: number): string => `${((performance.now() - began) / 1000).toFixed(2)} s`;
const load = (): string => loadavg()[0]?.toFixed(1) ?? "";
