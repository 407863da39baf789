import type { Statement } from "better-sqlite3";
import { renderSql, type Sql } from "../sql.ts";
import type { Connection } from "./sqlite.ts";

const statements = new WeakMap<Connection, Map<string, Statement>>();

/** The statement for a text of ours, prepared once for each connection: preparing took longest for many small logs. */
export function prepared<Parameters extends unknown[] = unknown[], Row = unknown>(
  db: Connection,
  text: string,
): Statement<Parameters, Row> {
  const known = statements.get(db) ?? new Map<string, Statement>();
  statements.set(db, known);
  const statement = known.get(text) ?? db.prepare(text);
  known.set(text, statement);
  return statement as unknown as Statement<Parameters, Row>;
}

/** The rows of a portable query. */
export function rowsOf<Row>(db: Connection, query: Sql): Row[] {
  return prepared<unknown[], Row>(
    db,
    renderSql(query, () => "?"),
  ).all(...query.values);
}
