import { Temporal } from "temporal-polyfill";

/** Length of a step of a trend: minutes that divide a day, or whole days (seven begin on Mondays). */
export type Bucket = { readonly minutes: number } | { readonly days: number };

/** Steps in a zone's own time. Step i is [starts[i], starts[i + 1]), the last one ends at `end`. */
export interface Steps {
  readonly bucket: Bucket;
  /** Unix seconds, ascending. */
  readonly starts: readonly number[];
  readonly end: number;
}

/**
 * Returns the steps that cover [since, until). They begin where the local clock shows a multiple of the bucket, so a
 * day of 23 hours has 23 steps of an hour and a day of 25 hours has 25.
 */
export function createSteps(bucket: Bucket, since: number, until: number, zone: string): Steps {
  const bounds: number[] = [];
  let day = firstDay(bucket, since, zone);
  while ((bounds.at(-1) ?? -Infinity) < until) {
    bounds.push(...startsIn(day, bucket, zone));
    day = day.add({ days: "days" in bucket ? bucket.days : 1 });
  }
  const from = Math.max(
    bounds.findLastIndex((bound) => bound <= since),
    0,
  );
  const to = bounds.findIndex((bound) => bound >= until);
  return { bucket, starts: bounds.slice(from, to), end: bounds[to] ?? until };
}

/** Returns the shortest usual bucket that needs at most `most` steps for [since, until). */
export function fittingBucket(since: number, until: number, most: number): Bucket {
  const minutes = Math.max(until - since, 60) / 60;
  const fitting = USUAL.find((bucket) => minutesOf(bucket) * most >= minutes);
  return fitting ?? { days: 7 * Math.ceil(minutes / (most * 7 * 1440)) };
}

/** Length of a bucket in minutes, on a day without a change of clocks. */
export const minutesOf = (bucket: Bucket): number => ("days" in bucket ? bucket.days * 1440 : bucket.minutes);

/** Returns the index of the step that holds a moment, which must be in the steps. */
export function stepAt({ starts }: Steps, second: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? Infinity) <= second) low = middle;
    else high = middle;
  }
  return low;
}

const USUAL: readonly Bucket[] = [
  ...[1, 2, 5, 10, 15, 30, 60, 120, 180, 240, 360, 480, 720].map((minutes) => ({ minutes })),
  ...[1, 2, 7, 14, 28].map((days) => ({ days })),
];

function firstDay(bucket: Bucket, since: number, zone: string): Temporal.PlainDate {
  const day = Temporal.Instant.fromEpochMilliseconds(since * 1000)
    .toZonedDateTimeISO(zone)
    .toPlainDate();
  return "days" in bucket && bucket.days % 7 === 0 ? day.subtract({ days: day.dayOfWeek - 1 }) : day;
}

// A local time that the clocks skip becomes the one after the gap. One that they repeat begins two steps.
function startsIn(day: Temporal.PlainDate, bucket: Bucket, zone: string): number[] {
  if ("days" in bucket) return [secondsOf(day.toZonedDateTime(zone))];
  const starts = new Set<number>();
  for (let minute = 0; minute < 1440; minute += bucket.minutes) {
    const time = day.toPlainDateTime({ hour: Math.floor(minute / 60), minute: minute % 60 });
    starts.add(secondsOf(time.toZonedDateTime(zone, { disambiguation: "compatible" })));
    starts.add(secondsOf(time.toZonedDateTime(zone, { disambiguation: "later" })));
  }
  return [...starts].sort((a, b) => a - b);
}

const secondsOf = (at: Temporal.ZonedDateTime): number => Math.floor(at.epochMilliseconds / 1000);
