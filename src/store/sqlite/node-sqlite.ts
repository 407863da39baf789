import { randomUUID } from "node:crypto";
import { pathToFileURL } from "node:url";
import { NodeStatement, namingErrors, type Prepared } from "./node-statement.ts";
import type { Connection, Sqlite } from "./sqlite.ts";

/** What is used of `node:sqlite`, https://nodejs.org/api/sqlite.html */
interface NodeSqlite {
  readonly DatabaseSync: new (path: string, options: { readonly readOnly: boolean }) => DatabaseSync;
}
interface DatabaseSync {
  prepare(sql: string): Prepared;
  exec(sql: string): void;
  close(): void;
  readonly isTransaction: boolean;
}

/** SQLite by the one that Node brings along, with the calls of better-sqlite3. Throws where Node has none. */
export function createNodeSqlite(): Sqlite {
  const { DatabaseSync } = quietly(() => process.getBuiltinModule("node:sqlite") as unknown as NodeSqlite);
  const open = (path: string, readOnly: boolean) => namingErrors(() => new DatabaseSync(path, { readOnly }));
  return {
    open(path, { readonly = false, timeout = 5000 } = {}) {
      const db = open(path, readonly);
      db.exec(`PRAGMA busy_timeout = ${Math.ceil(timeout)}`);
      return new NodeConnection(db, path === ":memory:") as unknown as Connection;
    },
    openCopy(path, { readonly }) {
      // Connections of one process share a database in memory by its name.
      const name = `file:${randomUUID()}?mode=memory&cache=shared`;
      const copy = open(name, false);
      const original = open(`${pathToFileURL(path)}?immutable=1`, true);
      try {
        namingErrors(() => original.exec(`PRAGMA trusted_schema = OFF; VACUUM INTO '${name}'`));
      } finally {
        original.close();
      }
      if (readonly) copy.exec("PRAGMA query_only = ON");
      return new NodeConnection(copy, true) as unknown as Connection;
    },
  };
}

/** Node warns that it may still change `node:sqlite`: that is our trouble, not that of who runs this. */
function quietly<Result>(work: () => Result): Result {
  const { emitWarning } = process;
  process.emitWarning = () => undefined;
  try {
    return work();
  } finally {
    process.emitWarning = emitWarning;
  }
}

class NodeConnection {
  readonly memory: boolean;
  readonly #db: DatabaseSync;
  #isOpen = true;

  constructor(db: DatabaseSync, memory: boolean) {
    this.#db = db;
    this.memory = memory;
  }

  get inTransaction(): boolean {
    return this.#isOpen && this.#db.isTransaction;
  }

  prepare(sql: string): NodeStatement {
    return namingErrors(() => new NodeStatement(this.#db, sql));
  }

  exec(sql: string): void {
    namingErrors(() => this.#db.exec(sql));
  }

  pragma(text: string, { simple = false } = {}): unknown {
    const statement = this.prepare(`PRAGMA ${text}`);
    return simple ? statement.pluck().get() : statement.all();
  }

  transaction<Result>(work: () => Result) {
    const run = (kind: string) => (): Result => {
      this.exec(`BEGIN ${kind}`);
      try {
        const result = work();
        this.exec("COMMIT");
        return result;
      } catch (error) {
        // Some failures have rolled it back already.
        if (this.inTransaction) this.exec("ROLLBACK");
        throw error;
      }
    };
    return Object.assign(run(""), { deferred: run("DEFERRED"), immediate: run("IMMEDIATE") });
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    namingErrors(() => this.#db.close());
  }
}
