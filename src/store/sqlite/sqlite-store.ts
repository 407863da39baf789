import type { FileHint } from "../../log/file-hint.ts";
import { mergeGenerations } from "../merge/merge-generations.ts";
import { createQuestions } from "../queries/create-questions.ts";
import type { Questions } from "../questions.ts";
import { samplesPerCode } from "../samples.ts";
import type { Store } from "../store.ts";
import { SumChanges } from "../sum-changes.ts";
import { type Run, writeBatches } from "./batch.ts";
import { readBeginning } from "./beginning.ts";
import { createMergeTarget } from "./merge-target.ts";
import { pruneBefore } from "./prune.ts";
import { runQuery } from "./query.ts";
import type { SqliteOptions } from "./sqlite-options.ts";
import { prepared, rowsOf } from "./statements.ts";
import { StoreFile } from "./store-file.ts";
import { writeSums } from "./sums.ts";

/** Opens the store in a SQLite file, creating it and its folders unless it is only to be read. */
export async function openSqliteStore(options: SqliteOptions): Promise<Store> {
  const file = new StoreFile(options);
  await file.use(() => undefined);
  return createSqliteStore(options, file);
}

function createSqliteStore(options: SqliteOptions, file: StoreFile): Store {
  const { path, version = "", maxSamplesPerCode = samplesPerCode } = options;
  const runs: Run[] = [];

  return {
    ...questionsTo(file),

    async begin(started) {
      return runs.push({ started: toSeconds(started), id: null }) - 1;
    },

    async generationsFor(key, source) {
      return await file.use((db) => db.transaction(() => readBeginning(db, key, source)).deferred());
    },

    async commit(batch) {
      const [committed = null] = await this.commitAll([batch]);
      return committed;
    },

    async commitAll(batches) {
      const written = await file.write((db) => writeBatches(db, batches, runs, { version, maxSamplesPerCode }));
      for (const [number, run] of written.runs) runs[number] = run;
      return written.committed;
    },

    async finish(run, finished) {
      const id = runs[run]?.id ?? null;
      if (id === null) return;
      await file.use((db) => prepared(db, "UPDATE runs SET finished = ? WHERE id = ?").run(toSeconds(finished), id));
    },

    async fileHints(host) {
      return await file.use((db) =>
        prepared<[string], FileHint>(
          db,
          "SELECT path, size, mtime AS mtimeNs, inode FROM files WHERE host = ? ORDER BY path",
        ).all(host),
      );
    },

    async rememberFiles(host, files) {
      await file.write((db) => {
        const put = prepared(db, "INSERT OR REPLACE INTO files VALUES (@host, @path, @size, @mtimeNs, @inode)");
        for (const one of files) put.run({ host, ...one });
      });
    },

    async merge(from, started) {
      const run = { started: toSeconds(started), version };
      return await mergeGenerations(from, (work) =>
        file.writeInSteps(async (db) => {
          const sums = new SumChanges();
          const result = await work(createMergeTarget(db, run, sums));
          writeSums(db, sums);
          return result;
        }),
      );
    },

    async prune(before, dryRun) {
      return await file.use((db) => pruneBefore(db, before, dryRun));
    },

    async acknowledge(acks) {
      await file.write((db) => {
        const put = prepared(db, "INSERT OR REPLACE INTO acks VALUES (@code, @until, @note, @acknowledged)");
        for (const ack of acks) put.run(ack);
      });
    },

    async withdraw(codes) {
      return await file.write((db) => {
        const remove = prepared(db, "DELETE FROM acks WHERE code = ?");
        return codes.filter((code) => remove.run(code).changes > 0);
      });
    },

    async snapshot(work) {
      // A connection of its own, so that the work may wait between its questions while this one goes on writing.
      const reader = new StoreFile({ ...options, readOnly: true }, true);
      try {
        await reader.use((db) => {
          if (!db.inTransaction) db.exec("BEGIN");
          return db.prepare("SELECT count(*) FROM sources").get();
        });
        return await work(questionsTo(reader));
      } finally {
        reader.close();
      }
    },

    version: () => file.version(),

    query: (sql, limits = {}) => runQuery({ ...limits, path, sql }),

    async close() {
      file.close();
    },
  };
}

function questionsTo(file: StoreFile): Questions {
  return createQuestions((query) => file.use((db) => rowsOf(db, query)));
}

function toSeconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000);
}
