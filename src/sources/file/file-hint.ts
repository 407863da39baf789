import type { BigIntStats } from "node:fs";
import { resolve } from "node:path";
import type { FileHint } from "../../log/file-hint.ts";

/** The coarsest file system (FAT) gives two writes within this time the same time. */
const COARSEST_CLOCK_MS = 2000;

/** What shows whether a file has changed, without opening it; null for what is no regular file. */
export function fileHintOf(path: string, stats: BigIntStats): FileHint | null {
  if (!stats.isFile()) return null;
  return { path: resolve(path), size: Number(stats.size), mtimeNs: `${stats.mtimeNs}`, inode: `${stats.ino}` };
}

/** Whether a file is the same as then. */
export function isUnchanged(then: FileHint | undefined, now: FileHint): boolean {
  return then?.size === now.size && then.mtimeNs === now.mtimeNs && then.inode === now.inode;
}

/**
 * Returns what to remember of a file: without its time where a write from `now` on, in Unix milliseconds, may leave that as it
 * is, so that the file is known and never looks unchanged.
 */
export function settled(hint: FileHint, now: number): FileHint {
  const age = now - Number(BigInt(hint.mtimeNs) / 1_000_000n);
  return age > COARSEST_CLOCK_MS ? hint : { ...hint, mtimeNs: "" };
}
