import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { WsaError } from "../error.ts";
import type { SqliteOptions } from "./sqlite/sqlite-store.ts";
import type { Store } from "./store.ts";

export type { Store };

/** What every kind of store is opened with. */
export type StoreOptions = Omit<SqliteOptions, "path">;

/** One way to keep counts, chosen by the scheme of its address. */
interface StoreKind {
  readonly schemes: readonly string[];
  open(address: string, options: StoreOptions): Promise<Store>;
}

/** The list of stores: a second one is one more row. */
const kinds: readonly StoreKind[] = [
  {
    schemes: ["", "file"],
    open: async (address, options) => {
      const { openSqliteStore } = await import("./sqlite/sqlite-store.ts");
      return openSqliteStore({ ...options, path: toPath(address) });
    },
  },
];

/** Opens the store at a path or URL. */
export async function openStore(address: string, options: StoreOptions): Promise<Store> {
  const scheme = schemeOf(address);
  const kind = kinds.find(({ schemes }) => schemes.includes(scheme));
  if (kind === undefined) throw unknownScheme(address, scheme);
  return await kind.open(address, options);
}

/**
 * Where the store is unless somebody says otherwise: `WSA_STORE`, else `wsa-annotate/wsa-annotate.db` in the folder
 * where the platform keeps the state of programs.
 */
export function defaultStorePath(
  env: Readonly<Record<string, string | undefined>>,
  platform: string,
  home: string,
): string {
  return env["WSA_STORE"] || join(stateFolder(env, platform, home), "wsa-annotate", "wsa-annotate.db");
}

/** The file of a SQLite store, from its path or `file:` URL; a WsaError for the address of anything else. */
export function toPath(address: string): string {
  const scheme = schemeOf(address);
  if (scheme === "") return resolve(address);
  if (scheme !== "file") throw unknownScheme(address, scheme);
  try {
    return fileURLToPath(address);
  } catch (cause) {
    throw new WsaError("usage", address, "this file: URL names no file", { hint: "Give the store as a path.", cause });
  }
}

function stateFolder(env: Readonly<Record<string, string | undefined>>, platform: string, home: string): string {
  if (platform === "win32") return env["LOCALAPPDATA"] || join(home, "AppData", "Local");
  return env["XDG_STATE_HOME"] || join(home, ".local", "state");
}

/** A scheme has two letters or more, because one letter is a drive. */
function schemeOf(address: string): string {
  return /^([a-z][a-z0-9+.-]+):/i.exec(address)?.[1]?.toLowerCase() ?? "";
}

function unknownScheme(address: string, scheme: string): WsaError {
  const hint = "Give the path of a SQLite file.";
  return new WsaError("usage", address.replace(/\/\/[^@/]*@/, "//"), `there is no store for ${scheme}: addresses`, {
    hint,
  });
}
