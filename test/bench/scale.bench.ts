import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { atBeginning } from "../../src/ledger/checkpoint.ts";
import { fingerprintOf } from "../../src/ledger/fingerprint.ts";
import { openStore } from "../../src/store/open-store.ts";
import type { Store } from "../../src/store/store.ts";
import { freePort } from "../services/free-port.ts";
import { startNats } from "../services/nats.ts";
import { PostgresServer } from "../services/postgres.ts";

/** How much is measured. */
export interface Scale {
  readonly cli: string;
  readonly lines: number;
  readonly seconds: number;
  readonly agents: readonly number[];
  readonly workers: readonly number[];
}

/** A server that keeps what it has committed, and lets many in. */
export const SAFE = { fsync: "on", max_connections: "1300", max_wal_size: "4GB" };

/** Prints what a worker, a server and a wire carry. */
export async function measure(scale: Scale): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "wsa-scale-"));
  const server = await PostgresServer.create(SAFE);
  try {
    for (const agents of scale.agents) {
      await server.ask(`CREATE SCHEMA agents_${agents}`);
      await measureAgents(server, `agents_${agents}`, { agents, seconds: scale.seconds });
    }
    await measureStream(server, folder, scale);
  } finally {
    await server.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Agents that commit once a batch is full: ten minutes and codes, ten endpoints, ten operations, and the position; they are new from the `first` on. */
export async function measureAgents(
  server: PostgresServer,
  schema: string,
  { agents, seconds, first = 0 }: { readonly agents: number; readonly seconds: number; readonly first?: number },
): Promise<void> {
  const stores: Store[] = [];
  for (let i = 0; i < agents; i++) stores.push(await openStore(server.address(schema), { codes: [] }));
  const [wal, cpu, began] = [await walOf(server), cpuOfPostgres(), performance.now()];
  let commits = 0;
  const until = began + seconds * 1000;
  await Promise.all(
    stores.map(async (store, index) => {
      const number = first + index;
      const run = await store.begin(Date.now());
      let generation: number | null = null;
      for (let from = 0; performance.now() < until; from++) {
        const committed = await store.commit(batchOf({ run, generation, from, number }));
        if (committed === null) throw new Error("a batch was refused");
        generation = committed.generation;
        commits++;
      }
    }),
  );
  const took = (performance.now() - began) / 1000;
  const walBytes = (await walOf(server)) - wal;
  const cores = (cpuOfPostgres() - cpu) / took;
  const per = (n: number) => Math.round(n / took).toLocaleString("en");
  console.log(
    `PostgreSQL, ${agents} agents: ${per(commits)} commits, ${per(commits * 30)} rows a second; ` +
      `${cores.toFixed(2)} cores, ${Math.round(walBytes / commits / 1024)} KiB of WAL a commit, ${per(walBytes / 1e6)} MB a second`,
  );
  for (const store of stores) await store.close();
}

export function batchOf({
  run,
  generation,
  from,
  number,
}: {
  run: number;
  generation: number | null;
  from: number;
  number: number;
}) {
  const name = `agent-${number}`;
  const minute = 1_795_000_020 + 60 * from;
  const ten = Array.from({ length: 10 }, (_, i) => i);
  return {
    ...{ run, generation, newest: Number.MAX_SAFE_INTEGER, source: { host: name, name: "app.log" }, from },
    ...{ head: fingerprintOf(name.repeat(100)), tail: fingerprintOf(name), milestones: [], replaces: null },
    checkpoint: { ...atBeginning, position: from + 1 },
    counts: {
      minutes: ten.map((i) => ({ minute, code: 10_050 + i, n: 3 })),
      endpoints: ten.map((i) => ({ minute, code: 10_050 + i, endpoint: `10.0.0.${i}:5432`, n: 3 })),
      operations: ten.map((i) => ({ minute, code: 10_050 + i, operation: "connect", n: 3 })),
    },
    unfinished: { minutes: [], endpoints: [], operations: [] },
    ...{ samples: [], bytes: 1, lines: 1000, occurrences: 30, lostBytes: 0 },
  };
}

/** The same log shipped, counted on the spot, and read from the stream by several workers. */
async function measureStream(server: PostgresServer, folder: string, { cli, lines, workers }: Scale): Promise<void> {
  const logs = Array.from({ length: 4 }, (_, host) => {
    const path = join(folder, `h${host}.log`);
    writeFileSync(path, textOf(lines / 4, host));
    return path;
  });
  const bytes = logs.reduce((sum, path) => sum + readFileSync(path).length, 0);
  const nats = await startNats();
  const run = (args: readonly string[]) => program(cli, folder, args);
  try {
    const broker = await countingProxy(Number(new URL(nats.url).port));
    let began = performance.now();
    for (const [host, path] of logs.entries())
      await ended(
        run(["ship", path, "--host", `h${host}`, "--create", "--to", `nats://127.0.0.1:${broker.port}/LOGS`]),
      );
    const shipping = (performance.now() - began) / 1000;
    const database = await countingProxy(server.port);
    await server.ask("CREATE SCHEMA direct");
    const direct = server.address("direct").replace(String(server.port), String(database.port));
    for (const [host, path] of logs.entries())
      await ended(run(["ingest", path, "--host", `h${host}`, "--jobs", "1", "--no-samples", "--store", direct]));
    const million = (n: number) => `${(((n / lines) * 1e6) / 1e6).toFixed(2)} MB a million lines`;
    console.log(`the log: ${million(bytes)}, 1 line in 100 with a code; shipped in ${shipping.toFixed(1)} s`);
    console.log(`on the wire, shipped: ${million(broker.bytes())}; counts only: ${million(database.bytes())}`);
    broker.close();
    database.close();
    for (const number of workers) {
      const schema = `workers_${number}`;
      await server.ask(`CREATE SCHEMA ${schema}`);
      const store = await openStore(server.address(schema), { codes: [] });
      began = performance.now();
      const all = Array.from({ length: number }, () =>
        run(["ingest", `${nats.url}/LOGS`, "--store", server.address(schema)]),
      );
      await Promise.all(all.map(ended));
      const took = (performance.now() - began) / 1000;
      const [row] = await server.ask<{ n: string }>(`SELECT sum(n) AS n FROM ${schema}.counts`);
      await store.close();
      const per = (n: number) => Math.round(n / took).toLocaleString("en");
      console.log(
        `from JetStream, ${number} workers: ${per(lines)} lines, ${per(Number(row?.n))} occurrences a second (${row?.n} counted in ${took.toFixed(1)} s)`,
      );
    }
  } finally {
    await nats.stop();
  }
}

function textOf(lines: number, host: number): string {
  let text = "";
  for (let i = 0; i < lines; i++) {
    const stamp = new Date(1_795_000_000_000 + i * 50).toISOString();
    const what =
      i % 100 === 0
        ? `connect to 10.0.0.${i % 7}:5432 failed: error 1006${i % 3}`
        : `request ${i} of session ${i * 7919} took ${i % 97} ms`;
    text += `${stamp} [gateway-${host}] INF ${what}\n`;
  }
  return text;
}

function program(cli: string, home: string, args: readonly string[]): ChildProcess {
  const env = { ...process.env, XDG_STATE_HOME: home };
  return spawn(process.execPath, [cli, ...args], { cwd: home, env, stdio: ["ignore", "ignore", "pipe"] });
}

async function ended(child: ChildProcess): Promise<void> {
  let said = "";
  child.stderr?.on("data", (text) => {
    said += text;
  });
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(said);
}

/** Passes connections on to a port of this machine, and counts their bytes in both directions. */
async function countingProxy(to: number) {
  let bytes = 0;
  const port = await freePort();
  const server = createServer((client) => {
    const other = connect(to, "127.0.0.1");
    for (const [from, into] of [
      [client, other],
      [other, client],
    ] as const) {
      from.on("data", (chunk) => {
        bytes += chunk.length;
      });
      from.on("error", () => into.destroy());
      from.pipe(into);
    }
  }).listen(port, "127.0.0.1");
  await once(server, "listening");
  return { port, bytes: () => bytes, close: () => void server.close() };
}

/** Bytes of WAL that the server has written. */
export async function walOf(server: PostgresServer): Promise<number> {
  const [row] = await server.ask<{ n: string }>("SELECT pg_current_wal_lsn() - '0/0' AS n");
  return Number(row?.n);
}

/** Seconds of processor time that the server's processes have used. */
function cpuOfPostgres(): number {
  let ticks = 0;
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      if (!stat.includes("(postgres)")) continue;
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      ticks += Number(fields[11]) + Number(fields[12]);
    } catch {
      // It has ended.
    }
  }
  return ticks / 100;
}
