import { closeSync, fstatSync, readSync } from "node:fs";
import { Readable } from "node:stream";
import type { FileHint } from "../../log/file-hint.ts";
import { fileHintOf } from "../file/file-hint.ts";
import { readAt } from "../file/file-source.ts";
import { fileKey, identityOf, keyOf } from "../file/find-logs.ts";
import { openFile } from "../file/open-file.ts";
import { unreadable } from "../file/unreadable.ts";
import type { ChangeHints } from "./change-hints.ts";

const READ_BYTES = 256 * 1024;
/** As many bytes before the position are compared; when they have changed, the file was rewritten. */
const TRAIL_BYTES = 256;
/** As many first bytes show what is a copy. */
const HEAD_BYTES = 4096;
const MIN_WAIT_MS = 20;
const MAX_WAIT_MS = 1000;
/** A program may write to a renamed file for a while, until it opens the new one. */
const RETIRED_AFTER_MS = 5_000;
const GIVEN_UP_AFTER_MS = 60_000;

/** Why a tail ends: another file has its path, the file was cut or rewritten, no file has its path, or it was left. */
export type TailEnd = "replaced" | "cut" | "gone" | "left";

/** What is special about a tail. */
export interface TailOptions {
  /** Files that the file may have been copied to before it was cut, in the order of their likelihood; none unless given. */
  readonly copies?: () => readonly string[];
  /** Whether it was rotated before it was opened: it ends when nothing was written to it for a while. */
  readonly isRetired?: boolean;
}

/**
 * A growing file as a stream that waits at its end for more. A file that was copied and cut goes on in the copy, to its
 * end. Ends when the file was cut, or when its path leads to another file or none and nothing more was written to it for
 * a while. The file stays open until it is closed.
 */
export class Tail extends Readable {
  readonly key: string;
  /** `Source.file`. */
  readonly file: string | null;
  /** `Source.hint`. */
  readonly hint: FileHint | null;
  /** `fileIdentity` of the copy that it went on in. */
  copy: string | null = null;
  /** Resolves when the end of the file was reached for the first time. */
  readonly caughtUp: Promise<void>;
  /** Resolves when the rest of the file was read after it changed; to null when the stream was destroyed. */
  readonly changed: Promise<TailEnd | null>;
  #isCaughtUp = false;
  #isClosed = false;
  #isLeft = false;
  #path: string;
  #hints: ChangeHints;
  #fd: number;
  #position = 0;
  #head: Buffer = Buffer.alloc(0);
  #trail: Buffer = Buffer.alloc(0);
  #catchUp!: () => void;
  #change!: (change: TailEnd | null) => void;
  #stop = new AbortController();
  #options: TailOptions;

  /** Throws a WsaError `input` when the file cannot be opened. */
  constructor(path: string, hints: ChangeHints, options: TailOptions = {}) {
    super({ highWaterMark: READ_BYTES });
    this.#path = path;
    this.#hints = hints;
    this.#options = options;
    this.#fd = openFile(path).fd;
    const stats = fstatSync(this.#fd, { bigint: true });
    this.key = keyOf(stats) ?? path;
    this.file = identityOf(stats);
    this.hint = fileHintOf(path, stats);
    this.caughtUp = new Promise((resolve) => {
      this.#catchUp = resolve;
    });
    this.changed = new Promise((resolve) => {
      this.#change = resolve;
    });
  }

  get bytesRead(): number {
    return this.#position;
  }

  get isCaughtUp(): boolean {
    return this.#isCaughtUp && this.readableLength === 0;
  }

  /** Bytes in the file, until it is closed; then it is empty. */
  get size(): number {
    return this.#isClosed ? 0 : fstatSync(this.#fd).size;
  }

  readAt(position: number, length: number): Buffer {
    return this.#isClosed ? Buffer.alloc(0) : readAt(this.#fd, this.#path, position, length);
  }

  /** Ends the stream where it waits, because the file has to be read from its beginning. */
  leave(): void {
    this.#isLeft = true;
  }

  /** Ends the stream, if it has not ended, and closes the file. */
  close(): void {
    this.destroy();
    if (!this.#isClosed) closeSync(this.#fd);
    this.#isClosed = true;
  }

  override _read(): void {
    this.#next().then(
      (bytes) => {
        if (!this.destroyed) this.push(bytes);
      },
      (error) => this.destroy(unreadable(this.#path, error)),
    );
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#stop.abort();
    this.#catchUp();
    this.#change(null);
    done(error);
  }

  /** The next bytes, however long they take; null at the file's end. */
  async #next(): Promise<Buffer | null> {
    let waitMs = MIN_WAIT_MS;
    const waitingSince = performance.now();
    for (;;) {
      if (this.destroyed) return null;
      if (this.#wasCut() && !this.#goOnInCopy()) return this.#leave("cut");
      if (this.#isLeft) return this.#leave("left");
      const bytes = this.#readMore();
      if (bytes.length > 0) return bytes;
      if (this.copy !== null) return this.#leave("cut");
      this.#isCaughtUp = true;
      this.#catchUp();
      const key = fileKey(this.#path);
      const waited = performance.now() - waitingSince;
      if (this.#options.isRetired === true || (key !== null && key !== this.key)) {
        this.#change("replaced");
        if (waited > RETIRED_AFTER_MS) return null;
      } else if (key === null && waited > GIVEN_UP_AFTER_MS) {
        return this.#leave("gone");
      }
      await this.#hints.wait(waitMs, this.#stop.signal);
      waitMs = Math.min(MAX_WAIT_MS, waitMs * 2);
    }
  }

  #leave(change: TailEnd): null {
    this.#change(change);
    return null;
  }

  #readMore(): Buffer {
    const bytes = Buffer.allocUnsafe(READ_BYTES);
    const read = bytes.subarray(0, readSync(this.#fd, bytes, 0, READ_BYTES, this.#position));
    this.#position += read.length;
    if (this.#head.length < HEAD_BYTES) this.#head = Buffer.concat([this.#head, read]).subarray(0, HEAD_BYTES);
    if (read.length > 0) this.#trail = Buffer.from(Buffer.concat([this.#trail, read]).subarray(-TRAIL_BYTES));
    return read;
  }

  #wasCut(): boolean {
    return fstatSync(this.#fd).size < this.#position || !holds(this.#fd, this.#trailAt, this.#trail);
  }

  /** Whether the file at a path begins with what was read of this one, and something was. */
  isBeginningOf(path: string): boolean {
    const fd = this.#openCopy(path);
    if (fd !== null) closeSync(fd);
    return fd !== null;
  }

  #goOnInCopy(): boolean {
    if (this.copy !== null) return false;
    for (const path of this.#options.copies?.() ?? []) {
      const fd = this.#openCopy(path);
      if (fd === null) continue;
      closeSync(this.#fd);
      this.#fd = fd;
      this.copy = identityOf(fstatSync(fd, { bigint: true })) ?? path;
      return true;
    }
    return false;
  }

  #openCopy(path: string): number | null {
    if (this.#position === 0) return null;
    let fd: number;
    try {
      fd = openFile(path).fd;
    } catch {
      // Rotation goes on meanwhile.
      return null;
    }
    const isCopy =
      fstatSync(fd).size >= this.#position && holds(fd, 0, this.#head) && holds(fd, this.#trailAt, this.#trail);
    if (isCopy) return fd;
    closeSync(fd);
    return null;
  }

  get #trailAt(): number {
    return this.#position - this.#trail.length;
  }
}

function holds(fd: number, at: number, bytes: Buffer): boolean {
  const found = Buffer.alloc(bytes.length);
  return readSync(fd, found, 0, found.length, at) === found.length && found.equals(bytes);
}
