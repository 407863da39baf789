import { hash as sha256 } from "node:crypto";
import type { Fingerprint, Milestone } from "./fingerprint.ts";
import { lastLineEnd, sliceOf } from "./pieces.ts";

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
  endsWith({ bytes, hash }: Fingerprint): boolean {
    return bytes <= windowBytes && fingerprintOf(this.#recent.last(bytes)).hash === hash;
  }

  /** The bytes before the last line start. */
  window(): Fingerprint {
    return fingerprintOf(lastOf(this.#tail, windowBytes));
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

/** So much is kept before anything is dropped, because pieces may be as short as a line. */
const roomBytes = 4 * tailBytes;

/**
 * The last `tailBytes` of what goes by. Short byte strings are kept as they are, bytes are copied: a string of each
 * piece, or a copy of each string, would cost as much as sieving it.
 */
class Recent {
  /** Byte strings; for bytes, how many of the copied ones come next. */
  #pieces: (string | number)[] = [];
  /** Bytes in all pieces. */
  #length = 0;
  #copied = Buffer.alloc(0);
  #copiedEnd = 0;

  add(bytes: string | Uint8Array): void {
    if (bytes.length > tailBytes) this.#replace(bytes);
    else if (typeof bytes === "string") this.#pieces.push(bytes);
    else this.#copy(bytes);
    this.#length += bytes.length;
    if (this.#length > roomBytes) this.#dropOld();
  }

  last(length: number): string {
    const text = this.#join();
    return text.slice(Math.max(0, text.length - length));
  }

  /** Only the end of a long piece is still asked for. */
  #replace(bytes: string | Uint8Array): void {
    this.#pieces = [];
    this.#copiedEnd = 0;
    const end = sliceOf(bytes, bytes.length - tailBytes);
    this.#copy(Buffer.from(end, "latin1"));
    this.#length = tailBytes - bytes.length;
  }

  #copy(bytes: Uint8Array): void {
    const end = this.#copiedEnd + bytes.length;
    if (end > this.#copied.length) this.#grow(end);
    this.#copied.set(bytes, this.#copiedEnd);
    this.#copiedEnd = end;
    this.#pieces.push(bytes.length);
  }

  #grow(length: number): void {
    const room = Buffer.allocUnsafeSlow(Math.min(roomBytes + tailBytes, 4 * length));
    this.#copied.copy(room, 0, 0, this.#copiedEnd);
    this.#copied = room;
  }

  #dropOld(): void {
    let first = this.#pieces.length;
    let length = 0;
    let copied = 0;
    while (first > 0 && length < tailBytes) {
      const piece = this.#pieces[--first] as string | number;
      if (typeof piece === "number") copied += piece;
      length += typeof piece === "number" ? piece : piece.length;
    }
    this.#pieces = this.#pieces.slice(first);
    this.#length = length;
    this.#copied.copyWithin(0, this.#copiedEnd - copied, this.#copiedEnd);
    this.#copiedEnd = copied;
  }

  #join(): string {
    this.#dropOld();
    let at = 0;
    let text = "";
    for (const piece of this.#pieces) {
      text += typeof piece === "string" ? piece : this.#copied.toString("latin1", at, at + piece);
      if (typeof piece === "number") at += piece;
    }
    this.#pieces = [text];
    this.#copiedEnd = 0;
    return text;
  }
}

const distances = [32, 64, 128, 256, 512, 1024, 2048, 4096, 8192];
const shortestStretch = 32;

/** The milestone at a position, from bytes that end there. */
export function milestoneAt(position: number, before: string): Milestone {
  return { position, hash: fingerprintOf(lastOf(before, windowBytes)).hash.slice(0, 16) };
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
export function fingerprintOf(bytes: string): Fingerprint {
  const hash = bytes === "" ? "" : sha256("sha256", Buffer.from(bytes, "latin1"), "hex");
  return { bytes: bytes.length, hash };
}

function lastOf(text: string, length: number): string {
  return text.slice(Math.max(0, text.length - length));
}
