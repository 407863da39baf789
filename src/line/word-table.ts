const size = 1024;

interface Entry<T> {
  readonly word: string;
  readonly value: T;
  readonly next: Entry<T> | undefined;
}

/** What words of ASCII letters stand for, in any case. A word is looked up where it stands; nothing is copied. */
export class WordTable<T> {
  readonly #rows: (Entry<T> | undefined)[] = new Array(size).fill(undefined);
  /** Bit `n` of a letter's row: some word of `n` letters begins with it. Most words of a text end their search here. */
  readonly #lengths = new Int32Array(32);

  /** @param words in lower case; the value of a word that comes again is its last. */
  constructor(words: Iterable<readonly [word: string, value: T]>) {
    for (const [word, value] of words) {
      const row = rowOf(word, 0, word.length);
      this.#rows[row] = { word, value, next: this.#rows[row] };
      const letter = word.charCodeAt(0) & 31;
      this.#lengths[letter] = (this.#lengths[letter] as number) | (1 << word.length);
    }
  }

  /** The value of the letters in `[start, end)`, or undefined. Nothing but ASCII letters may stand there. */
  find(text: string, start: number, end: number): T | undefined {
    const length = end - start;
    if (length > 31 || !(((this.#lengths[text.charCodeAt(start) & 31] as number) >>> length) & 1)) return undefined;
    let entry = this.#rows[rowOf(text, start, end)];
    while (entry !== undefined && !isSpelled(entry.word, text, start, end)) entry = entry.next;
    return entry?.value;
  }
}

function rowOf(text: string, start: number, end: number): number {
  let hash = end - start;
  for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + (text.charCodeAt(at) | 0x20)) | 0;
  return (hash ^ (hash >>> 10)) & (size - 1);
}

function isSpelled(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = 0; at < word.length; at++) {
    if ((text.charCodeAt(start + at) | 0x20) !== word.charCodeAt(at)) return false;
  }
  return true;
}
