import type { StoreOptions } from "../store-options.ts";

/** What a SQLite store is opened with. */
export interface SqliteOptions extends StoreOptions {
  readonly path: string;
}
