/** A way to compress a single log. */
export interface Archive {
  readonly name: string;
  /** A byte string that every file of this kind begins with. */
  readonly magic: string;
  /** Unpacks the first bytes of a file as far as possible; null when they are broken. */
  peek?(head: Uint8Array): Uint8Array | null;
  /** Unpacks a whole file at once, into at most so many bytes; throws ERR_BUFFER_TOO_LARGE for more. */
  unpackWhole?(packed: Uint8Array, mostBytes: number): Buffer;
  /** Unpacks one file, all its members, as its pieces are taken. */
  unpack(packed: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
}
