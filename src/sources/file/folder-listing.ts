import { readdirSync, statSync } from "node:fs";
import { logStem } from "../../log/log-name.ts";

/** The names in a folder. */
export interface FolderListing {
  readonly files: readonly string[];
  readonly folders: readonly string[];
  /** The files of one log, by its file name without what rotation and compression append. */
  readonly ofLog: ReadonlyMap<string, readonly string[]>;
  /** `fileIdentity` of each file that was asked for. */
  readonly keys: Map<string, string | null>;
}

const MAX_KNOWN = 100;
/** Two changes of a folder that follow each other sooner may have one time. */
const MIN_SETTLED_MS = 100;
/** Some file systems give a folder the same time for ever. */
const MAX_KEPT_MS = 1000;

const nothing: FolderListing = { files: [], folders: [], ofLog: new Map(), keys: new Map() };
const known = new Map<string, { readonly stamp: string; readonly read: number; readonly listing: FolderListing }>();

/** Lists a folder, once for all logs in it while it does not change; empty where it cannot be read. */
export function listFolder(folder: string): FolderListing {
  try {
    const stats = statSync(folder, { bigint: true });
    const stamp = [stats.dev, stats.ino, stats.mtimeNs, stats.ctimeNs].join();
    const last = known.get(folder);
    const now = performance.now();
    if (last?.stamp === stamp && now - last.read < MAX_KEPT_MS) return last.listing;
    const listing = read(folder);
    if (known.size >= MAX_KNOWN) known.clear();
    const isSettled = Date.now() - Number(stats.mtimeMs) >= MIN_SETTLED_MS;
    known.set(folder, { stamp: isSettled ? stamp : "", read: now, listing });
    return listing;
  } catch {
    return nothing;
  }
}

function read(folder: string): FolderListing {
  const entries = readdirSync(folder, { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const ofLog = new Map<string, string[]>();
  for (const name of files) {
    const stem = logStem(name);
    const alike = ofLog.get(stem);
    if (alike === undefined) ofLog.set(stem, [name]);
    else alike.push(name);
  }
  return { files, folders, ofLog, keys: new Map() };
}
