import { encode } from "./latin1-bytes.ts";

/**
 * The bytes of one text after another, upper-case ASCII letters made lower case: byte by byte in `[0, length)`, and four
 * by four. Code that reads byte after byte is twice as fast here as in a string.
 */
export class FoldedBytes {
  bytes: Uint8Array = new Uint8Array(0);
  /** The same memory as `bytes`; bytes beyond `length` have no meaning. */
  words: Int32Array = new Int32Array(0);
  length = 0;

  /** Takes a byte string; returns whether it is ASCII. */
  write(text: string): boolean {
    this.#setLength(text.length);
    const isAscii = encode(text, this.bytes);
    this.#fold();
    return isAscii;
  }

  /** Takes bytes. */
  copy(bytes: Uint8Array): void {
    this.#setLength(bytes.length);
    this.bytes.set(bytes);
    this.#fold();
  }

  #setLength(length: number): void {
    this.length = length;
    if (length <= this.bytes.length) return;
    this.bytes = new Uint8Array((Math.max(length, 2 * this.bytes.length) + 3) & ~3);
    this.words = new Int32Array(this.bytes.buffer);
  }

  /** Folds four bytes at once: neither addition carries into the next byte. */
  #fold(): void {
    const { words } = this;
    const count = (this.length + 3) >> 2;
    for (let at = 0; at < count; at++) {
      const word = words[at] as number;
      const low = word & 0x7f7f7f7f;
      const isUpper = (low + FROM_A) & ~(low + BEYOND_Z) & ~word & HIGHEST_BITS;
      words[at] = word | (isUpper >>> 2);
    }
  }
}

const FROM_A = 0x01010101 * (0x80 - 0x41);
const BEYOND_Z = 0x01010101 * (0x7f - 0x5a);
const HIGHEST_BITS = 0x80808080 | 0;
