import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { applicationId, migrations } from "../../src/store/sqlite/schema.ts";
import { callsOf, commandLine, countIn, hasStrace, linesOf, occurrencesIn, runCommandLine, sceneOf } from "./scene.ts";
import { compare, expectNoHarm, isFull, pointsOf, type Tally, tallyOf } from "./tally.ts";

/** System calls that change files. */
const calls = ["pwrite64", "write", "fsync", "ftruncate", "unlink", "rename"];

/** What a run with a protection taken away is limited to. */
const only = process.env["WSA_FAULTS_CALLS"]?.split(",");

/** Kills a command at every call, and the one that comes next as well; then it runs through and is looked at. */
async function killEverywhere({
  name,
  few,
  home,
  args,
  prepare,
  check,
}: {
  readonly name: string;
  /** How many points of each call are enough in a short run. */
  readonly few: number;
  readonly home: string;
  readonly args: readonly string[];
  readonly prepare: () => void;
  /** `isEnd`: after the command has run through. */
  readonly check: (tally: Tally, isEnd: boolean) => void;
}): Promise<void> {
  const all: Tally[] = [];
  prepare();
  const counting = tallyOf(`kill -9 during ${name}: none`);
  const seen = await callsOf(args, calls, { cwd: home, tally: counting });
  check(counting, true);
  counting.injected++;
  all.push(counting);
  for (const call of calls) {
    const most = seen.get(call) ?? 0;
    if (only !== undefined && !only.includes(call)) continue;
    if (most === 0 || (call === "write" && !isFull && !name.startsWith("report"))) continue;
    const tally = tallyOf(`kill -9 during ${name} at each ${call}, twice`);
    all.push(tally);
    for (const n of pointsOf(most, few)) {
      prepare();
      const options = { cwd: home, tally };
      await runCommandLine(commandLine(args, `${call}:signal=KILL:when=${n}`), options);
      check(tally, false);
      await runCommandLine(commandLine(args, `${call}:signal=KILL:when=${1 + ((n * 7) % most)}`), options);
      check(tally, false);
      await runCommandLine(commandLine(args), options);
      check(tally, true);
      tally.injected += 2;
    }
  }
  for (const tally of all) expectNoHarm(tally);
}

/** Writes what a store holds into a new one of the first schema, which counted endpoints and operations by the day. */
function toFirstSchema(newest: string, first: string): void {
  const db = new Database(first);
  db.exec(`PRAGMA application_id = ${applicationId}; ${migrations[0]}; PRAGMA user_version = 1`);
  db.exec(`ATTACH '${newest}' AS newest; BEGIN; PRAGMA defer_foreign_keys = ON`);
  const columnsOf = (table: string) => db.pragma(`main.table_info(${table})`) as { readonly name: string }[];
  const tables = db.prepare("SELECT name FROM main.sqlite_schema WHERE type = 'table'").pluck().all() as string[];
  for (const table of tables.filter((name) => !["again", "sqlite_sequence"].includes(name))) {
    const columns = columnsOf(table).map(({ name }) => name);
    const values = columns.map((name) => (name === "day" ? "minute - minute % 86400" : name === "n" ? "sum(n)" : name));
    const keys = columns.includes("n") ? `GROUP BY ${values.slice(0, -1)}` : "";
    db.exec(`INSERT INTO main.${table} (${columns}) SELECT ${values} FROM newest.${table} ${keys}`);
  }
  db.exec("COMMIT");
  db.close();
}

const LONG = 3_600_000;

test.skipIf(!hasStrace)("an ingest of many logs", { timeout: LONG }, async () => {
  const { home, logs, occurrences } = sceneOf(40);
  const store = join(home, "x.db");
  await killEverywhere({
    ...{ name: "ingest", few: 2, home },
    args: ["ingest", logs, "--store", store, "--jobs", "1"],
    prepare: () => remove(store),
    check: (tally, isEnd) => {
      if (isEnd) compare(tally, countIn(store, tally), occurrences);
    },
  });
});

test.skipIf(!hasStrace)("a merge", { timeout: LONG }, async () => {
  const { home, logs, occurrences } = sceneOf(4);
  const [one, other, into] = ["one.db", "other.db", "into.db"].map((name) => join(home, name)) as [
    string,
    string,
    string,
  ];
  const tally = tallyOf("merge: preparing");
  const ingest = (store: string, ...paths: string[]) =>
    runCommandLine(commandLine(["ingest", ...paths, "--store", store]), { cwd: home, tally });
  await ingest(one, join(logs, "long.log"), join(logs, "app.log.1"));
  await ingest(other, logs);
  tally.injected++;
  await killEverywhere({
    ...{ name: "merge", few: 1, home },
    args: ["merge", other, "--store", into],
    prepare: () => {
      remove(into);
      cpSync(one, into);
    },
    check: (tally, isEnd) => {
      if (isEnd) compare(tally, countIn(into, tally), occurrences);
    },
  });
});

test.skipIf(!hasStrace)("a prune", { timeout: LONG }, async () => {
  const { home, logs } = sceneOf(0);
  const [full, store] = [join(home, "full.db"), join(home, "x.db")];
  const tally = tallyOf("prune: preparing");
  const today = new Date().toISOString().slice(0, 10);
  const recent = linesOf("recent", 0, 500).replaceAll("2026-11-20", today);
  writeFileSync(join(logs, "recent.log"), recent);
  writeFileSync(join(logs, "long.log"), linesOf("long", 0, 3000).replaceAll("2026-11-20", "2001-11-20"));
  await runCommandLine(commandLine(["ingest", join(logs, "recent.log"), join(logs, "long.log"), "--store", full]), {
    cwd: home,
    tally,
  });
  tally.injected++;
  await killEverywhere({
    ...{ name: "prune", few: 1, home },
    args: ["prune", "--keep", "30d", "--store", store],
    prepare: () => {
      remove(store);
      cpSync(full, store);
    },
    check: (tally, isEnd) => {
      if (ask(store, "PRAGMA integrity_check") !== "ok") tally.corrupted++;
      if (isEnd) compare(tally, Number(ask(store, "SELECT total(n) FROM counts")), occurrencesIn(recent));
    },
  });
});

test.skipIf(!hasStrace)("the step to a newer schema", { timeout: LONG }, async () => {
  const { home, logs, occurrences } = sceneOf(2);
  const [old, newest, store] = ["old.db", "newest.db", "x.db"].map((name) => join(home, name)) as [
    string,
    string,
    string,
  ];
  const tally = tallyOf("migration: preparing");
  await runCommandLine(commandLine(["ingest", join(logs, "long.log"), "--store", newest]), { cwd: home, tally });
  tally.injected++;
  toFirstSchema(newest, old);
  await killEverywhere({
    ...{ name: "migration", few: 1, home },
    args: ["ingest", logs, "--store", store, "--jobs", "1"],
    prepare: () => {
      remove(store);
      cpSync(old, store);
    },
    check: (tally, isEnd) => {
      if (isEnd) compare(tally, countIn(store, tally), occurrences);
    },
  });
});

test.skipIf(!hasStrace)("a report's file", { timeout: LONG }, async () => {
  const { home, logs } = sceneOf(2);
  const [store, file, whole] = [join(home, "x.db"), join(home, "out", "night.html"), join(home, "whole.html")];
  const tally = tallyOf("report: preparing");
  const run = (...args: string[]) => runCommandLine(commandLine(args), { cwd: home, tally });
  mkdirSync(join(home, "out"));
  await run("ingest", logs, "--store", store);
  await run("report", "--store", store, "--output", whole);
  tally.injected++;
  const fresh = readFileSync(whole, "utf8");
  expect(fresh).toContain("10061");
  // strace counts calls by thread, so the one that writes the file is not sure to be met: a limit on its size is.
  writeFileSync(file, "the old one\n");
  const limit = Math.floor(Buffer.byteLength(fresh) / 512) - 1;
  const short = ["sh", "-c", `ulimit -f ${limit}; exec "$@"`, "sh"];
  await runCommandLine([...short, ...commandLine(["report", "--store", store, "--output", file])], {
    cwd: home,
    tally,
  });
  if (readFileSync(file, "utf8") !== "the old one\n") tally.corrupted++;
  expect(limit * 512).toBeGreaterThan(32_768); // What SQLite maps beside the store.
  expectNoHarm(tally);
  await killEverywhere({
    ...{ name: "report --output", few: 1, home },
    args: ["report", "--store", store, "--output", file],
    prepare: () => writeFileSync(file, "the old one\n"),
    check: (tally, isEnd) => {
      const there = readFileSync(file, "utf8");
      if (there !== fresh && (isEnd || there !== "the old one\n")) tally.corrupted++;
    },
  });
});

function remove(store: string): void {
  for (const suffix of ["", "-wal", "-shm", "-journal"]) rmSync(`${store}${suffix}`, { force: true });
}

function ask(store: string, sql: string): unknown {
  if (!existsSync(store)) return null;
  const db = new Database(store);
  try {
    return db.prepare(sql).pluck().get();
  } finally {
    db.close();
  }
}
