import type { Batch, Committed } from "./batch.ts";
import type { Counted } from "./counted.ts";
import type { MinuteCount } from "./counts.ts";
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

  add(batch: Batch, { taken, again }: Committed): void {
    const known = occurrencesIn(taken) + occurrencesIn(again);
    this.occurrences += occurrencesIn(batch.counts.minutes) + occurrencesIn(batch.unfinished.minutes) - known;
    this.bytes += batch.bytes;
    this.lines += batch.lines;
    this.lostBytes += batch.lostBytes;
    this.already += known;
    this.#addCodes(batch.counts.minutes, 1);
    this.#addCodes(batch.unfinished.minutes, 1);
    this.#addCodes(taken, -1);
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
