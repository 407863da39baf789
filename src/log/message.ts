/** A message of a sequence. */
export interface Message {
  readonly offset: number;
  /** Unix milliseconds, where each message counts by itself. */
  readonly time?: number;
  /** UTF-8, whole lines; the last one may come without its line end. On loan until the next message is asked for. */
  readonly bytes: Uint8Array;
}
