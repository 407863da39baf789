import type Database from "better-sqlite3";

/** A connection to a SQLite file: the calls of better-sqlite3 that this folder uses. */
export type Connection = Pick<
  Database.Database,
  "prepare" | "transaction" | "exec" | "pragma" | "close" | "inTransaction" | "memory"
>;

/** A library that SQLite is reached through. */
export interface Sqlite {
  /** Opens a file, and creates it unless it is only to be read; throws errors with SQLite's names of them as `code`. */
  open(path: string, options?: { readonly readonly?: boolean; readonly timeout?: number }): Connection;
  /** Copies a file that nobody writes into memory and opens the copy, which has no journal. */
  openCopy(path: string, options: { readonly readonly: boolean }): Connection;
}
