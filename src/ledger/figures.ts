import type { Batch } from "./batch.ts";
import type { Counted } from "./counted.ts";
import type { Counts, MinuteCount } from "./counts.ts";
import { occurrencesIn } from "./sums.ts";

/** Adds up what one ledger commits. */
export class Figures implements Counted {
  occurrences = 0;
  readonly codes = new Map<number, number>();
  lines = 0;
  bytes = 0;
  already = 0;
  lostBytes = 0;
  yielded = false;

  /**
   * Adds a batch.
   *
   * @param taken the counts of an unfinished line that the batch replaced.
   * @param again the part of the batch that had been counted before.
   */
  add(batch: Batch, taken: Counts, again: readonly MinuteCount[]): void {
    const known = occurrencesIn(again);
    this.occurrences += batch.occurrences - known;
    this.bytes += batch.bytes;
    this.lines += batch.lines;
    this.lostBytes += batch.lostBytes;
    this.already += occurrencesIn(taken.minutes) + known;
    this.#addCodes(batch.counts.minutes, 1);
    this.#addCodes(batch.unfinished.minutes, 1);
    this.#addCodes(taken.minutes, -1);
    this.#addCodes(again, -1);
  }

  #addCodes(minutes: readonly MinuteCount[], sign: 1 | -1): void {
    for (const { code, n } of minutes) {
      const sum = (this.codes.get(code) ?? 0) + sign * n;
      if (sum === 0) this.codes.delete(code);
      else this.codes.set(code, sum);
    }
  }
}
