/** How far a log was read: bytes of a file, or an offset in a partition of a broker's stream. */
export type Position = BytePosition | SequencePosition;

/** Bytes of a log, decompressed and decoded, before the position. */
export interface BytePosition {
  readonly kind: "bytes";
  readonly offset: number;
}

/** The offset of the next message of one partition; a whole number below 2^53 that only grows along the partition. */
export interface SequencePosition {
  readonly kind: "sequence";
  readonly stream: string;
  readonly partition: string;
  readonly offset: number;
}

/**
 * How a log is recognised when it is read again. `content`: by its bytes, under any name. `sequence`: by the stream and
 * the partition that it is. `none`: never, every reading is a log of its own.
 */
export type Identity =
  | { readonly kind: "content" }
  | { readonly kind: "none" }
  | { readonly kind: "sequence"; readonly stream: string; readonly partition: string };
