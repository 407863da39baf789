import { hash as sha256 } from "node:crypto";
import { lastLineEnd, sliceOf } from "./bytes.ts";
import type { Mark, Milestone } from "./index.ts";

/** By how many of its first bytes a log is known. */
export const headBytes = 4096;
/** How many bytes before a position must still be the same. */
export const windowBytes = 1024;
/** How many bytes before a position a trail needs to know, so that it can tell milestones. */
export const tailBytes = windowBytes + 8192;

/** Follows a log's bytes, piece by piece, for as much of them as its identity needs. */
export class Trail {
  /** The first bytes, up to `headBytes`; they are seen before the rest is followed. */
  head = "";
  /** Bytes followed so far. */
  end = 0;
  /** Where the line begins that is not finished yet; the same as `end` when there is none. */
  lineStart = 0;
  #seen = 0;
  readonly #recent = new Recent();
  #beforeLine = "";

  /** Goes on from a line start in the middle of a log whose head and whose last bytes before it are known. */
  resume(head: string, position: number, recent: string): void {
    this.head = head;
    this.end = this.lineStart = this.#seen = position;
    this.#recent.add(recent);
  }

  /** Takes note of the next bytes for the head. */
  see(bytes: string | Uint8Array): void {
    const known = this.head.length - this.#seen;
    this.#seen += bytes.length;
    if (this.head.length < headBytes && known < bytes.length)
      this.head += sliceOf(bytes, known, known + headBytes - this.head.length);
  }

  /** Moves behind the next bytes. */
  follow(bytes: string | Uint8Array): void {
    const lineEnd = lastLineEnd(bytes) + 1;
    if (lineEnd > 0) {
      this.lineStart = this.end + lineEnd;
      if (lineEnd < bytes.length) this.#beforeLine = this.before(bytes, lineEnd, tailBytes);
    } else if (this.lineStart === this.end) {
      this.#beforeLine = this.#recent.last(tailBytes);
    }
    this.end += bytes.length;
    this.#recent.add(bytes);
  }

  /** The last bytes before a place in the bytes that come next. */
  before(bytes: string | Uint8Array, length: number, most: number): string {
    const start = Math.max(0, length - most);
    return this.#recent.last(most - (length - start)) + sliceOf(bytes, start, length);
  }

  /** Whether the bytes just followed are the ones of a mark. */
  endsWith({ bytes, hash }: Mark): boolean {
    return bytes <= windowBytes && markOf(this.#recent.last(bytes)).hash === hash;
  }

  /** The bytes before the last line start. */
  window(): Mark {
    return markOf(lastOf(this.#tail, windowBytes));
  }

  /** Places before the last line start, each twice as far from it as the one before. */
  milestones(): Milestone[] {
    const tail = this.#tail;
    return distances
      .filter((distance) => this.lineStart - distance >= shortestStretch)
      .filter((distance) => tail.length - distance >= Math.min(windowBytes, this.lineStart - distance))
      .map((distance) => milestoneAt(this.lineStart - distance, tail.slice(0, tail.length - distance)));
  }

  get #tail(): string {
    return this.lineStart === this.end ? this.#recent.last(tailBytes) : this.#beforeLine;
  }
}

/** So much is kept before anything is moved, because pieces may be as short as a line. */
const roomBytes = 16 * tailBytes;

/** The last `tailBytes` of what goes by, copied once: strings of all of it would cost as much as sieving it. */
class Recent {
  #bytes = Buffer.alloc(0);
  #end = 0;

  add(bytes: string | Uint8Array): void {
    const start = Math.max(0, bytes.length - tailBytes);
    this.#makeRoom(bytes.length - start);
    if (typeof bytes === "string") this.#bytes.write(start === 0 ? bytes : bytes.slice(start), this.#end, "latin1");
    else this.#bytes.set(bytes.subarray(start), this.#end);
    this.#end += bytes.length - start;
  }

  last(length: number): string {
    return this.#bytes.toString("latin1", Math.max(0, this.#end - length), this.#end);
  }

  #makeRoom(length: number): void {
    if (this.#end + length <= this.#bytes.length) return;
    const kept = Math.min(this.#end, tailBytes);
    const isFull = this.#bytes.length >= roomBytes;
    const room = isFull ? this.#bytes : Buffer.allocUnsafeSlow(Math.min(roomBytes, 4 * (kept + length)));
    this.#bytes.copy(room, 0, this.#end - kept, this.#end);
    this.#bytes = room;
    this.#end = kept;
  }
}

const distances = [32, 64, 128, 256, 512, 1024, 2048, 4096, 8192];
const shortestStretch = 32;

/** The milestone at a position, from bytes that end there. */
export function milestoneAt(position: number, before: string): Milestone {
  return { position, hash: markOf(lastOf(before, windowBytes)).hash.slice(0, 16) };
}

/** Old and new milestones before a position, so thinned out that each is about twice as far from it as the one before. */
export function thinOut(milestones: readonly Milestone[], position: number): Milestone[] {
  let farthest = 0;
  return milestones
    .filter((milestone) => milestone.position <= position)
    .sort((a, b) => b.position - a.position)
    .filter((milestone) => {
      const distance = position - milestone.position;
      const isFar = farthest === 0 || distance >= 1.9 * farthest;
      if (isFar) farthest = distance;
      return isFar;
    });
}

/** The hash over a byte string. */
export function markOf(bytes: string): Mark {
  const hash = bytes === "" ? "" : sha256("sha256", Buffer.from(bytes, "latin1"), "hex");
  return { bytes: bytes.length, hash };
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
