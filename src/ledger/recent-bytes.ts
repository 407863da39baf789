import { tailBytes } from "./fingerprint.ts";
import { milestoneReach } from "./milestone.ts";

/** How many of the last bytes are kept: enough for a tail and for new milestones. */
export const recentBytes = tailBytes + milestoneReach;

/** More is kept before anything is dropped, because pieces may be as short as a line. */
const roomBytes = 4 * recentBytes;

/**
 * The last `recentBytes` of a log that goes by. Short byte strings are kept as they are, bytes are copied: a string of
 * each piece, or a copy of each string, would cost as much as sieving it.
 */
export class RecentBytes {
  /** Byte strings, and for copied bytes their number. */
  #pieces: (string | number)[] = [];
  /** Bytes in all pieces. */
  #length = 0;
  #copied = Buffer.alloc(0);
  #copiedEnd = 0;

  add(bytes: string | Uint8Array): void {
    if (bytes.length > recentBytes) this.#replace(bytes);
    else if (typeof bytes === "string") this.#pieces.push(bytes);
    else this.#copy(bytes);
    this.#length += bytes.length;
    if (this.#length > roomBytes) this.#dropOld();
  }

  last(length: number): string {
    const text = this.#join();
    return text.slice(Math.max(0, text.length - length));
  }

  /** Only the end of a long piece is kept. */
  #replace(bytes: string | Uint8Array): void {
    this.#pieces = [];
    this.#copiedEnd = 0;
    const start = bytes.length - recentBytes;
    this.#copy(typeof bytes === "string" ? Buffer.from(bytes.slice(start), "latin1") : bytes.subarray(start));
    this.#length = recentBytes - bytes.length;
  }

  #copy(bytes: Uint8Array): void {
    const end = this.#copiedEnd + bytes.length;
    if (end > this.#copied.length) this.#grow(end);
    this.#copied.set(bytes, this.#copiedEnd);
    this.#copiedEnd = end;
    this.#pieces.push(bytes.length);
  }

  #grow(length: number): void {
    const room = Buffer.allocUnsafeSlow(Math.min(roomBytes + recentBytes, 4 * length));
    this.#copied.copy(room, 0, 0, this.#copiedEnd);
    this.#copied = room;
  }

  #dropOld(): void {
    let first = this.#pieces.length;
    let length = 0;
    let copied = 0;
    while (first > 0 && length < recentBytes) {
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
