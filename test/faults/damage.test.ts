import { appendFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { catalogue } from "../../src/catalogue/index.ts";
import { WsaError } from "../../src/error.ts";
import { ingest } from "../../src/ingest/ingest.ts";
import { buildReport } from "../../src/report/model/build-report.ts";
import { parsePeriod } from "../../src/report/time/parse-period.ts";
import { openSqliteStore } from "../../src/store/sqlite/sqlite-store.ts";
import { codes } from "../store/scratch.ts";
import { commandLine, countIn, linesOf, occurrencesIn, runCommandLine, type Scene, sceneOf } from "./scene.ts";
import { compare, expectNoHarm, isFull, random, type Tally, tallyOf } from "./tally.ts";

const LONG = 3_600_000;

test("a byte of the store that is another, at 500 places", { timeout: LONG }, async () => {
  const tally = tallyOf("a byte of the store flipped, 500 places");
  const { bytes, ...scene } = await goodStore();
  for (let n = 0; n < 500; n++) {
    const spoiled = Buffer.from(bytes);
    // The header and the schema are a small part of the file, and most of what can go wrong.
    const at = Math.floor(random() * (n % 4 === 0 ? 4096 : bytes.length));
    spoiled[at] = (spoiled[at] as number) ^ (1 << Math.floor(random() * 8));
    await use(scene, spoiled, tally, `byte ${at}`);
  }
  expectNoHarm(tally);
});

test("a store that is cut, at 50 lengths", { timeout: LONG }, async () => {
  const tally = tallyOf("a store that is cut, 50 lengths");
  const { bytes, ...scene } = await goodStore();
  for (let n = 0; n < 50; n++) {
    const length = Math.floor(((n + random()) * bytes.length) / 50);
    await use(scene, bytes.subarray(0, length), tally, `length ${length}`);
  }
  expectNoHarm(tally);
});

const shapes = [
  ...["null", "true", "7", "-1", "1e999", '"text"', "[]", "{}", "[[]]", "[null]", "[7]", '[["1","2"]]', '[[1.5,"x"]]'],
  ...['{"minutes":7}', '{"minutes":[{}],"endpoints":[],"operations":[]}', '{"__proto__":{"minutes":[]}}'],
  ...['{"minutes":[{"minute":0,"code":10061,"n":"many"}],"endpoints":[],"operations":[]}'],
  ...['{"minutes":[{"minute":0,"code":10061,"n":-5}],"endpoints":[],"operations":[]}'],
  ...['{"reading":7,"occurrences":0,"state":null}', '{"reading":"4 UTC","occurrences":-1,"state":null}'],
  ...['{"reading":"4 UTC","occurrences":0,"state":7}', '{"reading":"4 UTC","occurrences":0,"state":{"clock":[]}}'],
  ...['{"reading":"4 UTC","occurrences":0,"state":{"timeline":{"unread":7}},"first":"no"}', "[".repeat(100_000)],
];

test("JSON in the store that is valid and of another shape", { timeout: LONG }, async () => {
  const tally = tallyOf("JSON of another shape in the store");
  const { bytes, ...scene } = await goodStore();
  for (const column of ["resume", "milestones", "unfinished"]) {
    for (const shape of shapes) {
      const change = (db: Database.Database) => db.prepare(`UPDATE generations SET ${column} = ?`).run(shape);
      const isRead = await use(scene, bytes, tally, `${column} ${shape.slice(0, 80)}`, change);
      // Nobody may count on from what he does not understand.
      if (isRead) compare(tally, countIn(scene.store, tally), scene.occurrences);
    }
  }
  expectNoHarm(tally);
});

test("JSON of another shape is a sentence of the program", { timeout: LONG }, async () => {
  const tally = tallyOf("JSON of another shape, told by the program");
  const { bytes, ...scene } = await goodStore();
  for (const column of ["resume", "milestones", "unfinished"]) {
    write(scene.store, bytes);
    const db = new Database(scene.store);
    db.exec(`UPDATE generations SET ${column} = '[7]'`);
    db.close();
    const args = ["ingest", scene.logs, "--store", scene.store];
    const { code, stderr } = await runCommandLine(commandLine(args), { cwd: scene.home, tally });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining("the file is damaged") });
    tally.injected++;
  }
  expectNoHarm(tally);
});

test("a store that is locked for longer than is waited", { timeout: LONG }, async () => {
  const tally = tallyOf("a store that is locked for longer than is waited");
  const { bytes, ...scene } = await goodStore();
  write(scene.store, bytes);
  const other = new Database(scene.store);
  other.exec("BEGIN IMMEDIATE");
  const error = await ingestInto(scene, { busyTimeoutMs: 200 });
  expect(error).toMatchObject({ code: "store-busy", subject: scene.store });
  tally.injected++;
  if (isFull) {
    const args = ["ingest", scene.logs, "--store", scene.store];
    // One minute, and the test's own patience is no longer.
    const { code, stderr } = await runCommandLine(commandLine(args), { cwd: scene.home, tally, longestMs: 120_000 });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining("writing to it for too long") });
    tally.injected++;
  }
  other.exec("COMMIT");
  other.close();
  expect(await ingestInto(scene)).toBeNull();
  compare(tally, countIn(scene.store, tally), scene.occurrences);
  expectNoHarm(tally);
});

interface StoreScene extends Scene {
  readonly store: string;
}

/** The bytes of a store that has counted all logs but for the end of one. */
async function goodStore(): Promise<StoreScene & { readonly bytes: Buffer }> {
  const scene = { ...sceneOf(2), store: "" };
  const good = { ...scene, store: join(scene.home, "good.db") };
  expect(await ingestInto(good)).toBeNull();
  const more = linesOf("long", 3000, 3100);
  appendFileSync(join(scene.logs, "long.log"), more);
  const occurrences = scene.occurrences + occurrencesIn(more);
  return { ...scene, store: join(scene.home, "x.db"), bytes: readFileSync(good.store), occurrences };
}

/** Reads and writes a spoiled store; returns whether that went well. An error of another kind than ours is a crash. */
async function use(
  scene: StoreScene,
  bytes: Uint8Array,
  tally: Tally,
  what: string,
  change: (db: Database.Database) => unknown = () => undefined,
): Promise<boolean> {
  write(scene.store, bytes);
  if (change.length > 0) {
    const db = new Database(scene.store);
    change(db);
    db.close();
  }
  tally.injected++;
  const errors = [await attempt(() => reportOf(scene.store)), await attempt(() => ingestInto(scene))];
  for (const error of errors) {
    if (error === null || error instanceof WsaError) continue;
    tally.corrupted++;
    console.log(what, error);
  }
  return errors.every((error) => error === null);
}

async function attempt(act: () => Promise<unknown>): Promise<unknown> {
  try {
    return await act();
  } catch (error) {
    return error;
  }
}

async function reportOf(path: string): Promise<null> {
  const store = await openSqliteStore({ path, codes: [], readOnly: true });
  try {
    const nowMs = Date.now();
    const scope = { period: parsePeriod({}, "UTC", nowMs), source: null, host: null };
    await store.snapshot((reader) => buildReport(reader, { catalogue, scope, lang: "en", nowMs }));
    return null;
  } finally {
    await store.close();
  }
}

/** Resolves to the first error that the ingestion reported. */
async function ingestInto(
  { logs, store: path }: StoreScene,
  options: { readonly busyTimeoutMs?: number } = {},
): Promise<WsaError | null> {
  let failed: WsaError | null = null;
  const store = await openSqliteStore({ path, codes, ...options });
  try {
    await ingest([logs], {
      ...{ store, host: "here", zone: "UTC" },
      onEvent(event) {
        if (event.kind === "store-failed" || event.kind === "log-failed") failed ??= event.error;
      },
    });
  } finally {
    await store.close();
  }
  return failed;
}

function write(store: string, bytes: Uint8Array): void {
  for (const suffix of ["-wal", "-shm", "-journal"]) rmSync(`${store}${suffix}`, { force: true });
  writeFileSync(store, bytes);
}
