/**
 * How a log is recognised when it is read again. `content`: by its bytes, under any name. A sequence: by the stream and
 * the partition that it is. `none`: never, every reading is a log of its own.
 */
export type Identity = "content" | "none" | Sequence;

/** One partition of a broker's stream, whose messages have ever larger offsets: whole numbers below 2^53. */
export interface Sequence {
  readonly stream: string;
  readonly partition: string;
}
