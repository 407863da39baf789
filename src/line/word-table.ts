/** What words of ASCII letters mean, in any case. */
export class WordTable<Meaning> {
  readonly #meanings: ReadonlyMap<string, Meaning>;
  /** By letter: bit `n` for a word of `n` letters that begins with it. Most words of a text need no other look. */
  readonly #lengths = new Int32Array(32);

  /** @param words in lower case; the value of a word that comes again is its last. */
  constructor(words: Iterable<readonly [word: string, meaning: Meaning]>) {
    this.#meanings = new Map(words);
    for (const word of this.#meanings.keys()) {
      const letter = word.charCodeAt(0) & 31;
      this.#lengths[letter] = (this.#lengths[letter] as number) | (1 << word.length);
    }
  }

  /** Returns the meaning of the ASCII letters in `[start, end)`, or undefined. */
  find(text: string, start: number, end: number): Meaning | undefined {
    const length = end - start;
    if (length > 31 || !(((this.#lengths[text.charCodeAt(start) & 31] as number) >>> length) & 1)) return undefined;
    return this.#meanings.get(text.slice(start, end).toLowerCase());
  }
}
