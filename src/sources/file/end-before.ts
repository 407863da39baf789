import { closeSync, fstatSync, openSync, readdirSync, readSync } from "node:fs";
import { dirname, join } from "node:path";
import { contentOf } from "./content.ts";
import { logOf, sortByAge } from "./rotation.ts";

const HEAD_BYTES = 4096;

/**
 * Returns the end of the file that was this log before rotation, as a byte string: whole lines, `most` bytes at most.
 * Empty where there is none, or where it is an archive, a copy of this one or ends inside a line.
 */
export function endBefore(path: string, most: number): string {
  try {
    const previous = previousOf(path);
    return previous === null || isCopy(previous, path) ? "" : endOf(previous, most);
  } catch {
    // It may have been moved on meanwhile.
    return "";
  }
}

function previousOf(path: string): string | null {
  const folder = dirname(path);
  const log = logOf(path);
  const files = readdirSync(folder).map((name) => ({ path: join(folder, name) }));
  const ofLog = sortByAge(files.filter((file) => logOf(file.path) === log));
  const at = ofLog.findIndex((file) => file.path === join(path));
  return ofLog[at - 1]?.path ?? null;
}

/** Whether two files begin alike: then none of them goes on with the other. */
function isCopy(one: string, other: string): boolean {
  const [a, b] = [headOf(one), headOf(other)];
  const length = Math.min(a.length, b.length);
  return a.subarray(0, length).equals(b.subarray(0, length));
}

function headOf(path: string): Buffer {
  const fd = openSync(path, "r");
  try {
    return readAt(fd, 0, HEAD_BYTES);
  } finally {
    closeSync(fd);
  }
}

function endOf(path: string, most: number): string {
  const fd = openSync(path, "r");
  try {
    const stats = fstatSync(fd);
    if (!stats.isFile() || contentOf(readAt(fd, 0, HEAD_BYTES)).kind !== "text") return "";
    const start = Math.max(0, stats.size - most);
    const text = readAt(fd, start, most).toString("latin1");
    if (!text.endsWith("\n") || text.includes("\0")) return "";
    return start === 0 ? text : text.slice(text.indexOf("\n") + 1);
  } finally {
    closeSync(fd);
  }
}

function readAt(fd: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, readSync(fd, bytes, 0, length, position));
}
