import type { Category, Language, Operation } from "../../catalogue/entry.ts";
import type { Scope, TimeRange } from "../../store/scope.ts";
import type { Steps } from "./buckets.ts";

export type { TimeRange };

/**
 * What a report says, before any format: every number that some format shows, in a fixed order. Moments are Unix
 * seconds, stretches of time are half-open, text from logs is as it was stored: a format makes it safe.
 */
export interface Report extends Scope {
  readonly lang: Language;
  /** Where the period begins and ends, open ends filled in; null when nothing in it has a time and nothing bounds it. */
  readonly extent: TimeRange | null;
  readonly totals: Totals;
  readonly change: Change;
  /** What "new", "more than usual" and "less than usual" look back on. */
  readonly history: History;
  /** In the order in which they came. */
  readonly news: readonly NewCode[];
  /** The most surprising first. */
  readonly spikes: readonly Spike[];
  /** The greatest shortfall first. */
  readonly quiet: readonly QuietCode[];
  /** In the order in which they began. */
  readonly incidents: readonly Incident[];
  /** The steps that `before` and every code's `trend` count in; null when nothing in the period has a time. */
  readonly steps: Steps | null;
  /** Occurrences in the steps of the period before, one for each of `steps`; null where there is none to compare with. */
  readonly before: readonly number[] | null;
  /** Most frequent first, then ascending by code. */
  readonly codes: readonly CodeRow[];
  /** Most frequent first, at most ten. */
  readonly endpoints: readonly EndpointRow[];
  readonly heatMap: HeatMap | null;
  readonly read: Read;
}

/** What the counts of the period add up to. */
export interface Totals {
  readonly occurrences: number;
  readonly codes: number;
  /** Sources that have at least one of the occurrences. */
  readonly sources: number;
  /** The first and the last minute with an occurrence; null when none has a time. */
  readonly first: number | null;
  readonly last: number | null;
}

/** The period beside two others; null where the store's history does not reach so far back. */
export interface Change {
  /** The stretch of the same length just before: the day before a day. */
  readonly before: Comparison | null;
  /** The same weekdays and times a week earlier, or as many whole weeks as the period is long. */
  readonly weekBefore: (Comparison & { readonly weeks: number }) | null;
}

/** Another stretch and how the period differs from it. */
export interface Comparison extends TimeRange {
  readonly occurrences: number;
  /** 3.12 is 312 % more, -0.5 half as many; null when there were none then. */
  readonly change: number | null;
}

/** How far the store can look back. */
export interface History {
  /** The first minute with an occurrence of the scope's sources, or null. */
  readonly first: number | null;
  /** Whole weeks before the period that its hours are compared with: at most eight; fewer than three are too few. */
  readonly weeks: number;
}

/** A code that was not seen in the thirty days before it came, and that nobody has acknowledged. */
export interface NewCode {
  readonly code: number;
  readonly name: string;
  readonly category: Category | null;
  /** When it came. */
  readonly first: number;
  /** When it was seen last before that, more than thirty days earlier; null: never. */
  readonly before: number | null;
  /** Occurrences in the period. */
  readonly count: number;
  /** The source it came in, the operation that failed and the endpoint that was blamed most. */
  readonly source: string;
  readonly operation: Operation | null;
  readonly endpoint: string | null;
}

/** Hours in which a code came more often than the same hours of the week before explain. */
export interface Spike extends TimeRange {
  readonly code: number;
  readonly name: string;
  readonly category: Category | null;
  readonly count: number;
  /** The mean of the same hours of the weeks before. */
  readonly expected: number;
  /** Probability of such an hour by chance: the smallest of its hours, before the correction for how many are looked at. */
  readonly chance: number;
  readonly endpoint: string | null;
}

/** A code that came less often than the same hours of the weeks before explain. */
export interface QuietCode {
  readonly code: number;
  readonly name: string;
  readonly category: Category | null;
  readonly count: number;
  readonly expected: number;
  readonly chance: number;
}

/** A run of occurrences close in time, of one code or of several that overlap. */
export interface Incident extends TimeRange {
  readonly count: number;
  /** The most occurrences in one minute, and that minute. */
  readonly peak: number;
  readonly peakAt: number;
  /** Whether it was still going on where the period ends. */
  readonly open: boolean;
  /** Most frequent first; `count` is that of the incident. */
  readonly codes: readonly {
    readonly code: number;
    readonly name: string;
    readonly category: Category | null;
    readonly count: number;
  }[];
  /** Most frequent first, at most five. */
  readonly sources: readonly SourceRow[];
  /** Whom its codes blamed most on the UTC days that it touches, at most five. */
  readonly endpoints: readonly EndpointRow[];
  /** The line that it began with, if the store has kept it. */
  readonly began: SampleLine | null;
}

/** One code in the period. */
export interface CodeRow {
  readonly code: number;
  readonly name: string;
  readonly title: string;
  /** Null for a code that the catalogue does not know. */
  readonly category: Category | null;
  readonly retryable: boolean | null;
  /** Whether somebody has said that it is known. */
  readonly acknowledged: boolean;
  readonly count: number;
  /** Of all occurrences in the period, 0 to 1. */
  readonly share: number;
  /** Occurrences in the period before and in the one a week earlier; null where there is nothing to compare with. */
  readonly before: number | null;
  readonly weekBefore: number | null;
  /** The first and the last minute with an occurrence; null when none has a time. */
  readonly first: number | null;
  readonly last: number | null;
  /** Occurrences in each of the report's steps; those without a time are in none. */
  readonly trend: readonly number[];
  /** Most frequent first, at most five. */
  readonly sources: readonly SourceRow[];
  /** Most frequent first. Kept by whole UTC days, like endpoints. */
  readonly operations: readonly { readonly operation: Operation; readonly count: number }[];
  /** Most frequent first, at most five. */
  readonly endpoints: readonly EndpointRow[];
  /** The endpoint that lines with this code blame most often, or null. */
  readonly endpoint: string | null;
  /** The most likely cause for the most frequent operation and the step that confirms or mends it; null without advice. */
  readonly advice: { readonly cause: string; readonly next: string } | null;
  /** What the catalogue says; null for a code that it does not know. */
  readonly explanation: Explanation | null;
  /** At most three lines, the oldest first. */
  readonly samples: readonly SampleLine[];
}

/** The catalogue's texts in the report's language, commands in backquotes, placeholders filled in where one endpoint is known. */
export interface Explanation {
  readonly meaning: string;
  /** What fits the operations that failed, the most frequent first; all there is where none is known. */
  readonly advice: readonly {
    readonly operations: readonly Operation[];
    readonly cause: string;
    readonly next: string;
  }[];
  readonly related: readonly { readonly code: number; readonly name: string; readonly note: string }[];
}

/** Occurrences in a source. */
export interface SourceRow {
  readonly host: string;
  readonly source: string;
  readonly count: number;
}

/** A line kept as an example. */
export interface SampleLine {
  readonly host: string;
  readonly source: string;
  /** 1-based. */
  readonly line: number;
  /** Null when the line tells no time. */
  readonly minute: number | null;
  readonly text: string;
}

/** Occurrences of a code towards an endpoint, on all UTC days that the period touches. */
export interface EndpointRow {
  readonly endpoint: string;
  readonly code: number;
  readonly name: string;
  readonly count: number;
}

/** Occurrences by weekday and hour of the zone, over the period, or the four weeks up to its end where it is shorter. */
export interface HeatMap extends TimeRange {
  /** Seven rows, Monday first, of 24 hours. */
  readonly counts: readonly (readonly number[])[];
}

/** What the store has read in all, whatever the period, and the occurrences that no period can claim. */
export interface Read {
  readonly runs: number;
  readonly bytes: number;
  readonly lines: number;
  readonly lostBytes: number;
  /** Occurrences of the chosen sources in lines that tell no time: part of a report over everything only. */
  readonly withoutTime: number;
}
