import { createHash } from "node:crypto";
import { lastLineEnd, sliceOf } from "./bytes.ts";
import type { Generation, Mark, SourceName } from "./index.ts";

/** By how many of its first bytes a log is known. */
export const headBytes = 4096;
/** How many bytes before a position must still be the same. */
export const windowBytes = 1024;

/** Follows a log's bytes, piece by piece, for as much of them as its identity needs. */
export class Trail {
  /** The first bytes, up to `headBytes`; they are seen before the rest is followed. */
  head = "";
  /** Bytes followed so far. */
  end = 0;
  /** Where the line begins that is not finished yet; the same as `end` when there is none. */
  lineStart = 0;
  #recent = "";
  #beforeLine = "";

  /** Takes note of the next bytes for the head. */
  see(bytes: string | Uint8Array): void {
    if (this.head.length < headBytes) this.head += sliceOf(bytes, 0, headBytes - this.head.length);
  }

  /** Moves behind the next bytes. */
  follow(bytes: string | Uint8Array): void {
    const lineEnd = lastLineEnd(bytes) + 1;
    if (lineEnd > 0) {
      this.lineStart = this.end + lineEnd;
      if (lineEnd < bytes.length) this.#beforeLine = this.#lastUpTo(bytes, lineEnd);
    } else if (this.lineStart === this.end) {
      this.#beforeLine = lastOf(this.#recent, windowBytes);
    }
    this.end += bytes.length;
    // Short pieces are only strung together; cutting each time would copy the window for every line.
    if (bytes.length < windowBytes && this.#recent.length < 16 * windowBytes) this.#recent += sliceOf(bytes);
    else this.#recent = this.#lastUpTo(bytes, bytes.length);
  }

  /** The last bytes of what was followed and the next bytes up to a length. */
  #lastUpTo(bytes: string | Uint8Array, length: number): string {
    const start = Math.max(0, length - windowBytes);
    return lastOf(this.#recent, windowBytes - (length - start)) + sliceOf(bytes, start, length);
  }

  /** Whether the bytes just followed are the ones of a mark. */
  endsWith({ bytes, hash }: Mark): boolean {
    return bytes <= windowBytes && markOf(lastOf(this.#recent, bytes)).hash === hash;
  }

  /** The bytes before the last line start. */
  window(): Mark {
    return markOf(this.lineStart === this.end ? lastOf(this.#recent, windowBytes) : this.#beforeLine);
  }
}

/** The hash over a byte string. */
export function markOf(bytes: string): Mark {
  const hash = bytes === "" ? "" : createHash("sha256").update(bytes, "latin1").digest("hex");
  return { bytes: bytes.length, hash };
}

/**
 * Whether a generation whose head begins this log can be the same log. A full head proves it under any name; fewer
 * bytes than that are shared by many small logs, so the name has to agree too, but for what rotation adds to it.
 */
export function mayBeSame(generation: Generation, source: SourceName): boolean {
  if (generation.head.bytes >= headBytes) return true;
  return generation.source.host === source.host && logStem(generation.source.name) === logStem(source.name);
}

/** The file name of a log without what rotation and compression append: `app.log` for `logs/app.log-20261122.2.gz`. */
export function logStem(name: string): string {
  let stem = name.slice(Math.max(name.lastIndexOf("/"), name.lastIndexOf("\\")) + 1);
  for (;;) {
    const shorter = stem.replace(appended, "");
    if (shorter === stem || shorter === "") return stem;
    stem = shorter;
  }
}

const appended =
  /(?:\.(?:gz|zst|xz|bz2|lz4|zip|z|old|bak|\d{1,4})|[-._](?:\d{14}|\d{10}|\d{8}|\d{4}-\d\d-\d\d(?:[-_T]\d\d(?:[-:]?\d\d){0,2})?))$/i;

function lastOf(text: string, length: number): string {
  return text.slice(Math.max(0, text.length - length));
}
