/** Whole lines of a message; the last one may come without its line end. */
export interface MessagePart {
  /** UTF-8. On loan until the next message is asked for. */
  readonly bytes: Uint8Array;
  /** When its lines were written, Unix milliseconds, if that is known beside them: those without a time of their own have it. */
  readonly stamp?: number | undefined;
}

/** A message of a sequence. */
export interface Message extends MessagePart {
  readonly offset: number;
  /** Unix milliseconds, where each message counts by itself. */
  readonly time?: number;
  /** What it takes in its file, where that is not what its lines have. */
  readonly size?: number;
  /** What else is in it. */
  readonly rest?: readonly MessagePart[];
  readonly mark?: MessageMark;
}

/** What is committed with the position behind a message. */
export interface MessageMark {
  /** What the broker calls the message, where its names are no whole numbers; or how far the stream was looked through. */
  readonly cursor?: string;
  /** Messages up to here that cannot be read and were set aside, since the mark before. */
  readonly setAside?: number;
  /** Messages before it that the broker has removed unread, since the mark before. */
  readonly lost?: number;
  /** Messages of the partition that come behind it. */
  readonly behind?: number;
}
