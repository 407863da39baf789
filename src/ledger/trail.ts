import { type Fingerprint, fingerprintOf, headBytes, tailBytes } from "./fingerprint.ts";
import { type Milestone, milestonesBefore } from "./milestone.ts";
import { lastLineEnd, sliceOf } from "./pieces.ts";
import { RecentBytes, recentBytes } from "./recent-bytes.ts";

/** Follows a log's bytes, piece by piece, and keeps what its identity needs of them: the first and the last ones. */
export class Trail {
  /** The first bytes, up to `headBytes`; they are seen before the rest is followed. */
  head = "";
  /** Bytes followed so far. */
  end = 0;
  /** Where the unfinished line begins; the same as `end` when there is none. */
  lineStart = 0;
  #seen = 0;
  readonly #recent = new RecentBytes();
  #beforeLine = "";
  /** The first bytes of the unfinished line. */
  #rest = "";

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

  /** Moves behind the next bytes. With `stays` they are as the bytes of one unfinished line, although they have lines. */
  follow(bytes: string | Uint8Array, stays = false): void {
    const lineEnd = stays ? 0 : lastLineEnd(bytes) + 1;
    if (lineEnd > 0) {
      this.lineStart = this.end + lineEnd;
      if (lineEnd < bytes.length) this.#beforeLine = this.before(bytes, lineEnd, recentBytes);
    } else if (this.lineStart === this.end) {
      this.#beforeLine = this.#recent.last(recentBytes);
    }
    if (lineEnd > 0) this.#rest = "";
    if (lineEnd < bytes.length && this.#rest.length < tailBytes)
      this.#rest += sliceOf(bytes, lineEnd, lineEnd + tailBytes - this.#rest.length);
    this.end += bytes.length;
    this.#recent.add(bytes);
  }

  /** Takes the end of what was followed, which is the end of a line, for the end of a record. */
  leaveRecord(): void {
    this.lineStart = this.end;
    this.#rest = "";
  }

  /** The last bytes before a place in the bytes that come next. */
  before(bytes: string | Uint8Array, length: number, most: number): string {
    const start = Math.max(0, length - most);
    return this.#recent.last(most - (length - start)) + sliceOf(bytes, start, length);
  }

  /** Whether the last bytes have this fingerprint. */
  endsWith({ bytes, hash }: Fingerprint): boolean {
    return bytes <= tailBytes && fingerprintOf(this.#recent.last(bytes)).hash === hash;
  }

  /** The fingerprint of the bytes before the last line start. */
  tail(): Fingerprint {
    return fingerprintOf(this.#beforeLineStart.slice(-tailBytes));
  }

  /** The fingerprint of the first bytes of the unfinished line. */
  rest(): Fingerprint {
    return fingerprintOf(this.#rest);
  }

  /** Places before the last line start. */
  milestones(): Milestone[] {
    return milestonesBefore(this.lineStart, this.#beforeLineStart);
  }

  get #beforeLineStart(): string {
    return this.lineStart === this.end ? this.#recent.last(recentBytes) : this.#beforeLine;
  }
}
