import { arch, platform } from "node:os";
import { version as nodeVersion } from "node:process";
import { WsaError } from "../../error.ts";
import { say } from "../../wording.ts";
import type { Sqlite } from "./sqlite.ts";
import { waysToSqlite } from "./ways.ts";

let loaded: Sqlite | undefined;

/** SQLite by the first way that is open here. Throws a WsaError `store`, about the store at this path, where none is. */
export function loadSqlite(path: string): Sqlite {
  if (loaded !== undefined) return loaded;
  const failures: unknown[] = [];
  for (const { since, load } of waysToSqlite) {
    if (!isSince(since)) continue;
    try {
      loaded = load();
      return loaded;
    } catch (cause) {
      failures.push(cause);
    }
  }
  throw noSqlite(path, failures.find((cause) => !isMissing(cause)) ?? failures[0]);
}

function isSince([major, minor]: readonly [number, number]): boolean {
  const [ownMajor = 0, ownMinor = 0] = nodeVersion.slice(1).split(".").map(Number);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}

function isMissing(cause: unknown): boolean {
  return cause instanceof Error && "code" in cause && cause.code === "MODULE_NOT_FOUND";
}

function noSqlite(path: string, cause: unknown): WsaError {
  const reason =
    cause instanceof Error ? (cause.message.split("\n", 1)[0] ?? "").replace(/\.? Tried:$/, "") : String(cause);
  const message = say`SQLite does not load here (Node ${nodeVersion}, ${platform()} ${arch()}): ${reason}`;
  return new WsaError("store", path, message, {
    hint: say`Run it with Node 22.16 or newer, which has SQLite of its own, or install wsa-annotate again with the Node that runs it. annotate --no-store and explain work without.`,
    cause,
  });
}
