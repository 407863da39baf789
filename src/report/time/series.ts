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
  readonly #cells: Cell[] = [];
  /** Occurrences before each of the cells. */
  readonly #before: number[] = [];
  #total = 0;

  constructor(code: number, cells: Iterable<Cell> = []) {
    this.code = code;
    for (const cell of cells) this.#push(cell);
  }

  /** Adds a minute. Minutes must be added in ascending order. */
  add(minute: number, n: number): void {
    this.#push({ start: minute, n, seconds: 60 });
  }

  /** All occurrences. */
  get total(): number {
    return this.#total;
  }

  /** Occurrences in [since, until). */
  sum(since: number, until: number): number {
    return this.#countBefore(until) - this.#countBefore(since);
  }

  /** The last cell before a moment, or null. */
  lastBefore(moment: number): Cell | null {
    return this.#cells[this.#place(moment) - 1] ?? null;
  }

  /** The cells of [since, until) that have occurrences. */
  cells(since = -Infinity, until = Infinity): readonly Cell[] {
    return this.#cells.slice(this.#place(since), this.#place(until));
  }

  #push(cell: Cell): void {
    this.#cells.push(cell);
    this.#before.push(this.#total);
    this.#total += cell.n;
  }

  #countBefore(moment: number): number {
    return this.#before[this.#place(moment)] ?? this.#total;
  }

  /** Number of cells before a moment. */
  #place(moment: number): number {
    let low = 0;
    let high = this.#cells.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#cells[middle]?.start ?? Infinity) < moment) low = middle + 1;
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
