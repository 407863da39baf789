import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import Database from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { ended, run, start, temporaryFolder } from "../program.ts";
import { countedIn, logLines } from "./counted.ts";

const MIB = 2 ** 20;

/** Lines without codes, told apart by their beginnings. */
function quietLines(name: string, bytes: number): string {
  const line = `2026-11-22 08:30:00 INFO ${name} nothing of interest in this line, and as little in the next one\n`;
  return line.repeat(Math.ceil(bytes / line.length));
}

/** More than one thread is worth: logs of many names, rotated ones, one in two places, one that is broken. */
function scene() {
  const home = temporaryFolder();
  const logs = join(home, "logs");
  const store = join(home, "x.db");
  mkdirSync(logs);
  const write = (name: string, content: string | Buffer) => writeFileSync(join(logs, name), content);
  for (let n = 0; n < 4; n++)
    write(`big-${n}.log`, quietLines(`big-${n}`, 9 * MIB) + logLines(n * 1000, n * 1000 + 700));
  for (let n = 0; n < 20; n++) write(`small-${n}.log`, logLines(n * 100 + 10_000, n * 100 + 10_050));
  const rotated = logLines(50_000, 50_400);
  write("app.log.2.gz", gzipSync(rotated));
  write("app.log.1", logLines(60_000, 60_400));
  write("app.log", logLines(70_000, 70_300));
  write("broken.log.gz", gzipSync(rotated + quietLines("broken", 500_000)).subarray(0, 2000));
  write("binary.log", Buffer.alloc(4096));
  // The second begins like the first, which is why what is new in it depends on what was counted in the other.
  const common = quietLines("twin", 2 * MIB) + logLines(80_000, 80_100);
  mkdirSync(join(logs, "copy"));
  write("copy/twin.log", common);
  write("twin.log", common + logLines(81_000, 81_050));
  const occurrences = 4 * 700 + 20 * 50 + 400 + 400 + 300 + 150;
  const ingest = (...args: string[]) => run(["ingest", logs, ...args], { home });
  return { home, logs, store, occurrences, ingest };
}

/** Makes three of the logs so long that there is time to do something while they are read. */
function lengthen(logs: string): number {
  for (let n = 0; n < 3; n++) {
    const log = join(logs, `big-${n}.log`);
    writeFileSync(log, readFileSync(log, "utf8").repeat(8));
  }
  return 3 * 7 * 700;
}

/** Occurrences that are committed at this moment; no process is started to ask. */
function committedIn(store: string): number {
  try {
    const db = new Database(store, { readonly: true, fileMustExist: true });
    try {
      return db.prepare<[], number>("SELECT coalesce(sum(n), 0) FROM counts").pluck().get() ?? 0;
    } finally {
      db.close();
    }
  } catch {
    return 0; // The store is only just being made.
  }
}

describe("ingest --jobs", () => {
  test("counts the same as one thread, and tells the same", async () => {
    const { store, occurrences, ingest } = scene();
    const told = [];
    for (const jobs of ["1", "2", "5"]) {
      rmSync(store, { force: true });
      const { code, stdout, stderr } = await ingest("--store", store, "--jobs", jobs, "--json");
      expect(code).toBe(2);
      expect(stderr).toMatch(/broken\.log\.gz/);
      expect(await countedIn(store)).toBe(occurrences);
      told.push(JSON.parse(stdout));
    }
    expect(told[1]).toEqual(told[0]);
    expect(told[2]).toEqual(told[0]);
    expect(told[0].logs).toHaveLength(4 + 20 + 3 + 2);
  });

  test("counts once when it is killed while its threads read", async () => {
    const { home, logs, store, occurrences, ingest } = scene();
    const more = lengthen(logs);
    let kills = 0;
    for (let before = 0; kills < 5; kills++) {
      const child = start(["ingest", logs, "--store", store, "--jobs", "3"], { home });
      const end = ended(child);
      while (child.exitCode === null && committedIn(store) <= before) await setTimeout(5);
      child.kill("SIGKILL");
      if ((await end).signal === null) break;
      before = committedIn(store);
    }
    expect(kills).toBeGreaterThan(0);
    await ingest("--store", store);
    expect(await countedIn(store)).toBe(occurrences + more);
  });

  test("ends in order when it is interrupted, and goes on where it stopped", async (context) => {
    if (process.platform === "win32") return context.skip("needs signals");
    const { home, logs, store, occurrences, ingest } = scene();
    const more = lengthen(logs);
    const child = start(["ingest", logs, "--store", store, "--jobs", "2"], { home });
    const end = ended(child);
    await expect.poll(() => committedIn(store), { timeout: 30_000, interval: 5 }).toBeGreaterThan(0);
    child.kill("SIGINT");
    expect([130, 2]).toContain((await end).code);
    await ingest("--store", store);
    expect(await countedIn(store)).toBe(occurrences + more);
  });

  test("counts without a store, and refuses what is no number of threads", async () => {
    const { ingest } = scene();
    const [one, two] = [await ingest("--no-store", "--jobs", "1"), await ingest("--no-store", "--jobs", "2")];
    expect(one.stderr).toMatch(/occurrences of 1 code found, not counted/);
    expect(two.stderr).toBe(one.stderr);
    for (const jobs of ["0", "1.5", "many"]) {
      const refused = await ingest("--jobs", jobs);
      expect([refused.code, refused.stderr]).toEqual([2, expect.stringMatching(/--jobs .* is no number of threads/)]);
    }
  });
});
