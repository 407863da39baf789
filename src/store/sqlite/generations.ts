import { type LogName, logStem } from "../../log/log-name.ts";
import type { Connection } from "./connection.ts";
import { prepared } from "./statements.ts";

/** Values for columns of `generations`, always in the same order. */
type Columns = Readonly<Record<string, string | number | null>>;

/** Inserts a generation, and its source where that is new; returns its id. */
export function insertGeneration(db: Connection, { host, name }: LogName, columns: Columns): number {
  prepared(db, "INSERT INTO sources (host, name, stem) VALUES (?, ?, ?) ON CONFLICT DO NOTHING").run(
    host,
    name,
    logStem(name),
  );
  const names = Object.keys(columns);
  const insert = prepared(
    db,
    `INSERT INTO generations (${names.join(", ")}, source_id)
     SELECT ${names.map((column) => `@${column}`).join(", ")}, id FROM sources WHERE host = @host AND name = @name`,
  );
  return Number(insert.run({ ...columns, host, name }).lastInsertRowid);
}

/** Overwrites these columns of a generation. */
export function updateGeneration(db: Connection, id: number, columns: Columns): void {
  const assignments = Object.keys(columns).map((column) => `${column} = @${column}`);
  prepared(db, `UPDATE generations SET ${assignments.join(", ")} WHERE id = @id`).run({ ...columns, id });
}
