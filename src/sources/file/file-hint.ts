import type { BigIntStats } from "node:fs";
import { resolve } from "node:path";
import type { FileHint } from "../../log/file-hint.ts";

/** Writing may leave the time of a file as it is for so long, on the coarsest file system (FAT). */
const COARSEST_CLOCK_MS = 2000;

/** What tells without opening a file that it is as it was; null for what is no regular file. */
export function fileHintOf(path: string, stats: BigIntStats): FileHint | null {
  if (!stats.isFile()) return null;
  return { path: resolve(path), size: Number(stats.size), mtimeNs: `${stats.mtimeNs}`, inode: `${stats.ino}` };
}

/** Whether a file is as it was. */
export function isUnchanged(then: FileHint | undefined, now: FileHint): boolean {
  return then?.size === now.size && then.mtimeNs === now.mtimeNs && then.inode === now.inode;
}

/** Whether whatever is written to the file from this time on, in Unix milliseconds, will show in its own time. */
export function isSettled({ mtimeNs }: FileHint, now: number): boolean {
  return now - Number(BigInt(mtimeNs) / 1_000_000n) > COARSEST_CLOCK_MS;
}
