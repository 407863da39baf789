/** What words of ASCII letters mean, in any case. */
export class WordTable<Meaning> {
  readonly #meanings: ReadonlyMap<string, Meaning>;
  /** By the first and the last letter: bit `n` for a word of `n` letters. Most words of a text need no other look. */
  readonly #lengths = new Int32Array(1 << 10);

  /** @param words in lower case; the value of a word that comes again is its last. */
  constructor(words: Iterable<readonly [word: string, meaning: Meaning]>) {
    this.#meanings = new Map(words);
    for (const word of this.#meanings.keys()) {
      const letters = lettersOf(word, 0, word.length);
      this.#lengths[letters] = (this.#lengths[letters] as number) | (1 << word.length);
    }
  }

  /** Returns the meaning of the ASCII letters in `[start, end)`, or undefined. */
  find(text: string, start: number, end: number): Meaning | undefined {
    const length = end - start;
    if (length > 31 || !(((this.#lengths[lettersOf(text, start, end)] as number) >>> length) & 1)) return undefined;
    return this.#meanings.get(text.slice(start, end).toLowerCase());
  }
}

/** The first and the last letter of a word, in any case. */
function lettersOf(text: string, start: number, end: number): number {
  return ((text.charCodeAt(start) & 31) << 5) | (text.charCodeAt(end - 1) & 31);
}
