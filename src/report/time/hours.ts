import { Temporal } from "temporal-polyfill";
import { createSteps } from "./buckets.ts";
import { localTime } from "./local-time.ts";

/** One hour of a zone's clock. */
export interface Hour {
  /** Unix seconds. */
  readonly start: number;
  readonly end: number;
  /** Hour of the week, 0 to 167: Monday 00:00 is 0. */
  readonly ofWeek: number;
  /** Index of its day, counted from the first hour's day. */
  readonly day: number;
}

/** Returns all hours that overlap [since, until), oldest first: 23 or 25 on days when the clocks change. */
export function hoursOf(since: number, until: number, zone: string): Hour[] {
  const hours: Hour[] = [];
  let date = Temporal.Instant.fromEpochMilliseconds(since * 1000)
    .toZonedDateTimeISO(zone)
    .toPlainDate();
  for (let day = 0; ; day++) {
    const start = startOf(date, zone);
    if (start >= until) return hours;
    const next = date.add({ days: 1 });
    const weekday = date.dayOfWeek - 1;
    for (const hour of hoursOfDay(start, startOf(next, zone), zone))
      if (hour.end > since && hour.start < until) hours.push({ ...hour, ofWeek: weekday * 24 + hour.ofDay, day });
    date = next;
  }
}

/** Seconds by which a zone's clock is ahead of UTC in a range: each offset once. */
export function offsetsIn(since: number, until: number, zone: string): number[] {
  const offsets = new Set<number>();
  let at: Temporal.ZonedDateTime | null = Temporal.Instant.fromEpochMilliseconds(since * 1000).toZonedDateTimeISO(zone);
  while (at !== null && at.epochMilliseconds < until * 1000) {
    offsets.add(at.offsetNanoseconds / 1e9);
    at = at.getTimeZoneTransition("next");
  }
  return [...offsets];
}

/** Moves a moment back by whole calendar days, to the same local time. */
export function daysEarlier(second: number, days: number, zone: string): number {
  const at = Temporal.Instant.fromEpochMilliseconds(second * 1000).toZonedDateTimeISO(zone);
  return Math.floor(at.subtract({ days }).epochMilliseconds / 1000);
}

/** Returns the start of the day that holds a moment. */
export function dayOf(second: number, zone: string): number {
  return startOf(
    Temporal.Instant.fromEpochMilliseconds(second * 1000)
      .toZonedDateTimeISO(zone)
      .toPlainDate(),
    zone,
  );
}

const startOf = (date: Temporal.PlainDate, zone: string): number =>
  Math.floor(date.toZonedDateTime(zone).epochMilliseconds / 1000);

function hoursOfDay(start: number, end: number, zone: string): { start: number; end: number; ofDay: number }[] {
  // Only odd days ask the calendar, which is too slow for every hour of a year.
  if (end - start === 86_400)
    return Array.from({ length: 24 }, (_, i) => ({ start: start + i * 3600, end: start + (i + 1) * 3600, ofDay: i }));
  const { starts } = createSteps({ minutes: 60 }, start, end, zone);
  return starts.map((at, i) => ({
    start: at,
    end: starts[i + 1] ?? end,
    ofDay: Number(localTime(at, zone).time.slice(0, 2)),
  }));
}
