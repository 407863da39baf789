import type { CountKind, CountPlace } from "./count-rows.ts";
import { isWholeDay, secondsPerDay } from "./whole-day.ts";

/** Counts are added up by quarters of an hour, UTC: hours and days of every zone are whole quarters. */
export const secondsPerQuarter = 900;

export const secondsPerHour = 3600;

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

/** How many occurrences more a day has; `subject` is the id of the source, an endpoint or an operation. */
export interface DayChange {
  readonly start: number;
  readonly code: number;
  readonly subject: string | number;
  readonly n: number;
}

/** How many occurrences more there are, by the beginning of the day, code and subject. */
type Days = Map<number, Map<number, Map<string | number, number>>>;

/** The tables of sums by the day. */
export type DayTable = "source_days" | "endpoint_days" | "operation_days";

/**
 * What a transaction changes in the tables of sums. It writes them at its end, in the order of their keys: so writers wait
 * for each other, and not in circles.
 */
export class SumChanges {
  readonly #quarters = new Map<string, QuarterChange>();
  readonly #days: Readonly<Record<DayTable, Days>> = {
    source_days: new Map(),
    endpoint_days: new Map(),
    operation_days: new Map(),
  };
  readonly #spans = new Map<number, { first: number; last: number }>();

  /** Counts `n` more occurrences at a place of a generation; `isEmptied` when there are none left. */
  add(log: SummedLog, { kind, minute, code, subject }: CountPlace, n: number, isEmptied = false): void {
    if (n === 0) return;
    if (n > 0 && minute > 0) this.#extend(log.generation, minute);
    const [table, of] = dayTableOf[kind];
    this.#addToDay(table, minute, code, of === "source" ? log.source : subject, n);
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
  days(table: DayTable): DayChange[] {
    const rows: DayChange[] = [];
    for (const [start, codes] of inOrder(this.#days[table])) {
      for (const [code, subjects] of inOrder(codes)) {
        for (const [subject, n] of inOrder(subjects)) if (n !== 0) rows.push({ start, code, subject, n });
      }
    }
    return rows;
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

  #addToDay(table: DayTable, minute: number, code: number, subject: string | number, n: number): void {
    const subjects = entryOf(entryOf(this.#days[table], dayOf(minute)), code);
    subjects.set(subject, (subjects.get(subject) ?? 0) + n);
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

const dayTableOf = {
  counts: ["source_days", "source"],
  endpoints: ["endpoint_days", "subject"],
  operations: ["operation_days", "subject"],
} as const satisfies Record<CountKind, readonly [DayTable, string]>;

/** A generation, and the id of its source. */
export interface SummedLog {
  readonly generation: number;
  readonly source: number;
}
