import { arch, platform } from "node:os";
import { version as nodeVersion } from "node:process";
import Database from "better-sqlite3";
import { WsaError } from "../../error.ts";
import { say } from "../../wording.ts";

let isLoaded = false;

/**
 * Makes sure that SQLite runs here, before anything is made on the disk: its addon is a file for one system and one
 * version of Node. Throws a WsaError `store` otherwise.
 */
export function loadSqlite(path: string): void {
  if (isLoaded) return;
  try {
    new Database(":memory:").close();
    isLoaded = true;
  } catch (cause) {
    throw noSqlite(path, cause);
  }
}

/** The error for a store that needs SQLite where its addon does not load. */
function noSqlite(path: string, cause: unknown): WsaError {
  const reason =
    cause instanceof Error ? (cause.message.split("\n", 1)[0] ?? "").replace(/\.? Tried:$/, "") : String(cause);
  const message = say`SQLite does not load here (Node ${nodeVersion}, ${platform()} ${arch()}): ${reason}`;
  return new WsaError("store", path, message, {
    hint: say`Run npm rebuild better-sqlite3 where wsa-annotate is installed, or install it again with the Node that runs it. annotate --no-store and explain work without.`,
    cause,
  });
}
