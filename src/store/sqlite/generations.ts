import type { Lag } from "../../ledger/batch.ts";
import type { Generation } from "../../ledger/generation.ts";
import { type LogName, logStem } from "../../log/log-name.ts";
import { toGenerationColumns } from "../queries/generation-row.ts";
import type { Connection } from "./sqlite.ts";
import { prepared } from "./statements.ts";

/** A generation as it is written; `run` is the run that counted here last. */
export type WrittenGeneration = Omit<Generation, "id" | "source"> & { readonly run: number; readonly lag?: Lag };

/** Inserts a generation, and its source where that is new; returns its id. */
export function insertGeneration(
  db: Connection,
  { host, name }: LogName,
  generation: WrittenGeneration,
  replaces: number | null,
): number {
  prepared(db, insertSource).run(host, name, logStem(name));
  const values = { ...toGenerationColumns(generation), run_id: generation.run, replaces, host, name };
  return Number(prepared(db, insertSql).run(values).lastInsertRowid);
}

/** Overwrites how far a generation was read. */
export function updateGeneration(db: Connection, id: number, generation: WrittenGeneration): void {
  prepared(db, updateSql).run({ ...toGenerationColumns(generation), run_id: generation.run, id });
}

const columns = [
  "head_bytes",
  "head_hash",
  "position",
  "window_bytes",
  "window_hash",
  "unfinished",
  "lines",
  "time",
  "milestones",
  "resume",
  "behind",
  "behind_at",
  "run_id",
];

const insertSource = "INSERT INTO sources (host, name, stem) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";

const insertSql = `INSERT INTO generations (${columns.join(", ")}, replaces, source_id)
  SELECT ${columns.map((column) => `@${column}`).join(", ")}, @replaces, id FROM sources
  WHERE host = @host AND name = @name`;

const updateSql = `UPDATE generations SET ${columns.map((column) => `${column} = @${column}`).join(", ")} WHERE id = @id`;
