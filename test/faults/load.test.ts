import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { test } from "vitest";
import { commandLine, countIn, linesOf, occurrencesIn, runCommandLine, sceneOf } from "./scene.ts";
import { compare, expectNoHarm, isFull, random, tallyOf } from "./tally.ts";

test("kill -9 at random moments while logs grow and are rotated", { timeout: 3_600_000 }, async () => {
  const { home, logs } = sceneOf(0);
  const store = join(home, "x.db");
  const log = join(logs, "grow.log");
  const tally = tallyOf("kill -9 at random while following a log that grows and is rotated");
  writeFileSync(log, "");
  let written = 0;
  let rotations = 0;
  const write = (lines: number) => {
    appendFileSync(log, linesOf("grow", written, written + lines));
    written += lines;
  };
  const rotate = () => {
    // Oldest names first: none is overwritten.
    for (let n = rotations; n > 0; n--) renameSync(`${log}.${n}`, `${log}.${n + 1}`);
    renameSync(log, `${log}.1`);
    writeFileSync(log, "");
    rotations++;
  };
  for (let n = 0; n < (isFull ? 500 : 6); n++) {
    const [command = "", ...args] = commandLine(["ingest", logs, "--follow", "--store", store]);
    const child: ChildProcess = spawn(command, args, {
      cwd: home,
      stdio: "ignore",
      env: { ...process.env, TZ: "UTC" },
    });
    const ended = once(child, "close");
    const steps = 3 + Math.floor(random() * 12);
    for (let step = 0; step < steps; step++) {
      write(1 + Math.floor(random() * 300));
      await sleep(random() * 60);
      if (rotations < 40 && random() < 0.1) rotate();
    }
    child.kill("SIGKILL");
    await ended;
    tally.injected++;
  }
  await runCommandLine(commandLine(["ingest", logs, "--store", store]), { cwd: home, tally });
  const plain = readdirSync(logs).filter((name) => !name.endsWith(".gz"));
  const right = plain.reduce((sum, name) => sum + occurrencesIn(readFileSync(join(logs, name), "utf8")), 300);
  compare(tally, countIn(store, tally), right);
  expectNoHarm(tally);
});
