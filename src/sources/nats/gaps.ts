/** Tells how many sequences between two are gone that were not told before. */
export type Gone = (from: number, to: number) => number;

/** Adds up gaps of a stream: subjects share its sequences, and each of them meets the same gap. */
export function createGaps(): Gone {
  let first = Number.POSITIVE_INFINITY;
  let last = 0;
  return (from, to) => {
    const fresh = Math.max(0, to - from) - Math.max(0, Math.min(to, last) - Math.max(from, first));
    first = Math.min(first, from);
    last = Math.max(last, to);
    return fresh;
  };
}

const ASK_EVERY_MS = 1000;

/** Sequences that were left out between the messages of a subject: they are of other subjects, or the stream has dropped them. */
export class SkippedSequences {
  #ranges: (readonly [from: number, to: number])[] = [];
  #asked = 0;

  /** The sequences from one to another, which is not among them. */
  add(from: number, to: number): void {
    if (from < to) this.#ranges.push([from, to]);
  }

  /** How many of them may be lost, by the first sequence that the stream has now; it is asked for once a second at most. */
  async lost(firstOf: () => Promise<number>, gone: Gone): Promise<number> {
    if (this.#ranges.length === 0 || Date.now() - this.#asked < ASK_EVERY_MS) return 0;
    this.#asked = Date.now();
    const first = await firstOf().catch(() => null);
    if (first === null) return 0;
    const ranges = this.#ranges;
    this.#ranges = [];
    return ranges.reduce((sum, [from, to]) => sum + (from < first ? gone(from, Math.min(to, first)) : 0), 0);
  }
}
