import { closeSync, read as readFromFile, readSync } from "node:fs";
import { promisify } from "node:util";
import type { Blocks } from "./blocks.ts";
import { unreadable } from "./unreadable.ts";
import type { Mender } from "./utf16.ts";

/** So much is read while what came before is looked at; twice as much is held. */
const AHEAD_BYTES = 1024 * 1024;

const readAsync = promisify(readFromFile);

/**
 * An open regular file, read from a position; the mender turns what is UTF-16. The first block comes straight into the
 * room; a file that is longer is read ahead from then on, so that the disk and the sieve work at the same time.
 */
export function createFileBlocks(
  fd: number,
  path: string,
  mender: Mender | null,
  from: number,
): Blocks & { bytesRead(): number } {
  /** Behind what was given out. */
  let position = from;
  /** What was read ahead and not given out yet. */
  let rest: Buffer = Buffer.alloc(0);
  /** What is being read; its memory was given out before `rest`. */
  let ahead: Promise<Buffer> | null = null;
  let spare: Buffer[] = [];
  let isOpen = true;
  let isEnded = false;

  function read(room: Buffer): Uint8Array | null | Promise<Uint8Array | null> {
    if (isEnded) return null;
    if (rest.length > 0) return giveOut(room.length);
    if (ahead === null) return readFirst(room);
    return ahead.then((bytes) => {
      rest = bytes;
      ahead = bytes.length === 0 ? null : readAhead(position + bytes.length);
      return bytes.length === 0 ? end() : giveOut(room.length);
    });
  }

  function readFirst(room: Buffer): Uint8Array | null {
    const length = attempt(() => readSync(fd, room, 0, room.length, position));
    if (length === 0) return end();
    if (length === room.length) ahead = readAhead(position + length);
    return turned(room.subarray(0, length));
  }

  async function readAhead(at: number): Promise<Buffer> {
    const memory = spare.length < 2 ? Buffer.allocUnsafeSlow(AHEAD_BYTES) : (spare.shift() as Buffer);
    spare.push(memory);
    const reading = readAsync(fd, memory, 0, memory.length, at);
    const { bytesRead } = await reading.catch((error) => {
      throw unreadable(path, error);
    });
    return memory.subarray(0, bytesRead);
  }

  function giveOut(length: number): Uint8Array {
    const bytes = rest.subarray(0, length);
    rest = rest.subarray(bytes.length);
    return turned(bytes);
  }

  function turned(bytes: Buffer): Uint8Array {
    position += bytes.length;
    return mender === null ? bytes : mender.push(bytes);
  }

  function end(): Uint8Array | null {
    isEnded = true;
    return mender?.end() ?? null;
  }

  function attempt(act: () => number): number {
    try {
      return act();
    } catch (error) {
      throw unreadable(path, error as NodeJS.ErrnoException);
    }
  }

  /** Not under a read that is going on: the number of the file may soon belong to another one. */
  function close(): void {
    if (!isOpen) return;
    isOpen = false;
    isEnded = true;
    const done = () => closeSync(fd);
    if (ahead === null) done();
    else ahead.then(done, done);
    spare = [];
  }

  return { read, close, bytesRead: () => position };
}
