import type { Questions } from "../../store/questions.ts";
import type { Scope, TimeRange } from "../../store/scope.ts";
import { createDoubt } from "../detect/doubt.ts";
import { silencesInDoubt } from "../detect/news.ts";
import type { Past } from "../detect/unusual.ts";
import { createLookback, habitOf, lookbackStart } from "../detect/usual.ts";
import type { Steps } from "../time/buckets.ts";
import { joinedRanges, refined } from "../time/cells.ts";
import { daysEarlier, offsetsIn } from "../time/hours.ts";
import { clipped, Series } from "../time/series.ts";
import { shiftBefore, shiftWeeks } from "./counterparts.ts";
import { believedSightings } from "./stray-times.ts";

/** The fewest days of a heat map. */
export const HEAT_DAYS = 28;

/**
 * Reads the counts that the report looks back on: by hours, or quarters of an hour where the zone's clock needs them, and by
 * minutes where a moment that the report asks about divides an hour and where incidents may be.
 */
export async function readPast(
  store: Questions,
  scope: Scope,
  extent: TimeRange | null,
  steps: Steps | null,
  /** When nothing can have been counted any more: hours behind it are not looked at. */
  end: number,
): Promise<Past> {
  if (extent === null) return { series: [], earlier: new Map(), first: null, lookback: null, habits: [] };
  const { zone } = scope.period;
  const since = Math.min(
    lookbackStart(extent.since, zone),
    daysEarlier(extent.until, HEAT_DAYS, zone),
    shiftBefore(extent, zone)(extent.since),
    shiftWeeks(extent, zone).shift(extent.since),
  );
  const range = { since, until: extent.until };
  const older = await believedSightings(store, scope, since);
  const reader = new PastReader(store, scope, range);
  const until = Math.min(extent.until, end);
  const offsets = offsetsIn(Math.max(since, 0), until, zone);
  const grain = [HOUR, QUARTER].find((seconds) => offsets.every((offset) => offset % seconds === 0)) ?? MINUTE;
  await reader.read(grain, [since, ...momentsOf(extent, steps, zone)]);
  const earlier = new Map(older.map(({ code, last }) => [code, last]));
  const firsts = [...older, ...(await firstOf(store, scope, range, reader.series))].map(({ first }) => first);
  if (firsts.length === 0) return { series: [], earlier, first: null, lookback: null, habits: [] };
  const first = firsts.reduce((least, one) => Math.min(least, one));
  await reader.refine(silencesInDoubt(reader.series, extent, earlier));
  const lookback = createLookback({ since: extent.since, until }, first, zone);
  const habits = reader.series.map((one) => habitOf(one, lookback));
  const doubtful = createDoubt(habits, lookback, extent);
  while (await reader.refine(doubtful(reader.series)));
  const { series } = reader;
  // Finer cells leave the sums of hours as they are.
  return {
    series,
    earlier,
    first,
    lookback,
    habits: habits.map((habit, i) => ({ ...habit, series: series[i] ?? habit.series })),
  };
}

/** When anything came first in a range, in the scope's logs; none when nothing did. */
async function firstOf(
  store: Questions,
  scope: Scope,
  range: TimeRange,
  series: readonly Series[],
): Promise<{ readonly first: number }[]> {
  const isLimited =
    scope.onlyCodes !== undefined || scope.onlyEndpoint !== undefined || scope.onlyOperation !== undefined;
  const cells = series.flatMap(({ first }) => first ?? []);
  if (!isLimited && cells.length === 0) return [];
  const { start, seconds } = cells.reduce((least, one) => (one.start < least.start ? one : least), {
    start: range.until,
    seconds: 0,
  });
  const within = isLimited ? range : { since: start, until: start + seconds };
  const span = await store.span(everyCode(scope, within), null);
  return span === null ? [] : [span];
}

/** Series that are read as finely as they need to be. */
class PastReader {
  readonly #store: Questions;
  readonly #scope: Scope;
  readonly #range: TimeRange;
  series: readonly Series[] = [];
  /** What is read by the minute, joined. */
  #fine: readonly TimeRange[] = [];

  constructor(store: Questions, scope: Scope, range: TimeRange) {
    this.#store = store;
    this.#scope = scope;
    this.#range = range;
  }

  /** Reads the range in cells of so many seconds, and divides them at moments. */
  async read(grain: number, moments: readonly number[]): Promise<void> {
    const around = (seconds: number) => (moment: number) => ({
      since: moment - (moment % seconds),
      until: moment - (moment % seconds) + seconds,
    });
    const { since, until } = this.#range;
    const whole = { since: since - (since % grain), until: until + ((grain - (until % grain)) % grain) };
    this.series = await this.#read([whole], grain);
    const asked = moments.filter((moment) => moment >= since && moment <= until);
    for (const finer of [QUARTER, MINUTE].filter((seconds) => seconds < grain)) {
      const coarser = finer === QUARTER ? HOUR : QUARTER;
      await this.#divide(asked.filter((moment) => moment % coarser > 0).map(around(coarser)), finer);
    }
    this.series = this.series.map((one) => one.within(since, until)).filter(({ total }) => total > 0);
    if (grain === MINUTE) this.#fine = [this.#range];
  }

  /** Reads some ranges by the minute; false when all of them were. */
  async refine(ranges: readonly TimeRange[]): Promise<boolean> {
    const missing = ranges.filter(
      ({ since, until }) => !this.#fine.some((range) => range.since <= since && until <= range.until),
    );
    if (missing.length === 0) return false;
    await this.#divide(missing, MINUTE);
    this.#fine = joinedRanges([...this.#fine, ...missing]);
    return true;
  }

  async #divide(ranges: readonly TimeRange[], seconds: number): Promise<void> {
    const joined = joinedRanges(ranges);
    if (joined.length === 0) return;
    const finer = new Map((await this.#read(joined, seconds)).map((one) => [one.code, one.cells()]));
    this.series = this.series.map((one) => refined(one, joined, finer.get(one.code) ?? []));
  }

  async #read(ranges: readonly TimeRange[], seconds: number): Promise<Series[]> {
    const steps = await this.#store.stepCounts(this.#scope, ranges, seconds);
    return steps.map(({ code, starts, counts }) => {
      const series = new Series(code);
      for (const [at, start] of starts.entries()) series.push(start, counts[at] ?? 0, seconds);
      return series;
    });
  }
}

const [HOUR, QUARTER, MINUTE] = [3600, 900, 60] as const;

/** The moments, other than hours, between which the report asks for sums. */
function momentsOf(extent: TimeRange, steps: Steps | null, zone: string): number[] {
  const bounds = [extent, ...(steps === null ? [] : clipped(steps, extent))].flatMap(({ since, until }) => [
    since,
    until,
  ]);
  const { shift } = shiftWeeks(extent, zone);
  return [
    ...bounds,
    ...bounds.map(shiftBefore(extent, zone)),
    ...[extent.since, extent.until].map(shift),
    daysEarlier(extent.until, HEAT_DAYS, zone),
  ];
}

/** A range for all codes of the scope's logs: a limit to some codes does not make the history of the others unread. */
function everyCode({ source, host, period }: Scope, range: TimeRange): Scope {
  return { source, host, period: { ...period, ...range } };
}
