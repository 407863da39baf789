import { readFileSync } from "node:fs";
import type { Sqlite } from "./sqlite.ts";

/** SQLite by better-sqlite3. Throws where its addon, a file for one system and one version of Node, cannot be loaded. */
export function createAddonSqlite(Database: typeof import("better-sqlite3")): Sqlite {
  new Database(":memory:").close();
  return {
    open: (path, options) => new Database(path, options),
    openCopy(path, options) {
      const bytes = readFileSync(path);
      // Version 1 instead of 2, see https://sqlite.org/fileformat2.html#file_format_version_numbers
      bytes.fill(1, 18, 20);
      return new Database(bytes, options);
    },
  };
}
