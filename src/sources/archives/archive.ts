/** A way to compress a single log. */
export interface Archive {
  readonly name: string;
  /** A byte string that every file of this kind begins with. */
  readonly magic: string;
  /** What the first bytes of a file unpack to, as far as they do; null when they are broken. */
  peek?(head: Uint8Array): Uint8Array | null;
  /** Unpacks one file, member after member, no faster than its pieces are taken. */
  unpack(packed: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
}
