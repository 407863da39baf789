import type { Lag } from "../../ledger/batch.ts";
import type { Generation } from "../../ledger/generation.ts";
import { type LogName, logStem } from "../../log/log-name.ts";
import { toGenerationColumns } from "../queries/generation-row.ts";
import type { Connection } from "./database.ts";

/** A generation as it is written; `run` is the run that counted here last. */
export type WrittenGeneration = Omit<Generation, "id" | "source"> & { readonly run: number; readonly lag?: Lag };

/** Inserts a generation, and its source where that is new; returns its id. */
export async function insertGeneration(
  db: Connection,
  { host, name }: LogName,
  generation: WrittenGeneration,
  replaces: number | null,
): Promise<number> {
  await db.rows("INSERT INTO sources (host, name, stem) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", [
    host,
    name,
    logStem(name),
  ]);
  const row = { ...toGenerationColumns(generation), run_id: generation.run, replaces };
  const columns = Object.keys(row);
  // Not a sequence: ids are never left out or used again, and are committed in their order.
  const [next] = await db.rows<{ id: number }>(
    "UPDATE wsa_annotate SET last_generation = last_generation + 1 RETURNING last_generation AS id",
  );
  const { id } = next as { id: number };
  await db.rows(
    `INSERT INTO generations (id, source_id, ${columns.join(", ")})
     SELECT $3::bigint, id, ${columns.map((column, index) => `$${index + 4}::${typeOf(column)}`).join(", ")} FROM sources
     WHERE host = $1 AND name = $2`,
    [host, name, id, ...Object.values(row)],
  );
  return id;
}

/** Overwrites how far a generation was read. */
export async function updateGeneration(db: Connection, id: number, generation: WrittenGeneration): Promise<void> {
  const row = { ...toGenerationColumns(generation), run_id: generation.run };
  const columns = Object.keys(row).map((column, index) => `${column} = $${index + 2}`);
  await db.rows(`UPDATE generations SET ${columns.join(", ")} WHERE id = $1`, [id, ...Object.values(row)]);
}

function typeOf(column: string): "text" | "bigint" {
  return /hash|unfinished|milestones|resume/.test(column) ? "text" : "bigint";
}
