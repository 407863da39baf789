import { appendFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { jetstreamManager } from "@nats-io/jetstream";
import { connect } from "@nats-io/transport-node";
import { describe, expect, onTestFinished, test } from "vitest";
import { ended, start, temporaryFolder } from "../program.ts";
import { poll } from "../serve/serving.ts";
import { joinNats } from "../services/nats.ts";
import { programPath } from "../services/programs.mjs";
import { CLI, countIn, linesOf, occurrencesIn } from "./scene.ts";
import { compare, expectNoHarm, isFull, tallyOf } from "./tally.ts";

const ROUNDS = isFull ? 10 : 1;
const STREAM = "LOGS";

describe.runIf(programPath("nats-server") !== null)("three servers of NATS that keep a stream together", () => {
  const tally = tallyOf("NATS, three servers: the leader of a stream is killed");

  test("lose and double nothing while it is shipped to and read, and its leader is killed", {
    timeout: 120_000 * ROUNDS,
  }, async () => {
    const cluster = await joinNats();
    onTestFinished(() => cluster.stop());
    const connection = await connect({ servers: cluster.servers.map(({ url }) => url), maxReconnectAttempts: -1 });
    onTestFinished(() => connection.close());
    const manager = await poll(
      () => jetstreamManager(connection, { timeout: 2000 }).catch(() => null),
      (found) => found !== null,
      60,
    );
    // The servers have to find each other first.
    await poll(
      () =>
        manager?.streams.add({ name: STREAM, subjects: ["logs.>"], num_replicas: 3 }).then(
          () => true,
          () => false,
        ) ?? false,
      (isMade) => isMade,
      60,
    );
    const leader = async () => (await manager?.streams.info(STREAM).catch(() => null))?.cluster?.leader ?? "";

    const home = temporaryFolder();
    const [folder, store] = [join(home, "logs"), join(home, "counts.db")];
    mkdirSync(folder);
    let expected = 0;
    const grow = (from: number) => {
      const lines = linesOf("app", from, from + 500);
      appendFileSync(join(folder, "app.log"), lines);
      expected += occurrencesIn(lines);
    };
    const counted = async () => {
      try {
        return countIn(store, tally);
      } catch {
        return 0;
      }
    };
    const untilCounted = () => poll(counted, (n) => n >= expected, 90).catch(() => undefined);

    grow(0);
    const address = `${cluster.url}/${STREAM}`;
    const programs = [
      start(["ship", folder, "--to", address, "--follow"], { home, cli: CLI }),
      start(["ingest", address, "--follow", "--store", store], { home, cli: CLI }),
    ];
    const over = programs.map(ended);
    await untilCounted();
    for (let round = 1; round <= ROUNDS; round++) {
      const name = await poll(leader, (found) => found !== "", 60);
      grow(round * 1000);
      await cluster.serverOf(name).kill();
      tally.injected++;
      grow(round * 1000 + 500);
      await untilCounted();
      await cluster.serverOf(name).restart();
    }
    for (const program of programs) program.kill("SIGTERM");
    for (const { code, stderr } of await Promise.all(over))
      expect({ code, stderr }).toEqual({ code: 143, stderr: expect.not.stringMatching(/bug|\bat .*\.js/) });
    compare(tally, await counted(), expected);
    expectNoHarm(tally);

    // Without --follow, from servers of which one is gone: while they elect a leader a run may end with a sentence, and is run again.
    grow(100_000);
    await cluster.servers[0]?.kill();
    for (const args of [
      ["ship", folder, "--to", address],
      ["ingest", address, "--store", store],
    ])
      await poll(
        async () => {
          const { code, stderr } = await ended(start(args, { home, cli: CLI }));
          expect(stderr).not.toMatch(/bug|\bat .*\.js/);
          return code;
        },
        (code) => code === 0,
        60,
      );
    compare(tally, await counted(), expected);
    expectNoHarm(tally);
  });
});
