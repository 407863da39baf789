import type { TimeRange } from "../../store/scope.ts";
import type { Steps } from "./buckets.ts";

/** Occurrences in a stretch of time. */
export interface Cell {
  readonly start: number;
  readonly n: number;
  /** Length of the stretch: 60 for a minute. */
  readonly seconds: number;
}

/**
 * Occurrences of one code over time, in cells: minutes, or longer ones where nothing asks for minutes. Sums over a stretch
 * of time are quick; it must begin and end where cells do.
 */
export class Series {
  readonly code: number;
  // Lists of numbers: a year has thousands of cells for each code.
  readonly #starts: number[] = [];
  readonly #counts: number[] = [];
  readonly #seconds: number[] = [];
  /** Occurrences before each of the cells. */
  readonly #before: number[] = [];
  #total = 0;

  constructor(code: number, cells: Iterable<Cell> = []) {
    this.code = code;
    for (const { start, n, seconds } of cells) this.push(start, n, seconds);
  }

  /** Adds a minute. Minutes must be added in ascending order. */
  add(minute: number, n: number): void {
    this.push(minute, n, 60);
  }

  /** Adds a cell; cells must be added in ascending order. */
  push(start: number, n: number, seconds: number): void {
    this.#starts.push(start);
    this.#counts.push(n);
    this.#seconds.push(seconds);
    this.#before.push(this.#total);
    this.#total += n;
  }

  /** All occurrences. */
  get total(): number {
    return this.#total;
  }

  /** Occurrences in [since, until). */
  sum(since: number, until: number): number {
    return this.#countBefore(until) - this.#countBefore(since);
  }

  /** The first cell, or null. */
  get first(): Cell | null {
    return this.#cell(0);
  }

  /** The last cell before a moment, or null. */
  lastBefore(moment: number): Cell | null {
    return this.#cell(this.#place(moment) - 1);
  }

  /** The cells of [since, until) that have occurrences. */
  cells(since = -Infinity, until = Infinity): readonly Cell[] {
    const cells: Cell[] = [];
    this.each(since, until, (start, n, seconds) => cells.push({ start, n, seconds }));
    return cells;
  }

  /** The series without the cells that begin outside of [since, until). */
  within(since: number, until: number): Series {
    if (this.#place(since) === 0 && this.#place(until) === this.#starts.length) return this;
    const part = new Series(this.code);
    this.each(since, until, (start, n, seconds) => part.push(start, n, seconds));
    return part;
  }

  /** Visits these cells one after the other: quicker where they are many. */
  each(since: number, until: number, visit: (start: number, n: number, seconds: number) => void): void {
    const end = this.#place(until);
    for (let at = this.#place(since); at < end; at++)
      visit(this.#starts[at] ?? 0, this.#counts[at] ?? 0, this.#seconds[at] ?? 0);
  }

  #cell(at: number): Cell | null {
    const [start, n, seconds] = [this.#starts[at], this.#counts[at], this.#seconds[at]];
    return start === undefined || n === undefined || seconds === undefined ? null : { start, n, seconds };
  }

  #countBefore(moment: number): number {
    return this.#before[this.#place(moment)] ?? this.#total;
  }

  /** Number of cells before a moment. */
  #place(moment: number): number {
    const starts = this.#starts;
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? Infinity) < moment) low = middle + 1;
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
