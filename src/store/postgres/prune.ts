import { notePruned, pruneSums } from "../queries/fill-sums.ts";
import type { Pruned } from "../store.ts";
import type { Database } from "./database.ts";
import { lockStore } from "./prepare-schema.ts";
import { countKinds } from "./rows.ts";

const tables = [...countKinds, "samples", "again"];

/** Removes counts and samples from before a Unix second; positions stay, and so does what has no time. */
export async function pruneBefore(server: Database, before: number, dryRun: boolean): Promise<Pruned> {
  const size = await sizeOf(server);
  const removed = await server.write(async (db) => {
    // Nobody may count while the sums that the moment cuts are added up again.
    await lockStore(db);
    await db.rows("LOCK TABLE generations IN EXCLUSIVE MODE");
    const old = "minute > 0 AND minute < $1";
    const figure = async (text: string) => Number((await db.rows<{ n: number }>(text, [before]))[0]?.n ?? 0);
    const occurrences = await figure(`SELECT coalesce(sum(n), 0) AS n FROM counts WHERE ${old}`);
    const samples = await figure(`SELECT count(*) AS n FROM samples WHERE ${old}`);
    let rows = 0;
    for (const table of countKinds) rows += await figure(`SELECT count(*) AS n FROM ${table} WHERE ${old}`);
    if (!dryRun) {
      await db.rows(notePruned(before));
      for (const table of tables) await db.rows(`DELETE FROM ${table} WHERE ${old}`, [before]);
      for (const statement of pruneSums(before)) await db.rows(statement);
    }
    return { occurrences, samples, rows };
  });
  // FULL would lock out the agents; the server uses the freed space again.
  if (!dryRun && removed.rows + removed.samples > 0) await server.use((db) => db.rows(`VACUUM ${tables.join(", ")}`));
  return { ...removed, bytes: [size, await sizeOf(server)] };
}

async function sizeOf(server: Database): Promise<number> {
  const [row] = await server.use((db) =>
    db.rows<{ n: number }>("SELECT sum(pg_total_relation_size(t::regclass)) AS n FROM unnest($1::text[]) AS t", [
      tables,
    ]),
  );
  return row?.n ?? 0;
}
