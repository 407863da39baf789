import type { Category, Language, Operation } from "../../catalogue/entry.ts";
import type { Scope, TimeRange } from "../../store/scope.ts";
import type { FoundIncident } from "../detect/incidents.ts";
import type { FoundNew } from "../detect/news.ts";
import type { FoundQuiet } from "../detect/quiet.ts";
import type { FoundSpike } from "../detect/spikes.ts";
import type { Steps } from "../time/buckets.ts";
import type { CodeRow, EndpointRow, SampleLine, SourceRow } from "./code-row.ts";
import type { Places } from "./place-rows.ts";

/** What the clocks of some lines got wrong: times that no log of today can have, beside times that it can. */
export interface StrayTimes {
  /** The times that are believed. */
  readonly believed: TimeRange;
  readonly occurrences: number;
  /** The first and the last of these minutes. */
  readonly first: number;
  readonly last: number;
}

/**
 * A report before any format: every number that some format shows, in a fixed order. Moments are Unix seconds, time
 * ranges are half-open. Text from logs is not escaped: each format makes it safe.
 */
export interface Report extends Scope, Places {
  readonly lang: Language;
  /** The period, open ends filled in; null when nothing in it has a time and nothing bounds it. */
  readonly extent: TimeRange | null;
  readonly totals: Totals;
  readonly change: PeriodChange;
  /** The history that "new", "more than usual" and "less than usual" are measured against. */
  readonly history: History;
  /** In the order in which they came. */
  readonly news: readonly NewCode[];
  /** The least probable first. */
  readonly spikes: readonly Spike[];
  /** The greatest shortfall first. */
  readonly quiet: readonly QuietCode[];
  /** In the order in which they began. */
  readonly incidents: readonly Incident[];
  /** The steps in which `before` and the `trend` of each code count; null when nothing in the period has a time. */
  readonly steps: Steps | null;
  /**
   * Occurrences in the steps of the period before, one for each of `steps`; null when there is no period to compare
   * with.
   */
  readonly before: readonly number[] | null;
  /** Most frequent first, then ascending by code. */
  readonly codes: readonly CodeRow[];
  /** Most frequent first, at most ten. */
  readonly endpoints: readonly EndpointRow[];
  readonly heatMap: HeatMap | null;
  readonly read: Read;
}

/** The sums over the period. */
export interface Totals {
  readonly occurrences: number;
  readonly codes: number;
  /** Sources that have at least one of the occurrences. */
  readonly sources: number;
  /** The first and the last minute with an occurrence; null when none has a time. */
  readonly first: number | null;
  readonly last: number | null;
}

/** The period compared with two others; null where the store's history does not reach so far back. */
export interface PeriodChange {
  /** The period of the same length just before: for a day, the day before. */
  readonly before: Comparison | null;
  /** The same weekdays and times one week earlier, or more for a period longer than a week. */
  readonly weekBefore: (Comparison & { readonly weeks: number }) | null;
}

/** Another period and how this one differs from it. */
export interface Comparison extends TimeRange {
  readonly occurrences: number;
  /** 3.12 is 312 % more, -0.5 half as many; null when there were none then. */
  readonly change: number | null;
}

/** How far the store can look back. */
export interface History {
  /** The first minute with an occurrence of the scope's sources, or null. */
  readonly first: number | null;
  /** Whole weeks of history before the period, at most eight. Fewer than three are too few to judge. */
  readonly weeks: number;
}

/** A code that was not seen in the thirty days before it came, and that nobody has acknowledged. */
export interface NewCode extends FoundNew {
  readonly name: string;
  readonly category: Category | null;
  /** Occurrences in the period. */
  readonly count: number;
  /** The source in which it came, the operation that failed and the most frequent endpoint. */
  readonly source: string;
  readonly operation: Operation | null;
  readonly endpoint: string | null;
}

/** Hours in which a code came more often than the same hours of the week before explain. */
export interface Spike extends FoundSpike {
  readonly name: string;
  readonly category: Category | null;
  readonly endpoint: string | null;
}

/** A code that came less often than the same hours of the weeks before explain. */
export interface QuietCode extends FoundQuiet {
  readonly name: string;
  readonly category: Category | null;
}

/** Occurrences close in time, of one code or of several that overlap. */
export interface Incident extends FoundIncident {
  /** Most frequent first; `count` is that of the incident. */
  readonly codes: readonly {
    readonly code: number;
    readonly name: string;
    readonly category: Category | null;
    readonly count: number;
  }[];
  /** Most frequent first, at most five. */
  readonly sources: readonly SourceRow[];
  /** The most frequent endpoints of its codes, at most five. */
  readonly endpoints: readonly EndpointRow[];
  /** Its first line, if the store has kept it. */
  readonly began: SampleLine | null;
}

/**
 * Occurrences by weekday and hour of the zone, over the period, or over the four weeks up to its end when it is
 * shorter.
 */
export interface HeatMap extends TimeRange {
  /** Seven rows, Monday first, of 24 hours. */
  readonly counts: readonly (readonly number[])[];
}

/** What the store has read in all, whatever the period, and the occurrences without a time. */
export interface Read {
  readonly runs: number;
  readonly bytes: number;
  readonly lines: number;
  readonly lostBytes: number;
  /** Messages of brokers that could not be read. */
  readonly setAside: number;
  /** Messages that their brokers had removed before they were read. */
  readonly lostMessages: number;
  /** Occurrences of the scope's sources without a time. Only a report over everything counts them. */
  readonly withoutTime: number;
  /** Times that wrong clocks wrote, set aside like no times; null when there are none at the period's open ends. */
  readonly stray: StrayTimes | null;
}
