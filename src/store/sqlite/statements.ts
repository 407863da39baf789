import type { Statement } from "better-sqlite3";
import type { Connection } from "./connection.ts";

const statements = new WeakMap<Connection, Map<string, Statement>>();

/** The statement for a text of ours, prepared once for each connection: for many small logs that is what takes longest. */
export function prepared<Parameters extends unknown[] = unknown[], Row = unknown>(
  db: Connection,
  sql: string,
): Statement<Parameters, Row> {
  const known = statements.get(db) ?? new Map<string, Statement>();
  statements.set(db, known);
  const statement = known.get(sql) ?? db.prepare(sql);
  known.set(sql, statement);
  return statement as unknown as Statement<Parameters, Row>;
}
