import { closeSync, openSync, readSync, statSync } from "node:fs";

/** Whether the first byte of a file can be read. A pipe is not touched: who writes it would lose its reader. */
export function canBeRead(path: string): boolean {
  try {
    const stats = statSync(path);
    if (!stats.isFile()) return stats.isFIFO();
    const fd = openSync(path, "r");
    try {
      readSync(fd, new Uint8Array(1), 0, 1, 0);
      return true;
    } finally {
      closeSync(fd);
    }
  } catch {
    return false;
  }
}
