import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { callsOf, commandLine, countIn, hasStrace, linesOf, occurrencesIn, runCommandLine, sceneOf } from "./scene.ts";
import { compare, expectNoHarm, isFull, pointsOf, random, type Tally, tallyOf } from "./tally.ts";

const LONG = 3_600_000;
const isPosix = process.platform !== "win32";

test.skipIf(!isPosix).each<[string, string, RegExp | null]>([
  ["a reader that has seen enough", '"$@" | head -n 1', null],
  ["a full standard output", '"$@" > /dev/full', /no space left/],
  ["a closed standard input", '"$@" <&-', null],
  ["a closed standard output", '"$@" >&-', null],
  ["a closed standard error", '"$@" 2>&-', null],
  ["all three closed", '"$@" <&- >&- 2>&-', null],
])("%s", { timeout: LONG }, async (name, script, message) => {
  const { home, logs, occurrences } = sceneOf(2);
  const tally = tallyOf(name);
  const log = join(logs, "long.log");
  for (const args of [
    ["annotate", log],
    ["ingest", logs],
    ["report"],
    ["trend"],
    ["explain", "10061"],
    ["query", "SELECT * FROM counts"],
  ]) {
    const shell = ["sh", "-c", script, "sh", ...commandLine(args)];
    const { stderr } = await runCommandLine(shell, { cwd: home, tally });
    if (message !== null && args[0] === "annotate") expect(stderr.split(message)).toHaveLength(2);
    tally.injected++;
  }
  await runCommandLine(commandLine(["ingest", logs]), { cwd: home, tally });
  compare(tally, countIn(join(home, "wsa-annotate", "wsa-annotate.db"), tally), occurrences);
  expectNoHarm(tally);
});

test.skipIf(!isPosix).each<[string, string, RegExp]>([
  ["a folder as standard input", '"$@" < .', /standard input: is a folder\n {2}hint: /],
  [
    "a standard input that is open for writing",
    '"$@" 0> written',
    /standard input: is not open for reading\n {2}hint: /,
  ],
])("%s is an error, and makes no store", async (name, script, message) => {
  const { home } = sceneOf(0);
  const tally = tallyOf(name);
  for (const args of [["annotate"], ["ingest", "-"]]) {
    const shell = ["sh", "-c", script, "sh", ...commandLine([...args, "--store", "x.db"])];
    const { code, stderr } = await runCommandLine(shell, { cwd: home, tally });
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
    expect(existsSync(join(home, "x.db"))).toBe(false);
    tally.injected++;
  }
  expectNoHarm(tally);
});

/** Waits for the end of a program that was asked to end; one that does not is hung, and is killed. */
async function endOf(child: ChildProcess, ended: Promise<unknown>, tally: Tally): Promise<void> {
  const late = setTimeout(() => {
    tally.hung++;
    child.kill("SIGKILL");
  }, 20_000);
  await ended;
  clearTimeout(late);
}

test.skipIf(!isPosix)("a signal at any moment, and another one", { timeout: LONG }, async () => {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    const tally = tallyOf(`${signal} at random moments of an ingest`);
    const { home, logs, occurrences } = sceneOf(20);
    const store = join(home, "x.db");
    for (let n = 0; n < (isFull ? 60 : 3); n++) {
      const [command = "", ...args] = commandLine(["ingest", logs, "--store", store]);
      const child = spawn(command, args, { cwd: home, stdio: "ignore" });
      const ended = once(child, "close");
      await sleep(60 + random() * 400);
      child.kill(signal);
      if (n % 3 === 2) child.kill(signal);
      await endOf(child, ended, tally);
      tally.injected++;
    }
    await runCommandLine(commandLine(["ingest", logs, "--store", store]), { cwd: home, tally });
    compare(tally, countIn(store, tally), occurrences);
    expectNoHarm(tally);
  }
});

test.skipIf(!hasStrace)("a signal at each system call", { timeout: LONG }, async () => {
  const { home, logs, occurrences } = sceneOf(6);
  const store = join(home, "x.db");
  const args = ["ingest", logs, "--store", store, "--jobs", "1"];
  const calls = ["openat", "read", "pread64", "pwrite64", "fsync", "ftruncate", "close"];
  const counting = tallyOf("signals during an ingest: none");
  const seen = await callsOf(args, calls, { cwd: home, tally: counting });
  for (const [n, signal] of (["INT", "TERM", "HUP"] as const).entries()) {
    const tally = tallyOf(`SIG${signal} at each system call of an ingest, twice`);
    for (const call of isFull ? calls : calls.filter((_, at) => at % 3 === n)) {
      const most = seen.get(call) ?? 0;
      for (const at of pointsOf(most, 2)) {
        for (const suffix of ["", "-wal", "-shm"]) rmSync(`${store}${suffix}`, { force: true });
        for (const when of [at, 1 + ((at * 7) % most)]) {
          const command = commandLine(args, `${call}:signal=${signal}:when=${when}`);
          await runCommandLine(command, { cwd: home, tally, longestMs: 20_000 });
          tally.injected++;
        }
        await runCommandLine(commandLine(args), { cwd: home, tally });
        compare(tally, countIn(store, tally), occurrences);
      }
    }
    expectNoHarm(tally);
  }
});

test.skipIf(!isPosix)("a program that is stopped and goes on while its log grows", { timeout: LONG }, async () => {
  const { home, logs } = sceneOf(0);
  const [log, store] = [join(logs, "grow.log"), join(home, "x.db")];
  const tally = tallyOf("SIGSTOP and SIGCONT while following");
  writeFileSync(log, linesOf("grow", 0, 100));
  const [command = "", ...args] = commandLine(["ingest", log, "--follow", "--store", store]);
  const child = spawn(command, args, { cwd: home, stdio: "ignore" });
  const ended = once(child, "close");
  for (let n = 1; n <= (isFull ? 50 : 3); n++) {
    child.kill("SIGSTOP");
    appendFileSync(log, linesOf("grow", n * 100, n * 100 + 100));
    await sleep(random() * 150);
    child.kill("SIGCONT");
    await sleep(random() * 150);
    tally.injected++;
  }
  await expect.poll(() => existsSync(store), { timeout: 20_000 }).toBe(true);
  child.kill("SIGTERM");
  await endOf(child, ended, tally);
  await runCommandLine(commandLine(["ingest", log, "--store", store]), { cwd: home, tally });
  compare(tally, countIn(store, tally), 50 * (tally.injected + 1));
  expectNoHarm(tally);
});

const zones = [
  "",
  "UTC",
  "Europe/Berlin",
  ":America/New_York",
  "<+03>-3",
  "CET-1CEST,M3.5.0,M10.5.0/3",
  "GMT+5",
  "EST5EDT",
];
const oddZones = ["nonsense", "Etc/Unknown", "/etc/localtime", ":", " ", "Europe/../../etc/passwd", "A".repeat(5000)];

test("every kind of TZ, on days when clocks change too", { timeout: LONG }, async () => {
  const { home } = sceneOf(0);
  const tally = tallyOf("a TZ of any kind");
  const log = join(home, "days.log");
  const days = ["2026-03-29", "2026-10-25", "2026-03-08", "2026-11-01", "2024-02-29"];
  const text = days
    .map((day) => linesOf(day, 0, 120).replaceAll("2026-11-20T08", `${day} 02`).replaceAll("Z ", " "))
    .join("");
  writeFileSync(log, text);
  for (const [n, zone] of [...zones, ...oddZones].entries()) {
    if (!isFull && n % 4 !== 0) continue;
    const env = { TZ: zone };
    const store = join(home, `${n}.db`);
    await runCommandLine(commandLine(["ingest", log, "--store", store]), { cwd: home, tally, env });
    compare(tally, countIn(store, tally), occurrencesIn(text));
    const { stdout } = await runCommandLine(commandLine(["report", "--format", "json", "--store", store]), {
      cwd: home,
      tally,
      env,
    });
    compare(tally, JSON.parse(stdout.toString()).totals.occurrences, occurrencesIn(text));
    const trend = ["trend", "--bucket", "1d", "--format", "json", "--store", store];
    const { code } = await runCommandLine(commandLine(trend), { cwd: home, tally, env });
    expect(code).toBe(0);
    tally.injected++;
  }
  expectNoHarm(tally);
});
