import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import Database from "better-sqlite3";
import { describe, expect, test } from "vitest";
import type { WsaError } from "../../../src/error.ts";
import { fingerprintOf } from "../../../src/ledger/fingerprint.ts";
import { assertDurable, openConnection } from "../../../src/store/sqlite/prepare-file.ts";
import { applicationId, migrations } from "../../../src/store/sqlite/schema.ts";
import { openSqliteStore } from "../../../src/store/sqlite/sqlite-store.ts";
import { StoreFile } from "../../../src/store/sqlite/store-file.ts";
import { readLog, storedCounts } from "../../ledger/reading.ts";
import { describeStore } from "../contract.ts";
import { everything } from "../everything.ts";
import { codes, scratchFolder } from "../scratch.ts";

const folder = scratchFolder();
let files = 0;
const newPath = () => join(folder, `${++files}`, "store.db");

describe("the SQLite store keeps the contract of stores", () => {
  describeStore(() => {
    const path = newPath();
    return (options) => openSqliteStore({ codes, ...options, path });
  });
});

test("a run has a beginning and an end", async () => {
  const path = newPath();
  const store = await openSqliteStore({ path, codes, version: "1.2.3" });
  const run = await store.begin(1_795_000_000_000);
  await readLog(store, "app.log", "10054\n", undefined, { run });
  await store.finish(run, 1_795_000_009_999);
  expect(rowsIn(path, "SELECT started, finished, version FROM runs")).toEqual([
    { started: 1_795_000_000, finished: 1_795_000_009, version: "1.2.3" },
  ]);
  await store.close();
});

describe("schema 1", () => {
  test("has the tables, views and columns that people write SQL against", async () => {
    const path = newPath();
    await (await openSqliteStore({ path, codes })).close();
    const rows = rowsIn(
      path,
      `SELECT s.name, group_concat(c.name, ' ') AS columns FROM sqlite_schema s JOIN pragma_table_info(s.name) c
       WHERE s.type IN ('table', 'view') AND s.name NOT LIKE 'sqlite_%' GROUP BY s.name ORDER BY s.name`,
    ) as { name: string; columns: string }[];
    expect(Object.fromEntries(rows.map(({ name, columns }) => [name, columns]))).toEqual({
      codes: "code name category retryable title_en title_zh catalogue",
      acks: "code until note acknowledged",
      again: "generation_id kind minute code subject n",
      counts: "generation_id minute code n",
      daily: "day source code name n",
      endpoint_days: "start code endpoint n",
      endpoints: "generation_id minute code endpoint n",
      files: "host path size mtime inode",
      generations:
        "id source_id head_bytes head_hash position window_bytes window_hash unfinished lines time milestones replaces run_id resume first_minute last_minute behind behind_at",
      identities: "uid generation_id",
      hourly: "hour source code name n",
      hours: "code start n",
      operation_days: "start code operation n",
      operations: "generation_id minute code operation n",
      quarters: "code start n first last",
      runs: "id started finished bytes lines occurrences lost_bytes version set_aside lost_messages",
      samples: "id generation_id code line minute opening operation endpoint text",
      source_days: "start code source_id n",
      source_months: "start code source_id n",
      endpoint_months: "start code endpoint n",
      operation_months: "start code operation n",
      pruned: "code source_id n",
      sources: "id host name stem",
      totals: "code name n first last",
    });
    expect(rowsIn(path, "PRAGMA application_id")).toEqual([{ application_id: applicationId }]);
    expect(rowsIn(path, "PRAGMA user_version")).toEqual([{ user_version: migrations.length }]);
  });

  test("tells times in UTC in its views, and NULL where they are unknown", async () => {
    const path = newPath();
    const store = await openSqliteStore({ path, codes });
    await readLog(store, "app.log", "id=1 error 10054\nid=4000 error 10054\nerror 10054\nid=1 10061\n");
    expect(rowsIn(path, "SELECT * FROM hourly ORDER BY hour, code")).toEqual([
      { hour: null, source: "app.log", code: 10054, name: "WSAECONNRESET", n: 1 },
      { hour: "2026-11-18 11:00", source: "app.log", code: 10054, name: "WSAECONNRESET", n: 1 },
      { hour: "2026-11-18 11:00", source: "app.log", code: 10061, name: "WSAECONNREFUSED", n: 1 },
      { hour: "2026-11-18 12:00", source: "app.log", code: 10054, name: "WSAECONNRESET", n: 1 },
    ]);
    expect(rowsIn(path, "SELECT day, n FROM daily WHERE code = 10054 ORDER BY day")).toEqual([
      { day: null, n: 1 },
      { day: "2026-11-18", n: 2 },
    ]);
    expect(rowsIn(path, "SELECT * FROM totals WHERE code = 10054")).toEqual([
      { code: 10054, name: "WSAECONNRESET", n: 3, first: "2026-11-18T11:06:00Z", last: "2026-11-18T12:13:00Z" },
    ]);
    await store.close();
  });

  test("follows the catalogue, and counts codes that it does not know", async () => {
    const path = newPath();
    await (await openSqliteStore({ path, codes })).close();
    const renamed = codes
      .filter(({ code }) => code === 10054)
      .map((row) => ({ ...row, title_en: "reset", retryable: false }));
    const store = await openSqliteStore({ path, codes: renamed });
    expect(rowsIn(path, "SELECT code, title_en, retryable FROM codes")).toEqual([
      { code: 10054, title_en: "reset", retryable: 0 },
      { code: 10061, title_en: "connection refused", retryable: 1 },
    ]);
    await store.close();
  });
});

test("a store of schema 1 is brought up to date, and its logs are read from their beginnings once more", async () => {
  const path = newPath();
  mkdirSync(join(path, ".."));
  fill(path, `PRAGMA application_id = ${applicationId}; ${migrations[0]}; PRAGMA user_version = 1`);
  fill(
    path,
    `INSERT INTO sources VALUES (1, 'here', 'app.log', 'app.log'); INSERT INTO runs VALUES (1, 0, 0, 8, 1, 1, 0, '');
     INSERT INTO generations VALUES (1, 1, 6, '${fingerprintOf("10054\n").hash}', 6, 6, '${fingerprintOf("10054\n").hash}',
       '{"minutes":[],"endpoints":[],"operations":[]}', 1, NULL, '[]', NULL, 1);
     INSERT INTO counts VALUES (1, 0, 10054, 1)`,
  );
  const old = await openSqliteStore({ path, codes, readOnly: true });
  const other = newPath();
  const store = await openSqliteStore({ path: other, codes });
  await store.merge(old, 0);
  await old.close();
  const own = await openSqliteStore({ path, codes });
  for (const [each, file] of [
    [store, other],
    [own, path],
  ] as const) {
    expect(rowsIn(file, "PRAGMA user_version")).toEqual([{ user_version: migrations.length }]);
    expect(await each.exportGenerations()).toMatchObject([{ checkpoint: { position: 6, state: null } }]);
    await readLog(each, "app.log", "10054\n10054\n");
    expect(await storedCounts(each)).toEqual({ 10054: 2 });
    await each.close();
  }
});

test("what schema 2 counted by the day stays a day", async () => {
  const path = newPath();
  mkdirSync(join(path, ".."));
  fill(path, `PRAGMA application_id = ${applicationId}; ${migrations.slice(0, 2).join(";")}; PRAGMA user_version = 2`);
  const unfinished = {
    minutes: [{ minute: 86_460, code: 10061, n: 1 }],
    endpoints: [{ day: 86_400, code: 10061, endpoint: "db", n: 1 }],
    operations: [],
  };
  fill(
    path,
    `INSERT INTO sources VALUES (1, 'here', 'app.log', 'app.log'); INSERT INTO runs VALUES (1, 0, 0, 8, 1, 1, 0, '');
     INSERT INTO generations VALUES (1, 1, 0, '', 0, 0, '', '${JSON.stringify(unfinished)}', 1, NULL, '[]', NULL, 1, NULL);
     INSERT INTO counts VALUES (1, 0, 10061, 2), (1, 86460, 10061, 3);
     INSERT INTO endpoints VALUES (1, 0, 10061, 'db', 2), (1, 86400, 10061, 'db', 3);
     INSERT INTO operations VALUES (1, 86400, 10061, 'connect', 3);
     INSERT INTO again VALUES (1, 'endpoints', 86400, 10061, 'db', 4)`,
  );
  const store = await openSqliteStore({ path, codes, readOnly: true });
  const hour = { ...everything, period: { ...everything.period, since: 86_400 + 3600, until: 86_400 + 7200 } };
  expect(await store.endpointTotals(everything, 9)).toEqual([{ code: 10061, endpoint: "db", n: 5, byDay: 3 }]);
  expect(await store.endpointTotals(hour, 9)).toEqual([{ code: 10061, endpoint: "db", n: 3, byDay: 3 }]);
  expect(await store.operationTotals(hour)).toEqual([{ code: 10061, operation: "connect", n: 3 }]);
  expect((await store.exportContent(1)).held).toContainEqual({
    kind: "endpoints",
    minute: 86_401,
    code: 10061,
    subject: "db",
    n: 7,
    again: 4,
  });
  const [generation] = await store.exportGenerations();
  expect(generation?.unfinished.endpoints).toEqual([{ minute: 86_401, code: 10061, endpoint: "db", n: 1 }]);
  await store.close();
});

test("every commit reaches the disk before it is reported, on the first connection and on later ones", async () => {
  const path = newPath();
  for (const _ of "ab") {
    const file = new StoreFile({ path, codes });
    const setting = (name: string) => file.use((db) => db.pragma(name, { simple: true }));
    expect(await setting("synchronous")).toBe(2);
    expect(await setting("journal_mode")).toBe("wal");
    expect(await setting("trusted_schema")).toBe(0);
    expect(await setting("foreign_keys")).toBe(1);
    await expect(file.use((db) => db.pragma("synchronous = NORMAL"))).rejects.toThrow(/synchronous/);
    expect(await setting("synchronous")).toBe(2);
    file.close();
  }
});

test.each([
  ["a text file", "store", (path: string) => writeFileSync(path, "these are notes, not a database\n".repeat(9))],
  ["a short file", "store", (path: string) => writeFileSync(path, "x")],
  [
    "another program's database",
    "store",
    (path: string) => fill(path, "PRAGMA application_id = 7; CREATE TABLE t (x)"),
  ],
  ["a database without an owner", "store", (path: string) => fill(path, "CREATE TABLE t (x)")],
  [
    "a database without an owner in WAL mode",
    "store",
    (path: string) => fill(path, "PRAGMA journal_mode = WAL; CREATE TABLE t (x)"),
  ],
  [
    "a store of a newer version",
    "store-newer",
    (path: string) =>
      fill(path, `PRAGMA application_id = ${applicationId}; PRAGMA user_version = 99; CREATE TABLE t (x)`),
  ],
])("%s is refused and left as it is", async (_, code, create) => {
  const path = newPath();
  mkdirSync(join(path, ".."));
  create(path);
  const before = hashOf(path);
  for (const readOnly of [false, true]) {
    await expect(openSqliteStore({ path, codes, readOnly })).rejects.toMatchObject({ code, subject: path, hint: /.+/ });
    expect(hashOf(path)).toBe(before);
  }
});

test("a folder is refused", async () => {
  await expect(openSqliteStore({ path: folder, codes })).rejects.toMatchObject({ code: "store", subject: folder });
});

test("a damaged store is refused in plain words", async () => {
  const path = newPath();
  const store = await openSqliteStore({ path, codes });
  await readLog(store, "app.log", "error 10054\n");
  await store.close();
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.fill(0xa5, 100, 4096));
  await expect(openSqliteStore({ path, codes })).rejects.toMatchObject({
    name: "WsaError",
    code: "store",
    subject: path,
  });
});

test("a store that is only to be read is neither created nor changed", async () => {
  const path = newPath();
  await expect(openSqliteStore({ path, codes, readOnly: true })).rejects.toMatchObject({
    code: "store",
    message: "there is no store here yet",
  });
  expect(readdirSync(folder)).not.toContain(`${files}`);
  await (await openSqliteStore({ path, codes: [] })).close();
  const before = hashOf(path);
  const store = await openSqliteStore({ path, codes, readOnly: true });
  expect(await store.codeTotals(everything)).toEqual([]);
  await expect(readLog(store, "app.log", "10054\n")).rejects.toMatchObject({ code: "store" });
  await store.close();
  expect(hashOf(path)).toBe(before);
});

test("another writer is waited for, and given up on when it takes too long", async () => {
  const path = newPath();
  const store = await openSqliteStore({ path, codes, busyTimeoutMs: 200 });
  const other = new Database(path);
  other.exec("BEGIN IMMEDIATE");
  await expect(readLog(store, "app.log", "error 10054\n")).rejects.toMatchObject({ code: "store-busy", subject: path });
  const patient = await openSqliteStore({ path, codes: [], busyTimeoutMs: 20_000 });
  const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;
  const before = timers();
  const counted = readLog(patient, "app.log", "error 10054\n");
  // It was refused once and waits for its next try.
  while (timers() <= before) await nextTurn();
  other.exec("COMMIT");
  expect((await counted).occurrences).toBe(1);
  expect(await storedCounts(store)).toEqual({ 10054: 1 });
  for (const each of [store, patient]) await each.close();
  other.close();
});

const canMount = mountsWork();
if (!canMount) console.log("skipped: the test of a full disk mounts a small file system, and only root may do that");

test.runIf(canMount)(
  "a full disk is reported, and when there is space again nothing is missing or doubled",
  async () => {
    const disk = join(folder, "disk");
    mkdirSync(disk);
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=1m", "none", disk]);
    try {
      const store = await openSqliteStore({ path: join(disk, "store.db"), codes, busyTimeoutMs: 1000 });
      const log = Array.from({ length: 30_000 }, (_, id) => `id=${id * 60} error 10054\n`).join("");
      const reading = readLog(store, "app.log", log, { group: 1, flushEvery: 3000 });
      await expect(reading).rejects.toMatchObject({ name: "WsaError", code: "store-full" });
      execFileSync("mount", ["-o", "remount,size=32m", disk]);
      await readLog(store, "app.log", log, { group: 1, flushEvery: 3000 });
      expect(await storedCounts(store)).toEqual({ 10054: 30_000 });
      expect(rowsIn(join(disk, "store.db"), "PRAGMA integrity_check")).toEqual([{ integrity_check: "ok" }]);
      await store.close();
    } finally {
      execFileSync("umount", ["-l", disk]);
    }
  },
);

test.runIf(canMount)(
  "a store in a folder that cannot be written is read, and says why it cannot be changed",
  async () => {
    const disk = join(folder, "read-only");
    mkdirSync(disk);
    execFileSync("mount", ["-t", "tmpfs", "none", disk]);
    try {
      await (await openSqliteStore({ path: join(disk, "store.db"), codes })).close();
      execFileSync("mount", ["-o", "remount,ro", disk]);
      const path = join(disk, "store.db");
      const reader = await openSqliteStore({ path, codes, readOnly: true });
      expect((await reader.runTotals()).runs).toBe(0);
      await reader.close();
      const error = await openSqliteStore({ path, codes }).catch((cause: WsaError) => cause);
      expect(error).toMatchObject({ name: "WsaError", code: "store", subject: path, hint: /folder/ });
    } finally {
      execFileSync("umount", ["-l", disk]);
    }
  },
);

test.skipIf(process.platform === "win32")("a store and the folders made for it are for their owner alone", async () => {
  const path = join(folder, "made", "for-it", "store.db");
  const store = await openSqliteStore({ path, codes });
  await readLog(store, "app.log", "error 10054\n");
  const rights = (of: string) => statSync(of).mode & 0o777;
  expect([join(folder, "made"), join(folder, "made", "for-it")].map(rights)).toEqual([0o700, 0o700]);
  expect([path, `${path}-wal`, `${path}-shm`].map(rights)).toEqual([0o600, 0o600, 0o600]);
  await store.close();
});

test("a commit waits for the disk on every connection, the first and the later ones, with and without --durable", () => {
  for (const durable of [false, true]) {
    for (let time = 0; time < 2; time++) {
      const db = openConnection({ path: join(folder, `durable-${durable}.db`), codes, durable }, 1000, false);
      db.exec("UPDATE codes SET retryable = 1 - retryable");
      assertDurable(db, durable);
      expect(db.pragma("synchronous", { simple: true })).toBe(durable ? 3 : 2);
      expect(db.pragma("fullfsync", { simple: true })).toBe(durable ? 1 : 0);
      db.pragma("synchronous = NORMAL");
      expect(() => assertDurable(db, durable)).toThrow(/synchronous/);
      db.close();
    }
  }
});

/** What another SQLite program reads from a store that is open. */
function rowsIn(path: string, sql: string): unknown[] {
  const db = new Database(path, { readonly: true });
  const rows = db.prepare(sql).all();
  db.close();
  return rows;
}

function fill(path: string, sql: string): void {
  const db = new Database(path);
  db.exec(sql);
  db.close();
}

function hashOf(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}

function mountsWork(): boolean {
  try {
    execFileSync("mount", ["-t", "tmpfs", "none", folder], { stdio: "ignore" });
    execFileSync("umount", ["-l", folder]);
    return true;
  } catch {
    return false;
  }
}

test("a program that is asked to end waits for another writer for seconds, not for a minute", {
  timeout: 20_000,
}, async () => {
  const path = newPath();
  const stopping = new AbortController();
  const file = new StoreFile({ path, codes, stop: stopping.signal });
  await file.use(() => undefined);
  const other = new Database(path);
  other.exec("BEGIN IMMEDIATE");
  stopping.abort();
  await expect(file.write(() => undefined)).rejects.toMatchObject({ code: "store-busy" });
  other.exec("COMMIT");
  await file.write(() => undefined);
  other.close();
  file.close();
});
