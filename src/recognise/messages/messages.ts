/**
 * One sentence: its code, then fragments of it in order. Each fragment alone is enough, so that a sentence that is cut
 * at either end is still found. A sentence with several wordings has several rows.
 */
export type MessageRow = readonly [code: number, ...fragments: string[]];

/** The sentences of one language; `spellingsOf` knows in which other cases and letters a log may have them. */
export interface Messages {
  /** Only some sentences are confirmed: the table may lack those of frequent errors. */
  readonly isPartial?: true;
  /** Whether the capital of `i` is `İ`, and that of `ı` is `I`. */
  readonly hasDottedCapital?: true;
  /** The code page whose bytes logs have, taken for Latin-1: the systems of this language write it. */
  readonly codePage?: "gbk" | "euc-kr" | "windows-1250" | "windows-1251" | "windows-1254";
  /** Sentences of Winsock errors alone. */
  readonly certain: readonly MessageRow[];
  /** Sentences of other errors too: they count only in lines with words of sockets. */
  readonly likely: readonly MessageRow[];
}

/** The codes whose sentences are worth more literals: damaged, with doubled blanks, with two blanks in Chinese. */
export const FREQUENT: ReadonlySet<number> = new Set([10013, 10048, 10053, 10054, 10060, 10061, 11001]);
