import { spawnSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commandLine, countIn, runCommandLine, sceneOf } from "./scene.ts";
import { compare, expectNoHarm, tallyOf } from "./tally.ts";

const LONG = 3_600_000;
const isPosix = process.platform !== "win32";

test.skipIf(!isPosix)(
  "a limit of open files that is too low for the program is said in a sentence",
  { timeout: LONG },
  async () => {
    const tally = tallyOf("a low limit of open files");
    const { home, logs, occurrences } = sceneOf(60);
    const store = join(home, "x.db");
    for (let limit = 30; limit < 50; limit += 4) {
      // Below that, Node itself does not start.
      const shell = (args: readonly string[]) => ["sh", "-c", `ulimit -n ${limit} && exec "$@"`, "sh", ...args];
      const [command = "", ...bare] = shell([process.execPath, "--version"]);
      if (spawnSync(command, bare).status !== 0) continue;
      const { stderr } = await runCommandLine(shell(commandLine(["ingest", logs, "--store", store])), {
        cwd: home,
        tally,
      });
      if (/^node:|Native stack/m.test(stderr)) continue;
      expect(stderr).toMatch(/too many open files|logs? read/);
      tally.injected++;
    }
    await runCommandLine(commandLine(["ingest", logs, "--store", store]), { cwd: home, tally });
    compare(tally, countIn(store, tally), occurrences);
    expectNoHarm(tally);
  },
);

test("a period of ten thousand years", { timeout: LONG }, async () => {
  const tally = tallyOf("a period of ten thousand years");
  const { home, logs } = sceneOf(2);
  const store = join(home, "x.db");
  await runCommandLine(commandLine(["ingest", logs, "--store", store]), { cwd: home, tally });
  for (const period of [
    ["--since", "0001-01-01"],
    ["--until", "9999-12-31"],
    ["--since", "1970-01-01"],
    ["--since", "0001-01-01", "--until", "9999-12-31"],
  ]) {
    for (const args of [["report"], ["report", "--format", "html"], ["trend"]]) {
      const run = commandLine([...args, ...period, "--tz", "America/New_York", "--store", store]);
      const { code } = await runCommandLine(run, { cwd: home, tally });
      expect(code).toBe(0);
      tally.injected++;
    }
  }
  expectNoHarm(tally);
});

test.skipIf(!isPosix)("a path of a store that the system refuses is a sentence", { timeout: LONG }, async () => {
  const tally = tallyOf("a store at a path that the system refuses");
  const { home, logs } = sceneOf(1);
  symlinkSync("loop.db", join(home, "loop.db"));
  for (const store of ["y".repeat(300), join("z".repeat(300), "x.db"), "loop.db", join("loop.db", "x.db")]) {
    for (const args of [["ingest", logs], ["report"], ["merge", "none.db"]]) {
      const { code, stderr } = await runCommandLine(commandLine([...args, "--store", store]), { cwd: home, tally });
      expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(/^wsa-annotate: .*\n {2}hint: /) });
      tally.injected++;
    }
  }
  expectNoHarm(tally);
});

test.skipIf(!isPosix)("a path of a log that the system refuses is a sentence", { timeout: LONG }, async () => {
  const tally = tallyOf("a log at a path that the system refuses");
  const { home, logs } = sceneOf(1);
  for (const path of ["y".repeat(300), join(logs, "long.log", "x")]) {
    for (const args of [["annotate", "--no-store"], ["ingest"]]) {
      const { code, stderr } = await runCommandLine(commandLine([...args, path]), { cwd: home, tally });
      expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(/: (?:a part of|its name)/) });
      tally.injected++;
    }
  }
  const store = join(home, "wsa-annotate", "wsa-annotate.db");
  await runCommandLine(commandLine(["ingest", logs]), { cwd: home, tally });
  const longest = "w".repeat(251);
  const report = ["report", "--store", store, "--output", `${longest}.txt`];
  expect((await runCommandLine(commandLine(report), { cwd: home, tally })).code).toBe(0);
  expectNoHarm(tally);
});
