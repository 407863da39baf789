type State = "between" | "magic" | "skippable" | "descriptor" | "header" | "block" | "content" | "checksum";

/** Bytes of one frame, or a part of them. */
export interface FramePart {
  readonly bytes: Uint8Array;
  /** Whether the frame ends with them. */
  readonly isEnd: boolean;
  /** The checksum of what the frame unpacks to, behind the end of a frame that has one. */
  readonly checksum: number | null;
}

/** Follows the frames of a Zstandard file, to know where one ends: https://datatracker.ietf.org/doc/html/rfc8878#section-3.1 */
export class ZstdFrames {
  #state: State = "between";
  /** Bytes of a field so far, little-endian, and how many are still to come. */
  #value = 0;
  #read = 0;
  #left = 0;
  #isLast = false;
  #hasChecksum = false;
  #checksum: number | null = null;

  /** The bytes less the zeros between frames and behind the last one, cut where a frame ends. */
  *parts(bytes: Uint8Array): Generator<FramePart> {
    let start = 0;
    for (let at = 0; at < bytes.length; ) {
      const byte = bytes[at] as number;
      if (this.#state === "between" && byte === 0) {
        start = ++at;
        continue;
      }
      if (this.#isPassed()) {
        const count = Math.min(this.#left, bytes.length - at);
        at += count;
        this.#pass(count);
      } else {
        at++;
        this.#take(byte);
      }
      if (this.#state !== "between") continue;
      yield { bytes: bytes.subarray(start, at), isEnd: true, checksum: this.#checksum };
      this.#checksum = null;
      start = at;
    }
    if (start < bytes.length) yield { bytes: bytes.subarray(start), isEnd: false, checksum: null };
  }

  /** Whether the bytes to come do not matter. */
  #isPassed(): boolean {
    return this.#state === "header" || this.#state === "content";
  }

  #pass(bytes: number): void {
    this.#left -= bytes;
    if (this.#left > 0) return;
    if (this.#state === "content" && this.#isLast && !this.#hasChecksum) {
      this.#begin("between");
    } else if (this.#state === "content" && this.#isLast) {
      this.#begin("checksum", 4);
    } else {
      this.#begin("block", 3);
    }
  }

  #take(byte: number): void {
    if (this.#state === "between") this.#begin("magic", 4);
    this.#value += byte * 256 ** this.#read++;
    if (this.#state !== "descriptor" && this.#read < this.#left) return;
    const value = this.#value;
    if (this.#state === "magic") {
      if ((value & 0xff_ff_ff_f0) >>> 0 === 0x18_4d_2a_50) this.#begin("skippable", 4);
      else this.#begin("descriptor", 1);
    } else if (this.#state === "checksum") {
      this.#checksum = value;
      this.#begin("between");
    } else if (this.#state === "skippable") {
      this.#isLast = true;
      this.#hasChecksum = false;
      this.#skip(value);
    } else if (this.#state === "descriptor") {
      this.#hasChecksum = (value & 4) !== 0;
      const isSingle = (value & 32) !== 0;
      const sizeBytes = [isSingle ? 1 : 0, 2, 4, 8][value >> 6] as number;
      const rest = (isSingle ? 0 : 1) + ([0, 1, 2, 4][value & 3] as number) + sizeBytes;
      this.#begin("header", rest);
      if (rest === 0) this.#begin("block", 3);
    } else {
      this.#isLast = (value & 1) !== 0;
      // A block that repeats one byte holds that byte alone.
      this.#skip((value >> 1) % 4 === 1 ? 1 : Math.floor(value / 8));
    }
  }

  #skip(bytes: number): void {
    this.#begin("content", bytes);
    if (bytes === 0) this.#pass(0);
  }

  #begin(state: State, left = 0): void {
    this.#state = state;
    this.#left = left;
    this.#value = 0;
    this.#read = 0;
  }
}
