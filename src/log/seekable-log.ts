/** A log whose bytes can be read anywhere: a regular file. */
export interface SeekableLog {
  /** In bytes. */
  readonly size: number;
  /** Resolves to the bytes from an offset on as a byte string, fewer only at the end of the log. */
  read(offset: number, length: number): Promise<string>;
}
