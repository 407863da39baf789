/**
 * One sentence: its code, then fragments in the order in which they stand in it. Each fragment alone is enough, so that
 * a sentence that is cut at either end is still found; several wordings of one sentence are several rows.
 */
export type Row = readonly [code: number, ...fragments: string[]];

/** The sentences of one language, lower case except for letters outside ASCII that begin a sentence. */
export interface Messages {
  /** Nothing but the Winsock error says this. */
  readonly certain: readonly Row[];
  /** Others say it too: it counts only where the rest of the line speaks of sockets. */
  readonly likely: readonly Row[];
}
