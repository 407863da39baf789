import { createRequire } from "node:module";
import { createAddonSqlite } from "./addon-sqlite.ts";
import { createNodeSqlite } from "./node-sqlite.ts";
import type { Sqlite } from "./sqlite.ts";

/** A way to SQLite, and the version of Node that it needs. */
export interface WayToSqlite {
  readonly since: readonly [major: number, minor: number];
  /** Throws where this way is closed. */
  load(): Sqlite;
}

const require = createRequire(import.meta.url);

/** The ways to SQLite, the better ones first. */
export const waysToSqlite: readonly WayToSqlite[] = [
  // It brings its binaries along. An older Node is ended by it, without an error.
  { since: [22, 0], load: () => createAddonSqlite(require("better-sqlite3-13")) },
  { since: [20, 0], load: () => createAddonSqlite(require("better-sqlite3")) },
  // Since then its statements name their columns.
  { since: [22, 16], load: createNodeSqlite },
];
