import { constants } from "node:buffer";
import { closeSync, readFileSync } from "node:fs";
import type { Archive } from "../archives/archive.ts";
import { brokenArchive, tooLarge } from "../archives/limit.ts";

/** What a log of events may have in memory, unless a limit is given. */
export const DEFAULT_MAX_BYTES = 2 ** 30;

/**
 * Unpacks a compressed file of events into memory: they refer to others before them, so they are not read as they come.
 * Throws a WsaError `input`, with the file closed, when it is broken or too large.
 */
export function unpackEvents(archive: Archive, fd: number, path: string, maxBytes: number | null): Buffer {
  const most = Math.min(maxBytes ?? DEFAULT_MAX_BYTES, constants.MAX_LENGTH);
  try {
    if (archive.unpackWhole === undefined) throw new Error("its format is never unpacked as a whole");
    return archive.unpackWhole(readFileSync(fd), most);
  } catch (cause) {
    closeSync(fd);
    const isTooLarge = (cause as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
    throw isTooLarge ? tooLarge(path, most) : brokenArchive(archive, path, cause);
  }
}
