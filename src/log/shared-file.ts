/** An open file that another thread of this process reads; plain data but for `progress` and `close`. */
export interface SharedFile {
  readonly fd: number;
  /** For messages. */
  readonly path: string;
  /** The start of a line. */
  readonly from: number;
  /** Whether UTF-16 in it is turned into UTF-8. */
  readonly mends: boolean;
  /** Takes what that thread has read so far, in bytes of the file, and whether all of it was as it is, undecoded. */
  progress(bytesRead: number, isPlain: boolean): void;
  /** Called once that thread reads no more. */
  close(): void;
}
