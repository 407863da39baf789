import { closeSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { logStem } from "../../log/log-name.ts";
import { contentOf } from "./content.ts";

const HEAD_BYTES = 64 * 1024;
const TAIL_BYTES = 16 * 1024;
const MOST_SIBLINGS = 6;

/** Returns samples of a log at a path, as byte strings in their order: of an archive its beginning. Empty when it cannot be read. */
export function lookAhead(path: string): string[] {
  try {
    const stats = statSync(path);
    if (!stats.isFile()) return [];
    const { size } = stats;
    const fd = openSync(path, "r");
    try {
      const head = readAt(fd, 0, HEAD_BYTES);
      const content = contentOf(head);
      if (content.kind === "archive") return [textOf(content.archive.peek?.(head) ?? new Uint8Array(0))];
      if (content.kind !== "text") return [];
      const tail = size > HEAD_BYTES ? [textOf(readAt(fd, Math.max(HEAD_BYTES, size - TAIL_BYTES), TAIL_BYTES))] : [];
      return [textOf(head), ...tail];
    } finally {
      closeSync(fd);
    }
  } catch {
    return [];
  }
}

/** Returns samples of the rotated files beside a log, and of the log beside a rotated file. */
export function lookAtSiblings(path: string): string[] {
  const own = basename(path);
  const stem = logStem(own);
  try {
    const siblings = readdirSync(dirname(path)).filter((name) => name !== own && logStem(name) === stem);
    return siblings
      .sort()
      .slice(0, MOST_SIBLINGS)
      .flatMap((name) => lookAhead(join(dirname(path), name)));
  } catch {
    return [];
  }
}

function readAt(fd: number, position: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  return bytes.subarray(0, readSync(fd, bytes, 0, length, position));
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("latin1");
}
