import { notePruned, pruneSums } from "../queries/fill-sums.ts";
import type { Pruned } from "../store.ts";
import { countTables } from "./count-tables.ts";
import type { Connection } from "./sqlite.ts";

/**
 * Removes counts and samples from before a Unix second. Those without a time stay, and so do the positions of all logs,
 * so that nothing is counted again.
 */
export function pruneBefore(db: Connection, before: number, dryRun: boolean): Pruned {
  const size = sizeOf(db);
  const figure = (sql: string) => Number(db.prepare(sql).pluck().get(before));
  const removed = db
    .transaction(() => {
      const occurrences = figure("SELECT total(n) FROM counts WHERE minute > 0 AND minute < ?");
      const samples = figure("SELECT count(*) FROM samples WHERE minute > 0 AND minute < ?");
      let rows = 0;
      if (!dryRun) db.exec(notePruned(before));
      for (const { kind } of countTables) {
        const old = `FROM ${kind} WHERE minute > 0 AND minute < ?`;
        rows += figure(`SELECT count(*) ${old}`);
        if (!dryRun) db.prepare(`DELETE ${old}`).run(before);
      }
      if (!dryRun) {
        db.prepare("DELETE FROM samples WHERE minute > 0 AND minute < ?").run(before);
        db.prepare("DELETE FROM again WHERE minute > 0 AND minute < ?").run(before);
        for (const statement of pruneSums(before)) db.exec(statement);
      }
      return { occurrences, samples, rows };
    })
    .immediate();
  if (!dryRun && removed.rows + removed.samples > 0) db.exec("VACUUM");
  return { ...removed, bytes: [size, sizeOf(db)] };
}

function sizeOf(db: Connection): number {
  return Number(db.pragma("page_count", { simple: true })) * Number(db.pragma("page_size", { simple: true }));
}
