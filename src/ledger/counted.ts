import type { Batch } from "./batch.ts";
import type { Counts, MinuteCount } from "./counts.ts";
import { occurrencesIn } from "./sums.ts";

/** Figures for the closing message. */
export interface Counted {
  /** Committed by this ledger; a code may be below zero when an unfinished line turned out not to name it. */
  readonly occurrences: number;
  readonly codes: ReadonlyMap<number, number>;
  readonly lines: number;
  readonly bytes: number;
  /** Occurrences that were met again, and that another run had counted. */
  readonly already: number;
  /** Bytes that another run had counted and that are gone: the log was cut or rewritten, and lines may be missed. */
  readonly lostBytes: number;
  /** Another process counts the same log: the rest is left to it, and to the next run. */
  readonly yielded: boolean;
}

/** Adds up what one ledger commits. */
export class Figures implements Counted {
  occurrences = 0;
  readonly codes = new Map<number, number>();
  lines = 0;
  bytes = 0;
  already = 0;
  lostBytes = 0;
  yielded = false;

  /** Adds a batch that replaced what was counted in an unfinished line; a part of it may have been counted before. */
  add(batch: Batch, taken: Counts, again: readonly MinuteCount[]): void {
    const met = occurrencesIn(again);
    this.occurrences += batch.occurrences - met;
    this.bytes += batch.bytes;
    this.lines += batch.lines;
    this.lostBytes += batch.lostBytes;
    this.already += occurrencesIn(taken.minutes) + met;
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
