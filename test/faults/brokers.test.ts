import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { openSqliteStore } from "../../src/store/sqlite/sqlite-store.ts";
import { ended, start, temporaryFolder } from "../program.ts";
import { poll } from "../serve/serving.ts";
import { PostgresServer } from "../services/postgres.ts";
import { postgresPrograms } from "../services/programs.mjs";
import { type Broker, brokers, failuresOf } from "./brokers.ts";
import { CLI, countIn } from "./scene.ts";
import { isFull, type Tally, tallyOf } from "./tally.ts";

const run = (args: readonly string[], home: string) => ended(start(args, { home, cli: CLI }));

describe.each(Object.entries(brokers))("what is counted from %s", (name, kind) => {
  if (!kind.isThere) return test.skip("its server is not installed", () => undefined);
  let broker: Broker;
  let streams = 0;
  beforeAll(async () => {
    broker = await kind.start();
  });
  afterAll(() => broker.stop());
  const killed = tallyOf(`${name}: a worker is killed`);
  const shared = tallyOf(`${name}: two workers have the same partitions`);
  const restarted = tallyOf(`${name}: the broker is killed`);
  const divided = tallyOf(`${name}: workers 1, 4, 2 and PostgreSQL killed`);

  async function scene(hosts: number, records: number) {
    const stream = `S${++streams}`;
    const home = temporaryFolder();
    const { messages, occurrences } = failuresOf(hosts, records);
    await broker.publish(stream, messages);
    return { stream, home, store: join(home, "counts.db"), address: broker.address(stream), messages, occurrences };
  }

  test("is each message once, and what cannot be read is in the report", async () => {
    const { stream, home, store, address, occurrences } = await scene(3, 60);
    const first = await run(["ingest", address, "--store", store], home);
    expect(first).toMatchObject({ code: 0 });
    expect(first.stderr).toContain(`${occurrences} occurrences of 1 code counted`);
    await broker.publish(stream, [
      { key: "web-0", bytes: Buffer.from([0xff, 0xfe, 0xfd]) },
      { key: "web-0", bytes: Buffer.from('{"log":"recv failed: 10054') },
      { key: "web-0", bytes: Buffer.from("2026-11-20T09:00:00Z recv failed: 10054"), headers: { host: "other" } },
    ]);
    for (let times = 0; times < 2; times++)
      expect(await run(["ingest", address, "--store", store], home)).toMatchObject({ code: 0 });
    expect(occurrencesIn(store)).toBe(occurrences + 1);
    const { stdout } = await run(["report", "--store", store], home);
    expect(stdout.replaceAll(/\s+/g, " ")).toContain("2 unreadable messages set aside");
    const { stdout: hosts } = await run(
      [
        "query",
        "SELECT DISTINCT host FROM counts JOIN generations AS g ON g.id = generation_id JOIN sources AS s ON s.id = source_id ORDER BY 1",
        "--format",
        "csv",
        "--store",
        store,
      ],
      home,
    );
    expect(hosts.trim().split(/\s+/)).toEqual(["host", "other", "web-0", "web-1", "web-2"]);
  });

  test("has those that were gone before they were read as lost", async () => {
    const { stream, home, store, address, messages } = await scene(1, 30);
    const all = messages.length;
    await broker.keep(stream, all - 10);
    const counting = () => run(["ingest", address, "--store", store], home);
    const report = async () => (await run(["report", "--store", store], home)).stdout.replaceAll(/\s+/g, " ");
    // What was gone before anybody came is nobody's loss.
    expect((await counting()).stderr).not.toContain("removed");
    expect(await report()).toContain("nothing lost");
    await broker.keep(stream, 0);
    expect((await counting()).stderr).not.toContain("removed");
    await broker.publish(stream, messages);
    await broker.keep(stream, all - 7);
    expect((await counting()).stderr).toContain("messages were removed before they were read, 7 at most");
    await broker.publish(stream, messages);
    await broker.keep(stream, 1);
    expect((await counting()).stderr).toContain(`${all - 1} at most`);
    const again = await counting();
    expect(again).toMatchObject({ code: 0, stderr: expect.not.stringContaining("removed") });
    expect(await report()).toContain(`; ${all + 6} messages lost`);
  });

  test("has those that were gone while it was followed as lost, at once", async () => {
    const { stream, home, store, address, messages } = await scene(1, 30);
    const worker = start(["ingest", "--follow", address, "--store", store], { home, cli: CLI });
    const over = ended(worker);
    const figure = async (sql: string) => {
      const { stdout } = await run(["query", sql, "--format", "csv", "--store", store], home);
      return Number(stdout.split("\n")[1] ?? -1);
    };
    const POSITION = "SELECT max(position) AS n FROM generations WHERE behind IS NOT NULL";
    const LOST = "SELECT sum(lost_messages) AS n FROM runs";
    const all = messages.length;
    await poll(
      () => figure(POSITION),
      (n) => n >= all,
      60,
    );
    expect(await figure(LOST)).toBe(0);
    // What comes and goes while the worker sleeps, and nothing is under way to it.
    worker.kill("SIGSTOP");
    await broker.kill();
    await broker.restart();
    await broker.publish(stream, messages);
    await broker.keep(stream, 0);
    await broker.publish(stream, messages.slice(0, 5));
    worker.kill("SIGCONT");
    const lost = await poll(
      () => figure(LOST),
      (n) => n > 0,
      60,
    ).catch(() => 0);
    const { stdout } = await run(["report", "--store", store], home);
    worker.kill("SIGTERM");
    const { stderr } = await over;
    expect(lost).toBe(all);
    expect(stdout.replaceAll(/\s+/g, " ")).toContain(`; ${lost} messages lost`);
    expect(stderr).toContain(`messages were removed before they were read, ${all} at most`);
  });

  test("is behind as far as the store and its figures say", async () => {
    const { stream, home, store, address, messages } = await scene(2, 60);
    const worker = start(["ingest", "--follow", address, "--store", store], { home, cli: CLI });
    const over = ended(worker);
    const lags = () => run(["query", LAGS, "--format", "csv", "--store", store], home);
    const caughtUp = (text: string) =>
      text
        .replaceAll("\r", "")
        .split("\n")
        .slice(1, 3)
        .every((row) => /,0$/.test(row));
    let said = "";
    for (let tries = 0; tries < 60 && !(said.includes("web-1") && caughtUp(said)); tries++)
      said = (await lags()).stdout;
    worker.kill("SIGTERM");
    await over;
    expect(said.match(/web-[01],0/g)).toHaveLength(2);
    await broker.publish(stream, messages);
    const opened = await openSqliteStore({ path: store, codes: [] });
    onTestFinished(() => opened.close());
    expect(await opened.lags()).toMatchObject([
      { partition: expect.stringMatching(/web-0$/), messages: 0, at: expect.any(Number) },
      { partition: expect.stringMatching(/web-1$/), messages: 0, at: expect.any(Number) },
    ]);
  });

  test("is exact when workers that follow are killed at any moment, and go on", async () => {
    const { stream, home, store, address, messages, occurrences } = await scene(4, 500);
    const publishing = broker.publish(stream, messages);
    for (let kills = 0; kills < POINTS; kills++) {
      const worker = start(["ingest", "--follow", address, "--store", store], { home, cli: CLI });
      const over = ended(worker);
      await commits(store, kills % 3);
      worker.kill("SIGKILL");
      killed.injected++;
      await over;
    }
    await publishing;
    await run(["ingest", address, "--store", store], home);
    expectExactly(killed, countIn(store, killed), 2 * occurrences);
  });

  test("is exact when two workers have the same partitions", async () => {
    const { stream, home, store, address, messages, occurrences } = await scene(2, 60);
    const workers = [1, 2].map(() => start(["ingest", "--follow", address, "--store", store], { home, cli: CLI }));
    const over = workers.map(ended);
    const rounds = 5;
    shared.injected += workers.length;
    for (let round = 1; round < rounds; round++) {
      await counted(store, round * occurrences);
      await broker.publish(stream, messages);
    }
    await counted(store, rounds * occurrences);
    for (const worker of workers) worker.kill("SIGTERM");
    for (const { stderr } of await Promise.all(over)) expect(stderr).not.toMatch(/bug|\bat .*\.js/);
    expectExactly(shared, countIn(store, shared), rounds * occurrences);
  });

  test("is exact when the broker is killed and started again", async () => {
    const rounds = isFull ? 3 : 2;
    const { stream, home, store, address, messages, occurrences } = await scene(4, 200);
    const worker = start(["ingest", "--follow", address, "--store", store], { home, cli: CLI });
    const over = ended(worker);
    for (let kills = 1; kills <= rounds; kills++) {
      await counted(store, kills * occurrences);
      await broker.kill();
      restarted.injected++;
      await broker.restart();
      await broker.publish(stream, messages);
    }
    await counted(store, (rounds + 1) * occurrences);
    worker.kill("SIGTERM");
    expect(await over).toMatchObject({ code: 143 });
    expectExactly(restarted, countIn(store, restarted), (rounds + 1) * occurrences);
  });

  // Both sources are one engine: the bounded run shows it with one of them.
  if (name !== "NATS" && !isFull) return;
  describe.runIf(postgresPrograms() !== null)("into PostgreSQL", () => {
    let server: PostgresServer;
    beforeAll(async () => {
      server = await PostgresServer.create();
    });
    afterAll(() => server.remove());

    const totalIn = async (schema: string) =>
      Number(
        (await server.ask(`SELECT coalesce(sum(n), 0) AS n FROM ${schema}.counts`).catch(() => [{ n: -1 }]))[0]?.["n"],
      );

    const until = (schema: string, n: number) => reaches(() => totalIn(schema), n);

    /** Waits until the partitions are divided so among the workers. */
    async function untilShares(expected: readonly number[]): Promise<void> {
      await poll(
        () => shares(server),
        (found) => found.join() === expected.join(),
      );
    }

    test("is exact while workers come and go, 1, 4, 2, and the server is killed", async () => {
      const { stream, home, address, messages, occurrences } = await scene(8, 100);
      const schema = `workers_${stream.toLowerCase()}`;
      await server.ask(`CREATE SCHEMA ${schema}`);
      const store = server.address(schema);
      const begin = () => {
        const child = start(["ingest", "--follow", address, "--store", store], { home, cli: CLI });
        return { child, over: ended(child) };
      };
      const workers = [begin()];
      await until(schema, occurrences);
      workers.push(begin(), begin(), begin());
      await untilShares([2, 2, 2, 2]);
      await broker.publish(stream, messages);
      await until(schema, 2 * occurrences);
      for (const { child } of workers.splice(0, 2)) child.kill("SIGKILL");
      await untilShares([4, 4]);
      await broker.publish(stream, messages);
      await until(schema, 3 * occurrences);
      await server.kill();
      await broker.publish(stream, messages);
      await server.start();
      await until(schema, 4 * occurrences);
      for (const { child } of workers) child.kill("SIGTERM");
      const outcomes = await Promise.all(workers.map(({ over }) => over));
      divided.injected += 4;
      expectExactly(divided, await totalIn(schema), 4 * occurrences);
      for (const { stderr } of outcomes) expect(stderr).not.toMatch(/bug|\bat .*\.js/);
    });
  });
});

const LAGS =
  "SELECT name, behind FROM generations JOIN sources ON sources.id = source_id WHERE behind IS NOT NULL ORDER BY name";

/** What a store has counted; it may be written meanwhile. */
function occurrencesIn(store: string): number {
  try {
    return countIn(store, { fault: "", injected: 0, lost: 0, doubled: 0, corrupted: 0, hung: 0 });
  } catch {
    // Its tables are not made yet.
    return 0;
  }
}

/** Takes down what is missing or too much. */
function expectExactly(tally: Tally, counted: number, expected: number): void {
  tally.lost += Math.max(0, expected - counted);
  tally.doubled += Math.max(0, counted - expected);
  expect(counted).toBe(expected);
}

/** How many moments of death are tried; the mutations have more. */
const POINTS = Math.min(8, Number(process.env["WSA_FAULTS_POINTS"] ?? 4));

/** Waits for some commits in a store, or for a time that a commit would have taken. */
async function commits(store: string, times: number): Promise<void> {
  let last = occurrencesIn(store);
  for (let seen = 0, tries = 0; seen < times && tries < 60; tries++) {
    await sleep(50);
    const now = occurrencesIn(store);
    if (now !== last) seen++;
    last = now;
  }
}

const counted = (store: string, n: number) => reaches(() => occurrencesIn(store), n);

/** Waits for a count, half a minute at most: one that stays short is taken down as lost. */
async function reaches(count: () => number | Promise<number>, n: number): Promise<void> {
  await poll(count, (found) => found >= n, 30).catch(() => undefined);
}

/** How many partitions each worker has, fewest first. */
async function shares(server: PostgresServer): Promise<number[]> {
  const rows = await server.ask<{ n: string }>(
    "SELECT count(*) AS n FROM pg_locks WHERE locktype = 'advisory' AND mode = 'ExclusiveLock' AND granted AND objsubid = 1 GROUP BY pid ORDER BY 1",
  );
  return rows.map(({ n }) => Number(n));
}
