import type { TimeRange } from "../../store/scope.ts";
import type { Steps } from "./buckets.ts";

/** Occurrences of one code, minute by minute. Sums over a stretch of time are quick. */
export class Series {
  readonly code: number;
  readonly #minutes: number[] = [];
  /** Occurrences before each of the minutes. */
  readonly #before: number[] = [];
  #total = 0;

  constructor(code: number) {
    this.code = code;
  }

  /** Adds a minute. Minutes must be added in ascending order. */
  add(minute: number, n: number): void {
    this.#minutes.push(minute);
    this.#before.push(this.#total);
    this.#total += n;
  }

  get first(): number | null {
    return this.#minutes[0] ?? null;
  }

  /** All occurrences. */
  get total(): number {
    return this.#total;
  }

  /** Occurrences in [since, until). */
  sum(since: number, until: number): number {
    return this.#countBefore(until) - this.#countBefore(since);
  }

  /** The last minute with an occurrence before a moment, or null. */
  lastBefore(moment: number): number | null {
    return this.#minutes[this.#place(moment) - 1] ?? null;
  }

  /** The minutes of [since, until) that have occurrences. */
  minutes(since: number, until: number): { readonly minute: number; readonly n: number }[] {
    const from = this.#place(since);
    return this.#minutes.slice(from, this.#place(until)).map((minute, i) => ({
      minute,
      n: (this.#before[from + i + 1] ?? this.#total) - (this.#before[from + i] ?? 0),
    }));
  }

  #countBefore(moment: number): number {
    return this.#before[this.#place(moment)] ?? this.#total;
  }

  /** Number of minutes before a moment. */
  #place(moment: number): number {
    let low = 0;
    let high = this.#minutes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#minutes[middle] ?? Infinity) < moment) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Returns the part of each step that is in a time range. */
export function clipped({ starts, end }: Steps, { since, until }: TimeRange): TimeRange[] {
  return starts.map((start, i) => ({
    since: Math.max(start, since),
    until: Math.min(starts[i + 1] ?? end, until),
  }));
}
