/**
 * One sentence: its code, then fragments of it in order. Each fragment alone is enough, so that a sentence that is cut
 * at either end is still found. A sentence with several wordings has several rows.
 */
export type MessageRow = readonly [code: number, ...fragments: string[]];

/** The sentences of one language, lower case except for letters outside ASCII that begin a sentence. */
export interface Messages {
  /** Sentences of Winsock errors alone. */
  readonly certain: readonly MessageRow[];
  /** Sentences of other errors too: they count only in lines with words of sockets. */
  readonly likely: readonly MessageRow[];
}
