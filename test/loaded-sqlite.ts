import { loadSqlite } from "../src/store/sqlite/load-sqlite.ts";

/** In the place of better-sqlite3 in tests where that is not built for the Node that runs them. */
export default class LoadedSqlite {
  static SqliteError = Error;

  constructor(path: string, options?: { readonly?: boolean; timeout?: number }) {
    // biome-ignore lint/correctness/noConstructorReturn: as better-sqlite3 does when it is called.
    return loadSqlite(path).open(path, options) as unknown as LoadedSqlite;
  }
}
