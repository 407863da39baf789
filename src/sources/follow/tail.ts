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
const MIN_WAIT_MS = 20;
const MAX_WAIT_MS = 1000;
/** A program may write to a renamed file for a while, until it opens the new one. */
const RETIRED_AFTER_MS = 5_000;
const GIVEN_UP_AFTER_MS = 60_000;

/** Why a tail ends: another file has its path, the file was cut or rewritten, no file has its path, or it was left. */
export type TailEnd = "replaced" | "cut" | "gone" | "left";

/**
 * A growing file as a stream that waits at its end for more. Ends when the file was cut, or when its path leads to
 * another file or none and nothing more was written to it for a while. The file stays open until it is closed.
 */
export class Tail extends Readable {
  readonly key: string;
  /** `Source.file`. */
  readonly file: string | null;
  /** `Source.hint`. */
  readonly hint: FileHint | null;
  readonly openedAt = Date.now();
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
  #trail: Buffer = Buffer.alloc(0);
  #catchUp!: () => void;
  #change!: (change: TailEnd | null) => void;
  #stop = new AbortController();

  /** Throws a WsaError `input` when the file cannot be opened. */
  constructor(path: string, hints: ChangeHints) {
    super({ highWaterMark: READ_BYTES });
    this.#path = path;
    this.#hints = hints;
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
      const bytes = this.#wasCut() ? null : this.#readMore();
      if (bytes === null) return this.#leave("cut");
      if (this.#isLeft) return this.#leave("left");
      if (bytes.length > 0) return bytes;
      this.#isCaughtUp = true;
      this.#catchUp();
      const key = fileKey(this.#path);
      const waited = performance.now() - waitingSince;
      if (key !== null && key !== this.key) {
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
    if (read.length > 0) this.#trail = Buffer.from(Buffer.concat([this.#trail, read]).subarray(-TRAIL_BYTES));
    return read;
  }

  #wasCut(): boolean {
    if (fstatSync(this.#fd).size < this.#position) return true;
    const trail = Buffer.alloc(this.#trail.length);
    const start = this.#position - trail.length;
    return readSync(this.#fd, trail, 0, trail.length, start) < trail.length || !trail.equals(this.#trail);
  }
}
