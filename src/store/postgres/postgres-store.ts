import { randomUUID } from "node:crypto";
import type { Batch } from "../../ledger/batch.ts";
import type { FileHint } from "../../log/file-hint.ts";
import { mergeGenerations } from "../merge/merge-generations.ts";
import { createQuestions } from "../queries/create-questions.ts";
import { samplesPerCode } from "../samples.ts";
import type { Store } from "../store.ts";
import { SumChanges } from "../sum-changes.ts";
import { listenTo } from "./announce.ts";
import { type Run, type WrittenBatches, writeBatches } from "./batch.ts";
import { readBeginning } from "./beginning.ts";
import { type Connection, Database, rowsOf } from "./database.ts";
import { openLeases } from "./leases.ts";
import { createMergeTarget } from "./merge-target.ts";
import type { PostgresOptions } from "./postgres-options.ts";
import { lockStore, prepareSchema } from "./prepare-schema.ts";
import { pruneBefore } from "./prune.ts";
import { runQuery } from "./query.ts";
import { writeSums } from "./sums.ts";

/** Opens the store in a PostgreSQL database, creating its tables unless it is only to be read. */
export async function openPostgresStore(options: PostgresOptions): Promise<Store> {
  const server = new Database(options);
  try {
    await prepareSchema(server, options);
  } catch (error) {
    await server.close();
    throw error;
  }
  return createPostgresStore(options, server);
}

function createPostgresStore(options: PostgresOptions, server: Database): Store {
  const { address, version = "", maxSamplesPerCode = samplesPerCode } = options;
  const runs: Run[] = [];

  return {
    ...createQuestions((query) => server.use((db) => rowsOf(db, query))),

    async begin(started) {
      return runs.push({ started: toSeconds(started), id: null }) - 1;
    },

    async generationsFor(key, source) {
      return await server.read((db) => readBeginning(db, key, source));
    },

    async commit(batch) {
      const [committed = null] = await this.commitAll([batch]);
      return committed;
    },

    async commitAll(batches) {
      const name = randomUUID();
      let before: WrittenBatches | undefined;
      const written = await server.write(async (db, attempt) => {
        await lockFor(db, batches);
        // The COMMIT of an earlier attempt may have arrived although its answer did not.
        if (attempt > 0 && before !== undefined && (await isCommitted(db, name))) return before;
        before = await writeBatches(db, batches, runs, { version, maxSamplesPerCode, name });
        return before;
      });
      for (const [number, run] of written.runs) runs[number] = run;
      return written.committed;
    },

    async finish(run, finished) {
      const id = runs[run]?.id ?? null;
      if (id === null) return;
      await server.use((db) => db.rows("UPDATE runs SET finished = $1 WHERE id = $2", [toSeconds(finished), id]));
    },

    async fileHints(host) {
      return await server.use((db) =>
        db.rows<FileHint>(`SELECT path, size, mtime AS "mtimeNs", inode FROM files WHERE host = $1 ORDER BY path`, [
          host,
        ]),
      );
    },

    async rememberFiles(host, files) {
      const last = [...new Map(files.map((file) => [file.path, file])).values()];
      const rows = last.sort((a, b) => (a.path < b.path ? -1 : 1));
      await server.write((db) =>
        db.rows(
          `INSERT INTO files SELECT $1, * FROM unnest($2::text[], $3::bigint[], $4::text[], $5::text[])
           ON CONFLICT (host, path) DO UPDATE SET size = excluded.size, mtime = excluded.mtime, inode = excluded.inode`,
          [
            host,
            rows.map(({ path }) => path),
            rows.map(({ size }) => size),
            rows.map(({ mtimeNs }) => mtimeNs),
            rows.map(({ inode }) => inode),
          ],
        ),
      );
    },

    async merge(from, started) {
      const run = { started: toSeconds(started), version };
      // A merge that is cut short is finished by the next one.
      return await mergeGenerations(from, (work) =>
        server.writeOnce(async (db) => {
          await lockStore(db);
          await db.rows("LOCK TABLE generations IN SHARE ROW EXCLUSIVE MODE");
          const sums = new SumChanges();
          const result = await work(createMergeTarget(db, run, sums));
          await writeSums(db, sums);
          return result;
        }),
      );
    },

    async prune(before, dryRun) {
      return await pruneBefore(server, before, dryRun);
    },

    async acknowledge(acks) {
      await server.write(async (db) => {
        for (const { code, until, note, acknowledged } of acks)
          await db.rows(
            `INSERT INTO acks VALUES ($1, $2, $3, $4) ON CONFLICT (code) DO UPDATE
             SET until = excluded.until, note = excluded.note, acknowledged = excluded.acknowledged`,
            [code, until, note, acknowledged],
          );
      });
    },

    async withdraw(codes) {
      const marked = await server.write((db) =>
        db.rows<{ code: number }>("DELETE FROM acks WHERE code = ANY ($1::bigint[]) RETURNING code", [codes]),
      );
      const left = new Set(marked.map(({ code }) => code));
      return codes.filter((code) => left.delete(code));
    },

    async snapshot(work) {
      return await server.read((db) => work(createQuestions((query) => rowsOf(db, query))));
    },

    async version() {
      const [row] = await server.use((db) => db.rows<{ now: string }>("SELECT pg_current_snapshot()::text AS now"));
      return row?.now ?? "";
    },

    leases: (group) => openLeases(address, group),

    listen: (changed) => listenTo(address, changed),

    query: (sql, limits = {}) => runQuery(address, sql, limits),

    async close() {
      await server.close();
    },
  };
}

/**
 * Locks what batches change, in one order. New generations get their ids and are committed one after the other, because
 * a log that somebody else has begun since is known by a higher id.
 */
async function lockFor(db: Connection, batches: readonly Batch[]): Promise<void> {
  if (batches.some(({ generation }) => generation === null)) await lockStore(db);
  const known = batches.flatMap(({ generation }) => generation ?? []);
  if (known.length > 0)
    await db.rows("SELECT 1 FROM generations WHERE id = ANY ($1::bigint[]) ORDER BY id FOR UPDATE", [known]);
}

async function isCommitted(db: Connection, name: string): Promise<boolean> {
  return (await db.rows("SELECT 1 FROM runs WHERE last_commit = $1", [name])).length > 0;
}

function toSeconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000);
}
