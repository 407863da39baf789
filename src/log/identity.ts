/**
 * How a log is recognised when it is read again. `content`: by its bytes, under any name. A sequence: by the stream and
 * the partition that it is. `none`: never, every reading is a log of its own.
 */
export type Identity = "content" | "none" | Sequence;

/**
 * One partition of a broker's stream, whose messages have ever larger offsets: whole numbers below 2^53; or a log whose
 * records have numbers, of which any part may come at any time.
 */
export interface Sequence {
  readonly stream: string;
  readonly partition: string;
  /** Whether each message counts by itself, known by its offset and its time: numbers begin anew when a log is cleared. */
  readonly isNumbered?: boolean;
}
