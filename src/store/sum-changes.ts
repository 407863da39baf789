import type { CountKind, CountPlace } from "./count-rows.ts";
import { isWholeDay, secondsPerDay } from "./whole-day.ts";

/** Counts are added up by quarters of an hour, UTC: hours and days of every zone are whole quarters. */
export const secondsPerQuarter = 900;

export const secondsPerHour = 3600;

/** All months of sums have 30 days, from 1970 on. */
export const secondsPerMonth = 30 * secondsPerDay;

/** Where sums of what has no time begin: 0 is the first quarter of 1970. */
export const noTime = -1;

/** Where the quarter of an hour begins that a minute is added to. */
function quarterOf(minute: number): number {
  return minute === 0 ? noTime : minute - (minute % secondsPerQuarter);
}

/** Where the hour of a quarter begins, UTC. */
function hourOf(quarter: number): number {
  return quarter === noTime ? noTime : quarter - (quarter % secondsPerHour);
}

/** Where the UTC day begins that a minute is added to; what was counted by whole days stays apart, see `isWholeDay`. */
function dayOf(minute: number): number {
  if (minute === 0) return noTime;
  return isWholeDay(minute) ? minute : minute - (minute % secondsPerDay);
}

/** Where the month of a day begins; what was counted by whole days stays apart here too. */
function monthOf(day: number): number {
  if (day === noTime) return noTime;
  const start = day - (day % secondsPerMonth);
  return isWholeDay(day) ? start + 1 : start;
}

/** How many occurrences more a quarter has, and which minutes came and went. */
export interface QuarterChange {
  readonly code: number;
  readonly start: number;
  n: number;
  /** The first and the last minute that occurrences were added to; null when they have no time. */
  first: number | null;
  last: number | null;
  /** Whether a minute of a log has no occurrence any more. */
  isEmptied: boolean;
}

/** How many occurrences more an hour has. */
export interface HourChange {
  readonly code: number;
  readonly start: number;
  n: number;
}

/** How many occurrences more a day or a month has; `subject` is the id of the source, an endpoint or an operation. */
export interface DayChange {
  readonly start: number;
  readonly code: number;
  readonly subject: string | number;
  readonly n: number;
}

/** How many occurrences more there are, by the beginning of the day, code and subject. */
type Days = Map<number, Map<number, Map<string | number, number>>>;

/** What is summed by the day and by the month: the tables are called after it. */
export type Summed = "source" | "endpoint" | "operation";

/**
 * What a transaction changes in the tables of sums. It writes them at its end, in the order of their keys: so writers wait
 * for each other, and not in circles.
 */
export class SumChanges {
  readonly #quarters = new Map<string, QuarterChange>();
  readonly #days: Readonly<Record<Summed, Days>> = { source: new Map(), endpoint: new Map(), operation: new Map() };
  readonly #spans = new Map<number, { first: number; last: number }>();

  /** Counts `n` more occurrences at a place of a generation; `isEmptied` when there are none left. */
  add(log: SummedLog, { kind, minute, code, subject }: CountPlace, n: number, isEmptied = false): void {
    if (n === 0) return;
    if (n > 0 && minute > 0) this.#extend(log.generation, minute);
    const summed = summedOf[kind];
    addTo(this.#days[summed], { start: dayOf(minute), code, subject: summed === "source" ? log.source : subject, n });
    if (kind === "counts") this.#addToQuarter(minute, code, n, isEmptied);
  }

  /** By code and time. */
  quarters(): QuarterChange[] {
    return [...this.#quarters.values()].sort((a, b) => a.code - b.code || a.start - b.start);
  }

  /** By code and time. */
  hours(): HourChange[] {
    const hours: HourChange[] = [];
    for (const { code, start: quarter, n } of this.quarters()) {
      const start = hourOf(quarter);
      const last = hours.at(-1);
      if (last?.code === code && last.start === start) last.n += n;
      else hours.push({ code, start, n });
    }
    return hours.filter(({ n }) => n !== 0);
  }

  /** By time, code and subject. */
  days(summed: Summed): DayChange[] {
    return rowsOf(this.#days[summed]);
  }

  /** By time, code and subject. */
  months(summed: Summed): DayChange[] {
    const months: Days = new Map();
    for (const day of this.days(summed)) addTo(months, { ...day, start: monthOf(day.start) });
    return rowsOf(months);
  }

  /** The first and the last minute that each generation has got, by its id. */
  spans(): { readonly generation: number; readonly first: number; readonly last: number }[] {
    return [...this.#spans]
      .map(([generation, span]) => ({ generation, ...span }))
      .sort((a, b) => a.generation - b.generation);
  }

  #extend(generation: number, minute: number): void {
    const span = this.#spans.get(generation);
    if (span === undefined) {
      this.#spans.set(generation, { first: minute, last: minute });
      return;
    }
    if (minute < span.first) span.first = minute;
    if (minute > span.last) span.last = minute;
  }

  #addToQuarter(minute: number, code: number, n: number, isEmptied: boolean): void {
    const start = quarterOf(minute);
    const key = `${start} ${code}`;
    const change = this.#quarters.get(key) ?? { code, start, n: 0, first: null, last: null, isEmptied: false };
    this.#quarters.set(key, change);
    change.n += n;
    change.isEmptied ||= isEmptied;
    if (n < 0 || start === noTime) return;
    change.first = Math.min(change.first ?? minute, minute);
    change.last = Math.max(change.last ?? minute, minute);
  }
}

function addTo(days: Days, { start, code, subject, n }: DayChange): void {
  const subjects = entryOf(entryOf(days, start), code);
  subjects.set(subject, (subjects.get(subject) ?? 0) + n);
}

function rowsOf(days: Days): DayChange[] {
  const rows: DayChange[] = [];
  for (const [start, codes] of inOrder(days)) {
    for (const [code, subjects] of inOrder(codes)) {
      for (const [subject, n] of inOrder(subjects)) if (n !== 0) rows.push({ start, code, subject, n });
    }
  }
  return rows;
}

function entryOf<Key, Value>(entries: Map<number, Map<Key, Value>>, key: number): Map<Key, Value> {
  const known = entries.get(key);
  if (known !== undefined) return known;
  const entry = new Map<Key, Value>();
  entries.set(key, entry);
  return entry;
}

function inOrder<Key extends string | number, Value>(entries: ReadonlyMap<Key, Value>): [Key, Value][] {
  return [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
}

const summedOf = {
  counts: "source",
  endpoints: "endpoint",
  operations: "operation",
} as const satisfies Record<CountKind, Summed>;

/** A generation, and the id of its source. */
export interface SummedLog {
  readonly generation: number;
  readonly source: number;
}
