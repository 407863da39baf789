import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { callsOf, canMount, commandLine, countIn, hasStrace, runCommandLine, sceneOf } from "./scene.ts";
import { compare, expectNoHarm, isFull, pointsOf, random, tallyOf } from "./tally.ts";

const LONG = 3_600_000;

test.skipIf(!hasStrace).each([
  ["pwrite64", "ENOSPC", "+"],
  ["pwrite64", "EIO", ""],
  ["pwrite64", "EFBIG", "+"],
  ["fsync", "EIO", ""],
  ["ftruncate", "EIO", ""],
] as const)("%s that fails with %s", { timeout: LONG }, async (call, error, onwards) => {
  const { home, logs, occurrences } = sceneOf(10);
  const store = join(home, "x.db");
  const tally = tallyOf(`${error} at each ${call}${onwards && " and those behind it"}`);
  const args = ["ingest", logs, "--store", store, "--jobs", "1"];
  const most = (await callsOf(args, [call], { cwd: home, tally })).get(call) ?? 0;
  for (const n of pointsOf(most, 1)) {
    remove(store);
    await runCommandLine(commandLine(args, `${call}:error=${error}:when=${n}${onwards}`), { cwd: home, tally });
    tally.injected++;
    await runCommandLine(commandLine(args), { cwd: home, tally });
    compare(tally, countIn(store, tally), occurrences);
  }
  if (most > 0) expectNoHarm(tally);
});

test.skipIf(!canMount)("a disk that is full, and then is not", { timeout: LONG }, async () => {
  const { home, logs, occurrences } = sceneOf(200);
  const tally = tallyOf("a disk of 128 KiB to 1 MiB");
  const disk = join(home, "disk");
  mkdirSync(disk);
  for (const size of isFull ? [64, 96, 128, 160, 200, 256, 400, 512, 1024] : [128]) {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${size}k`, "none", disk]);
    try {
      const args = ["ingest", logs, "--store", join(disk, "x.db")];
      const { code } = await runCommandLine(commandLine(args), { cwd: home, tally });
      if (size < 256) expect(code).toBe(2);
      tally.injected++;
      execFileSync("mount", ["-o", "remount,size=32m", disk]);
      await runCommandLine(commandLine(args), { cwd: home, tally });
      compare(tally, countIn(join(disk, "x.db"), tally), occurrences);
    } finally {
      execFileSync("umount", ["-l", disk]);
    }
  }
  expectNoHarm(tally);
});

test.skipIf(!canMount)("a folder that is read-only, and another user's store", { timeout: LONG }, async () => {
  const { home, logs, occurrences } = sceneOf(2);
  const tally = tallyOf("a store in a read-only folder");
  const disk = join(home, "disk");
  mkdirSync(disk);
  execFileSync("mount", ["-t", "tmpfs", "none", disk]);
  try {
    const store = join(disk, "x.db");
    const run = (...args: string[]) => runCommandLine(commandLine([...args, "--store", store]), { cwd: home, tally });
    await run("ingest", logs);
    execFileSync("mount", ["-o", "remount,ro", disk]);
    const { stdout } = await run("report", "--format", "json");
    compare(tally, JSON.parse(stdout.toString()).totals.occurrences, occurrences);
    const { stdout: rows } = await run("query", "SELECT sum(n) AS n FROM totals", "--format", "json");
    compare(tally, JSON.parse(rows.toString())[0].n, occurrences);
    expect((await run("ingest", logs)).code).toBe(2);
    tally.injected += 3;
  } finally {
    execFileSync("umount", ["-l", disk]);
  }
  expectNoHarm(tally);
});

test("a store that is locked for three seconds", { timeout: LONG }, async () => {
  const { home, logs, occurrences } = sceneOf(2);
  const store = join(home, "x.db");
  const tally = tallyOf("a store that another program locks for 3 s");
  const run = (...args: string[]) => runCommandLine(commandLine([...args, "--store", store]), { cwd: home, tally });
  await run("ingest", join(logs, "small-0.log"));
  const other = new Database(store);
  other.exec("BEGIN IMMEDIATE");
  const counting = run("ingest", logs);
  setTimeout(() => other.exec("COMMIT"), 3000);
  expect((await counting).code).toBe(0);
  tally.injected++;
  other.close();
  compare(tally, countIn(store, tally), occurrences);
  expectNoHarm(tally);
});

test.skipIf(!hasStrace)(
  "every commit is flushed to the disk, in a store that was there too",
  { timeout: LONG },
  async () => {
    const { home, logs, occurrences } = sceneOf(2);
    const store = join(home, "x.db");
    const tally = tallyOf("commits that are not flushed");
    const args = ["ingest", logs, "--store", store, "--jobs", "1"];
    await runCommandLine(commandLine(["ingest", join(logs, "small-0.log"), "--store", store]), { cwd: home, tally });
    // Reads an old state, so that no checkpoint can flush in place of the commits.
    const reader = new Database(store);
    reader.exec("BEGIN");
    reader.prepare("SELECT count(*) FROM counts").get();
    await runCommandLine(commandLine(["ingest", join(logs, "small-1.log"), "--store", store]), { cwd: home, tally });
    const flushes = await callsOf(args, ["fsync", "fdatasync"], { cwd: home, tally });
    if ((flushes.get("fsync") ?? 0) + (flushes.get("fdatasync") ?? 0) < 2) tally.corrupted++;
    tally.injected++;
    reader.close();
    compare(tally, countIn(store, tally), occurrences);
    expectNoHarm(tally);
  },
);

test("a reader that never ends", { timeout: LONG }, async () => {
  const { home, logs, occurrences } = sceneOf(2);
  const store = join(home, "x.db");
  const tally = tallyOf("a reader that never ends");
  const run = (...args: string[]) => runCommandLine(commandLine([...args, "--store", store]), { cwd: home, tally });
  await run("ingest", join(logs, "small-0.log"));
  const reader = new Database(store, { readonly: true });
  reader.exec("BEGIN");
  reader.prepare("SELECT count(*) FROM counts").get();
  await run("ingest", logs);
  tally.injected++;
  // What the journal has grown to is bounded by what was written.
  expect(statSync(`${store}-wal`).size).toBeLessThan(4 * 2 ** 20);
  reader.close();
  compare(tally, countIn(store, tally), occurrences);
  expectNoHarm(tally);
});

test("twenty starts at once", { timeout: LONG }, async () => {
  const { home, logs, occurrences } = sceneOf(4);
  const store = join(home, "new", "x.db");
  const tally = tallyOf("20 starts at once on one new store");
  const args = ["ingest", logs, "--store", store, "--jobs", "1"];
  await Promise.all(Array.from({ length: 20 }, () => runCommandLine(commandLine(args), { cwd: home, tally })));
  tally.injected += 20;
  await runCommandLine(commandLine(args), { cwd: home, tally });
  compare(tally, countIn(store, tally), occurrences);
  expectNoHarm(tally);
});

test("a store with a byte that is another", { timeout: LONG }, async () => {
  const { home, logs } = sceneOf(4);
  const [good, store] = [join(home, "good.db"), join(home, "x.db")];
  const tally = tallyOf("a byte of the store flipped");
  const run = (...args: string[]) => runCommandLine(commandLine(args), { cwd: home, tally });
  await run("ingest", logs, "--store", good);
  const bytes = readFileSync(good);
  const places = [...(isFull ? [18, 19, 21, 24, 28, 44, 56, 59] : []), 47, ...pointsOf(isFull ? 500 : 3, 3)];
  for (const [index, place] of places.entries()) {
    const spoiled = Buffer.from(bytes);
    const at = index < places.length - (isFull ? 500 : 3) ? place : Math.floor(random() * bytes.length);
    spoiled[at] = (spoiled[at] as number) ^ (1 << Math.floor(random() * 8));
    remove(store);
    writeFileSync(store, spoiled);
    for (const args of [["report"], ["ingest", logs], ["query", "SELECT * FROM totals"]]) {
      const before = tally.corrupted;
      await run(...args, "--store", store);
      if (tally.corrupted > before) console.log(`byte ${at}: ${args[0]}`);
    }
    tally.injected++;
  }
  expectNoHarm(tally);
});

test("a store that is cut, empty, a folder, text, of another program or of a newer version", {
  timeout: LONG,
}, async () => {
  const { home, logs } = sceneOf(2);
  const [good, store] = [join(home, "good.db"), join(home, "x.db")];
  const tally = tallyOf("a store that is cut or none");
  const run = (...args: string[]) => runCommandLine(commandLine(args), { cwd: home, tally });
  await run("ingest", logs, "--store", good);
  const { size } = statSync(good);
  const spoil: (() => void)[] = [
    ...pointsOf(isFull ? 50 : 2, 2).map(() => () => {
      cpSync(good, store);
      truncateSync(store, Math.floor(random() * size));
    }),
    () => writeFileSync(store, "these are notes, no store\n".repeat(50)),
    () => mkdirSync(store),
    () => newerOf(store, "PRAGMA user_version = 9999", good),
    () => newerOf(store, "CREATE TABLE theirs (x); INSERT INTO theirs VALUES (1)", null),
  ];
  for (const [index, make] of spoil.entries()) {
    rmSync(store, { recursive: true, force: true });
    remove(store);
    make();
    const before = index < spoil.length - 4 || statSync(store).isDirectory() ? null : hashOf(store);
    for (const args of [["report"], ["ingest", logs], ["query", "SELECT * FROM totals"], ["prune", "--keep", "1d"]])
      await run(...args, "--store", store);
    if (before !== null && hashOf(store) !== before) tally.corrupted++;
    tally.injected++;
  }
  for (const [command = "", ...args] of [
    ["report"],
    ["query", "SELECT 1"],
    ["trend"],
    ["ack", "10061"],
    ["prune", "--keep", "1d"],
  ]) {
    const { code, stderr } = await run(command, ...args, "--store", join(home, "none.db"));
    expect({ command, code, stderr }).toEqual({
      command,
      code: 2,
      stderr: expect.stringContaining("no store here yet"),
    });
    tally.injected++;
  }
  expectNoHarm(tally);
});

test.skipIf(process.platform === "win32")("a new store is for its owner alone, whatever the umask", async () => {
  const { home, logs } = sceneOf(1);
  const tally = tallyOf("umask 0");
  await runCommandLine(["sh", "-c", `umask 0; exec "$@"`, "sh", ...commandLine(["ingest", logs])], {
    cwd: home,
    tally,
  });
  const rights = ["wsa-annotate", "wsa-annotate/wsa-annotate.db"].map(
    (path) => statSync(join(home, path)).mode & 0o777,
  );
  expect(rights).toEqual([0o700, 0o600]);
  const link = join(home, "link.db");
  symlinkSync("linked.db", link);
  await runCommandLine(commandLine(["ingest", logs, "--store", link]), { cwd: home, tally });
  expect(statSync(join(home, "linked.db")).mode & 0o777).toBe(0o600);
  chmodSync(home, 0o700);
  tally.injected++;
  expectNoHarm(tally);
});

function newerOf(store: string, sql: string, from: string | null): void {
  if (from !== null) cpSync(from, store);
  const db = new Database(store);
  db.exec(sql);
  db.close();
}

function hashOf(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}

function remove(store: string): void {
  for (const suffix of ["", "-wal", "-shm", "-journal"]) rmSync(`${store}${suffix}`, { recursive: true, force: true });
}
