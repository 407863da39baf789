import { closeSync, readSync } from "node:fs";
import type { Blocks } from "../../log/blocks.ts";
import type { Mender } from "../encoding/utf16.ts";
import { unreadable } from "./unreadable.ts";

/** Reads an open regular file from a position on; the mender, unless null, turns UTF-16 into UTF-8. */
export function createFileBlocks(
  fd: number,
  path: string,
  mender: Mender | null,
  from: number,
): Blocks & { bytesRead(): number } {
  let position = from;
  let isOpen = true;
  let isEnded = false;

  function read(room: Buffer): Uint8Array | null {
    if (isEnded) return null;
    const length = readAt(room);
    position += length;
    if (length > 0) return mender === null ? room.subarray(0, length) : mender.push(room.subarray(0, length));
    isEnded = true;
    return mender?.end() ?? null;
  }

  function readAt(room: Buffer): number {
    try {
      return readSync(fd, room, 0, room.length, position);
    } catch (error) {
      throw unreadable(path, error as NodeJS.ErrnoException);
    }
  }

  function close(): void {
    if (isOpen) closeSync(fd);
    isOpen = false;
  }

  return { read, close, bytesRead: () => position };
}
