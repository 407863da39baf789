import { appendFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { ended, start, temporaryFolder } from "../program.ts";
import { poll } from "../serve/serving.ts";
import { makeNamespace } from "../services/namespace.ts";
import { PostgresServer } from "../services/postgres.ts";
import { postgresPrograms } from "../services/programs.mjs";
import { type Broker, brokers, failuresOf } from "./brokers.ts";
import { CLI, countIn, linesOf, occurrencesIn } from "./scene.ts";
import { compare, expectNoHarm, isFull, tallyOf } from "./tally.ts";

/** How long the cable is unplugged: a minute is enough for every side to give up what it had. */
const CUT_MS = isFull ? 60_000 : 3000;
/** What is written meanwhile. */
const MORE = 5;

const isThere = postgresPrograms() !== null && Object.values(brokers).every(({ isThere }) => isThere);
const namespace = isThere ? makeNamespace() : null;
namespace?.remove();
if (namespace === null)
  console.log("skipped: a host whose cable is unplugged needs namespaces of the network, as root, and all servers");

test.skipIf(namespace === null)(
  "agents, workers and shippers of a host whose cable is unplugged go on, and end exact",
  {
    timeout: 300_000 + 2 * CUT_MS,
  },
  async () => {
    const host = makeNamespace();
    if (host === null) throw new Error("no namespace");
    onTestFinished(() => host.remove());
    const { address, within } = host;
    const [server, nats, redis] = await Promise.all([
      PostgresServer.create({ listen_addresses: `127.0.0.1,${address}` }),
      brokers["NATS"]?.start({ address }) as Promise<Broker>,
      brokers["Redis"]?.start({ address }) as Promise<Broker>,
    ]);
    onTestFinished(() => void Promise.all([server.remove(), nats.stop(), redis.stop()]));
    await server.letIn(host.network);

    const home = temporaryFolder();
    const path = (name: string) => join(home, name);
    const logs = path("logs");
    mkdirSync(logs);
    const { messages, occurrences } = failuresOf(2, 60);
    let failures = 0;
    let rounds = 0;
    async function write(): Promise<void> {
      const lines = linesOf("app", rounds * 1000, rounds * 1000 + 400);
      appendFileSync(join(logs, "app.log"), lines);
      failures += occurrencesIn(lines);
      rounds++;
      await Promise.all([nats.publish("LOGS", messages), redis.publish("LOGS", messages)]);
    }
    await write();
    await nats.publish("SHIPPED", []);

    const far = server.address().replace("127.0.0.1", address);
    const shipped = nats.address("SHIPPED").replace(/\?.*/, "");
    const programs = (
      [
        ["ingest", logs, "--follow", "--store", far],
        ["ingest", nats.address("LOGS"), "--follow", "--store", path("nats.db")],
        ["ingest", redis.address("LOGS"), "--follow", "--store", path("redis.db")],
        ["ship", logs, "--follow", "--to", shipped],
      ] as const
    ).map((args) => start(args, { home, cli: CLI, within }));
    // What is shipped is counted on this side of the cable.
    programs.push(start(["ingest", shipped, "--follow", "--store", path("shipped.db")], { home, cli: CLI }));
    const over = programs.map(ended);

    const tallies = ["an agent of PostgreSQL", "a worker of NATS", "a worker of Redis", "a shipper"].map((who) =>
      tallyOf(`${who}: the cable is unplugged for ${CUT_MS / 1000} s`),
    );
    const inFile = (name: string, at: number) => {
      try {
        return countIn(path(name), tallies[at] ?? tallyOf(name));
      } catch {
        return 0;
      }
    };
    const counted = async () => [
      Number((await server.ask("SELECT coalesce(sum(n), 0) AS n FROM counts").catch(() => []))[0]?.["n"] ?? 0),
      inFile("nats.db", 1),
      inFile("redis.db", 2),
      inFile("shipped.db", 3),
    ];
    const expected = () => [failures, rounds * occurrences, rounds * occurrences, failures];
    const untilCounted = () =>
      poll(counted, (found) => found.every((n, at) => n >= (expected()[at] ?? 0)), 150).catch(() => undefined);

    await untilCounted();
    expect(await counted()).toEqual(expected());
    host.unplug();
    const began = Date.now();
    for (const tally of tallies) tally.injected++;
    for (let times = 0; times < MORE; times++) await write();
    await sleep(Math.max(0, began + CUT_MS - Date.now()));
    host.plug();
    await untilCounted();
    for (const program of programs) program.kill("SIGTERM");
    for (const { code, stderr } of await Promise.all(over))
      expect([code, stderr]).toEqual([143, expect.not.stringMatching(/bug|\bat .*\.js/)]);
    for (const [at, n] of (await counted()).entries())
      compare(tallies[at] as (typeof tallies)[0], n, expected()[at] ?? 0);
    for (const tally of tallies) expectNoHarm(tally);
  },
);
