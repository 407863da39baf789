import type { TimeRange } from "../../store/scope.ts";
import type { Cell, Series } from "../time/series.ts";

/** A new code, known by its number alone. */
export interface FoundNew {
  readonly code: number;
  /** The minute in which it came. */
  readonly first: number;
  /** When it was last seen before that, or null. */
  readonly before: number | null;
}

/** Seconds after which a code is new again. */
const FORGOTTEN_AFTER = 30 * 86_400;

/**
 * Finds the codes that came for the first time, or for the first time in thirty days, in the order in which they came.
 * The codes of the history's first day are not new, whatever the period: everything comes for the first time then.
 */
export function findNews(
  series: readonly Series[],
  {
    extent,
    history,
    earlier,
  }: {
    readonly extent: TimeRange;
    /** The first minute with an occurrence of any code. */
    readonly history: number;
    /** When each code was last seen before the series begin. */
    readonly earlier: ReadonlyMap<number, number>;
  },
): FoundNew[] {
  const settled = history + FIRST_DAY;
  return series
    .flatMap((one) => {
      const came = firstAfterSilence(one, extent, earlier.get(one.code) ?? null);
      return came === null || (came.before === null && came.first < settled) ? [] : [came];
    })
    .sort((a, b) => a.first - b.first || a.code - b.code);
}

/** Seconds of a history in which nothing can be new. */
export const FIRST_DAY = 86_400;

/** Finds the cells, not known by the minute, between which a code may have been silent for so long that it is new. */
export function silencesInDoubt(
  series: readonly Series[],
  { since, until }: TimeRange,
  earlier: ReadonlyMap<number, number>,
): TimeRange[] {
  return series.flatMap((one) => {
    const last = one.lastBefore(since);
    const known = earlier.get(one.code);
    const before = last ?? (known === undefined ? null : { start: known, n: 1, seconds: MINUTE });
    const doubtful: Cell[] = [];
    let earlierCell: Cell | null = before;
    one.each(since, until, (start, n, seconds) => {
      const isSilent = earlierCell === null || start + seconds - earlierCell.start > FORGOTTEN_AFTER;
      const cell = { start, n, seconds };
      if (isSilent) doubtful.push(...(earlierCell === null ? [] : [earlierCell]), cell);
      earlierCell = cell;
    });
    return doubtful.filter(({ seconds }) => seconds !== MINUTE).map(rangeOf);
  });
}

const MINUTE = 60;

const rangeOf = ({ start, seconds }: Cell): TimeRange => ({ since: start, until: start + seconds });

function firstAfterSilence(series: Series, { since, until }: TimeRange, earlier: number | null): FoundNew | null {
  let before = series.lastBefore(since)?.start ?? earlier;
  for (const { start } of series.cells(since, until)) {
    if (before === null || start - before > FORGOTTEN_AFTER) return { code: series.code, first: start, before };
    before = start;
  }
  return null;
}
