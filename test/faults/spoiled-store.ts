import { appendFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect } from "vitest";
import { catalogue } from "../../src/catalogue/index.ts";
import { WsaError } from "../../src/error.ts";
import { ingest } from "../../src/ingest/ingest.ts";
import { buildReport } from "../../src/report/model/build-report.ts";
import { parsePeriod } from "../../src/report/time/parse-period.ts";
import { openSqliteStore } from "../../src/store/sqlite/sqlite-store.ts";
import { codes } from "../store/scratch.ts";
import { linesOf, occurrencesIn, type Scene, sceneOf } from "./scene.ts";
import type { Tally } from "./tally.ts";

/** Logs, the path of a store, and what is right to be counted there in the end. */
export interface StoreScene extends Scene {
  readonly store: string;
}

/** A log that is counted, and what it grew by since. */
export interface GrownLog {
  readonly name: string;
  readonly before: string;
  readonly more: string;
  readonly occurrences: number;
}

/** The bytes of a store that has counted all logs but for what they grew by. */
export async function goodStore(further: readonly GrownLog[] = []): Promise<StoreScene & { readonly bytes: Buffer }> {
  const scene = { ...sceneOf(2), store: "" };
  const good = { ...scene, store: join(scene.home, "good.db") };
  for (const { name, before } of further) writeFileSync(join(scene.logs, name), before);
  expect(await ingestInto(good)).toBeNull();
  const more = linesOf("long", 3000, 3100);
  for (const log of [{ name: "long.log", more }, ...further]) appendFileSync(join(scene.logs, log.name), log.more);
  const occurrences = further.reduce((sum, log) => sum + log.occurrences, scene.occurrences + occurrencesIn(more));
  return { ...scene, store: join(scene.home, "x.db"), bytes: readFileSync(good.store), occurrences };
}

/** Reads and writes a spoiled store; returns whether that went well. An error of another kind than ours is a crash. */
export async function use(
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
export async function ingestInto(
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

export function write(store: string, bytes: Uint8Array): void {
  for (const suffix of ["-wal", "-shm", "-journal"]) rmSync(`${store}${suffix}`, { force: true });
  writeFileSync(store, bytes);
}
