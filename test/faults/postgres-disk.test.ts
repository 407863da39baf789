import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { ended, start, temporaryFolder } from "../program.ts";
import { poll } from "../serve/serving.ts";
import { PostgresServer } from "../services/postgres.ts";
import { postgresPrograms } from "../services/programs.mjs";
import { CLI, canMount, linesOf, occurrencesIn } from "./scene.ts";
import { compare, expectNoHarm, isFull, tallyOf } from "./tally.ts";

const ROUNDS = isFull ? 8 : 1;

test.skipIf(!canMount || postgresPrograms() === null)(
  "a server of PostgreSQL whose disk is full, and then is not",
  {
    timeout: 600_000,
  },
  async () => {
    const tally = tallyOf("PostgreSQL: its disk is full");
    const home = temporaryFolder();
    const [disk, logs] = [join(home, "disk"), join(home, "logs")];
    for (const folder of [disk, logs]) mkdirSync(folder);
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=160m,mode=755", "none", disk]);
    onTestFinished(() => void execFileSync("umount", ["-l", disk]));
    execFileSync("chmod", ["755", home]);
    // What is written ahead is kept small, so that it is the tables that find no room.
    const server = await PostgresServer.create({ max_wal_size: "32MB", restart_after_crash: "on" }, disk);
    onTestFinished(() => server.remove());
    let expected = 0;
    let written = 0;
    const grow = () => {
      // Each a log of its own: many rows.
      for (let n = 0; n < 20; n++) {
        const lines = linesOf(`log-${++written}`, 0, 3600);
        appendFileSync(join(logs, `log-${written}.log`), lines);
        expected += occurrencesIn(lines);
      }
    };
    const total = async () =>
      Number((await server.ask("SELECT coalesce(sum(n), 0) AS n FROM counts").catch(() => []))[0]?.["n"] ?? 0);
    const run = (...args: string[]) => ended(start([...args, "--store", server.address()], { home, cli: CLI }));

    grow();
    expect(await run("ingest", logs)).toMatchObject({ code: 0 });
    for (let round = 0; round < ROUNDS; round++) {
      const agent = start(["ingest", logs, "--follow", "--store", server.address()], { home, cli: CLI });
      const over = ended(agent);
      const { bavail, bsize } = statfsSync(disk);
      const room = bavail * bsize;
      const ballast = join(disk, "ballast");
      writeFileSync(ballast, Buffer.alloc(Math.max(0, room - (round % 2) * 64 * 1024)));
      tally.injected++;
      grow();
      const other = await run("ingest", logs);
      expect(other.stderr).not.toMatch(/bug|\bat .*\.js/);
      rmSync(ballast);
      await poll(
        () =>
          server.ask("SELECT 1").then(
            () => true,
            () => false,
          ),
        (isUp) => isUp,
        60,
      );
      await poll(total, (n) => n >= expected, 30).catch(() => undefined);
      agent.kill("SIGTERM");
      expect((await over).stderr).not.toMatch(/bug|\bat .*\.js/);
      expect((await run("ingest", logs)).stderr).not.toMatch(/bug|\bat .*\.js/);
      compare(tally, await total(), expected);
    }
    expectNoHarm(tally);
  },
);
