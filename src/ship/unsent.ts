/** The last bytes that were read of a log and are not shipped yet. */
export class Unsent {
  #pieces: Uint8Array[] = [];
  #start: number;
  #size = 0;

  /** @param start the offset of the first byte that comes. */
  constructor(start: number) {
    this.#start = start;
  }

  get size(): number {
    return this.#size;
  }

  /** Keeps bytes, which must not change any more. */
  add(bytes: Uint8Array): void {
    this.#pieces.push(bytes);
    this.#size += bytes.length;
  }

  /** Lets go of what is before an offset. */
  dropBefore(offset: number): void {
    for (let first = this.#pieces[0]; first !== undefined && this.#start < offset; first = this.#pieces[0]) {
      const gone = Math.min(first.length, offset - this.#start);
      if (gone === first.length) this.#pieces.shift();
      else this.#pieces[0] = first.subarray(gone);
      this.#start += gone;
      this.#size -= gone;
    }
  }

  /** Lets go of the first bytes beyond a size. */
  keepLast(size: number): void {
    this.dropBefore(this.#start + this.#size - size);
  }

  /** The bytes between two offsets; null where some of them are not kept. */
  between(from: number, to: number): Uint8Array[] | null {
    if (from < this.#start || to > this.#start + this.#size) return null;
    let at = this.#start;
    const found: Uint8Array[] = [];
    for (const piece of this.#pieces) {
      const [first, last] = [Math.max(0, from - at), Math.min(piece.length, to - at)];
      if (first < last) found.push(piece.subarray(first, last));
      at += piece.length;
    }
    return found;
  }
}
