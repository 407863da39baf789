import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { ended, start, temporaryFolder } from "../program.ts";
import { poll } from "../serve/serving.ts";
import { PostgresServer } from "../services/postgres.ts";
import { postgresPrograms } from "../services/programs.mjs";
import { SilentProxy } from "../services/silent-proxy.ts";
import { type Broker, brokers, failuresOf } from "./brokers.ts";
import { CLI } from "./scene.ts";
import { isFull, tallyOf } from "./tally.ts";

const isThere = postgresPrograms() !== null && brokers["NATS"]?.isThere === true;
/** How long the network is away. */
const CUT_MS = isFull ? 60_000 : 1500;
/** How many times as much is written meanwhile. */
const MORE = isFull ? 20 : 5;
const TIMEOUT_MS = 60_000 + 3 * CUT_MS;
const MAX_MEBIBYTES = 450;

describe.runIf(isThere)("an agent and a worker", () => {
  let server: PostgresServer;
  let broker: Broker;
  let schemas = 0;
  beforeAll(async () => {
    [server, broker] = await Promise.all([PostgresServer.create(), brokers["NATS"]?.start() as Promise<Broker>]);
  });
  afterAll(() => Promise.all([server.remove(), broker.stop()]));
  const cut = tallyOf("agent and worker: the network is cut");
  const skewed = tallyOf("agents and a worker: clocks differ by an hour");

  async function newSchema(): Promise<string> {
    const schema = `network_${++schemas}`;
    await server.ask(`CREATE SCHEMA ${schema}`);
    return schema;
  }

  const totalIn = async (schema: string): Promise<number> =>
    Number(
      (await server.ask(`SELECT coalesce(sum(n), 0) AS n FROM ${schema}.counts`).catch(() => [{ n: 0 }]))[0]?.["n"],
    );

  const until = (schema: string, n: number) =>
    poll(
      () => totalIn(schema),
      (found) => found >= n,
      90,
    );

  async function proxyTo(port: number): Promise<SilentProxy> {
    const proxy = await SilentProxy.create(port);
    onTestFinished(() => proxy.close());
    return proxy;
  }

  const ways: readonly (readonly [outcome: string, how: "late" | "lost"])[] = [
    ["whose packets come late, go on", "late"],
    // That is noticed in half a minute.
    ...(isFull ? ([["whose connections are lost without a word, go on over new ones", "lost"]] as const) : []),
  ];

  test.each(ways)(
    "that are cut from the network, %s, and end exact",
    async (_, how) => {
      const schema = await newSchema();
      const home = temporaryFolder();
      const folder = join(home, "logs");
      mkdirSync(folder);
      const stream = `CUT${schemas}`;
      const { messages, occurrences } = failuresOf(2, 100);
      const lines = messages.map(({ bytes }) => `${bytes}\n`).join("");
      await broker.publish(stream, messages);
      writeFileSync(join(folder, "app.log"), lines);

      const natsPort = Number(/:(\d+)\//.exec(broker.address(stream))?.[1]);
      const proxies = await Promise.all([server.port, natsPort].map(proxyTo));
      const [pgProxy, natsProxy] = proxies as [SilentProxy, SilentProxy];
      const store = server.address(schema).replace(`:${server.port}`, `:${pgProxy.port}`);
      const source = broker.address(stream).replace(`:${natsPort}`, `:${natsProxy.port}`);
      const programs = [folder, source].map((what) =>
        start(["ingest", "--follow", what, "--store", store], { home, cli: CLI }),
      );
      const over = programs.map(ended);
      const perRound = occurrences + failuresIn(lines);
      expect(await until(schema, perRound)).toBe(perRound);

      for (const proxy of proxies) how === "late" ? proxy.hold() : proxy.cut();
      cut.injected++;
      const began = Date.now();
      for (let times = 0; times < MORE; times++) {
        await broker.publish(stream, messages);
        appendFileSync(join(folder, "app.log"), lines);
      }
      await sleep(Math.max(0, began + CUT_MS - Date.now()));
      for (const { pid } of programs) expect(mostMebibytes(pid ?? 0)).toBeLessThan(MAX_MEBIBYTES);
      for (const proxy of proxies) how === "late" ? proxy.release() : proxy.mend();

      const all = (MORE + 1) * perRound;
      const counted = await until(schema, all);
      for (const program of programs) program.kill("SIGTERM");
      for (const { code, stderr } of await Promise.all(over))
        expect([code, stderr]).toEqual([143, expect.not.stringMatching(/bug|\bat .*\.js/)]);
      cut.lost += Math.max(0, all - counted);
      cut.doubled += Math.max(0, (await totalIn(schema)) - all);
      expect(await totalIn(schema)).toBe(all);
    },
    TIMEOUT_MS,
  );

  test("whose clocks differ by an hour count the same minutes", async () => {
    const schema = await newSchema();
    const home = temporaryFolder();
    const stream = `SKEW${schemas}`;
    const { messages, occurrences } = failuresOf(2, 60);
    await broker.publish(stream, messages);
    const lines = messages.map(({ bytes }) => `${bytes}\n`).join("");
    for (const name of ["one", "two"])
      writeFileSync(join(home, `${name}.log`), `${lines}${name} ends\n`.replaceAll("worker", name));
    const run = async (hours: number, ...args: readonly string[]) => {
      skewed.injected++;
      const env = hours === 0 ? {} : { NODE_OPTIONS: `--import=${pathToFileURL(clockBy(hours, home)).href}` };
      const outcome = await ended(start(["ingest", ...args], { home, cli: CLI, env }));
      expect(outcome).toMatchObject({ code: 0 });
    };
    const minutesOf = (store: string) =>
      server.ask(
        `SELECT minute, sum(n)::int AS n FROM ${store}.counts GROUP BY minute HAVING sum(n) <> 0 ORDER BY minute`,
      );
    const logs = ["one", "two"].map((name) => join(home, `${name}.log`)) as [string, string];
    const to = ["--store", server.address(schema)] as const;
    await Promise.all([run(1, logs[0], ...to), run(-1, logs[1], ...to), run(1, broker.address(stream), ...to)]);
    // Each log again, by another clock: it is known.
    await Promise.all([run(-1, logs[0], ...to), run(1, logs[1], ...to), run(-1, broker.address(stream), ...to)]);
    const straight = await newSchema();
    await run(0, ...logs, broker.address(stream), "--store", server.address(straight));
    expect(await minutesOf(schema)).toEqual(await minutesOf(straight));
    const all = 2 * failuresIn(lines) + occurrences;
    skewed.lost += Math.max(0, all - (await totalIn(schema)));
    skewed.doubled += Math.max(0, (await totalIn(schema)) - all);
    expect(await totalIn(schema)).toBe(all);
  });
});

/** Failures in a log that two hosts have written, found in the simplest way. */
function failuresIn(lines: string): number {
  return lines.match(/WinError 10054/g)?.length ?? 0;
}

/** What a process has had in memory at most. */
function mostMebibytes(pid: number): number {
  if (process.platform === "linux")
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;
  return Number(execFileSync("ps", ["-o", "rss=", "-p", `${pid}`], { encoding: "utf8" })) / 1024;
}

/** A module that sets the clock of a process, its threads included. */
function clockBy(hours: number, folder: string): string {
  const path = join(folder, `clock-${hours}.mjs`);
  writeFileSync(
    path,
    `const RealDate = Date;
const now = () => RealDate.now() + ${hours * 3_600_000};
globalThis.Date = class extends RealDate {
  constructor(...args) { super(...(args.length === 0 ? [now()] : args)); }
  static now() { return now(); }
};
`,
  );
  return path;
}
