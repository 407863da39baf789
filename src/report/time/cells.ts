import type { TimeRange } from "../../store/scope.ts";
import { type Cell, Series } from "./series.ts";

/** Joins ranges that touch or overlap. */
export function joinedRanges(ranges: readonly TimeRange[]): TimeRange[] {
  const joined: { since: number; until: number }[] = [];
  for (const { since, until } of [...ranges].sort((a, b) => a.since - b.since)) {
    const last = joined.at(-1);
    if (last !== undefined && since <= last.until) last.until = Math.max(last.until, until);
    else if (since < until) joined.push({ since, until });
  }
  return joined;
}

/** Replaces the cells of joined ranges by finer ones; the finer ones ascend, as the ranges do. */
export function refined(series: Series, ranges: readonly TimeRange[], finer: readonly Cell[]): Series {
  const result = new Series(series.code);
  let [range, next] = [0, 0];
  const takeUpTo = (moment: number): void => {
    for (let cell = finer[next]; cell !== undefined && cell.start < moment; cell = finer[++next])
      result.push(cell.start, cell.n, cell.seconds);
  };
  series.each(-Infinity, Infinity, (start, n, seconds) => {
    while ((ranges[range]?.until ?? Infinity) <= start) range++;
    takeUpTo(start);
    if (start < (ranges[range]?.since ?? Infinity)) result.push(start, n, seconds);
  });
  takeUpTo(Infinity);
  return result;
}
