import type { Category, Language } from "../catalogue/entry.ts";
import type { Steps } from "./buckets.ts";
import type { Scope } from "./scope.ts";

/** What a report says, before any format: every number that some format shows, in a fixed order. */
export interface Report extends Scope {
  readonly lang: Language;
  readonly totals: Totals;
  /** The steps that every code's `trend` counts in; null when nothing in the period has a time. */
  readonly steps: Steps | null;
  /** Most frequent first, then ascending by code. */
  readonly codes: readonly CodeRow[];
  /** Most frequent first, at most ten. */
  readonly endpoints: readonly EndpointRow[];
  readonly read: Read;
}

/** What the counts of the period add up to. */
export interface Totals {
  readonly occurrences: number;
  readonly codes: number;
  /** Sources that have at least one of the occurrences. */
  readonly sources: number;
  /** Unix seconds of the first and the last minute with an occurrence; null when none has a time. */
  readonly first: number | null;
  readonly last: number | null;
}

/** One code in the period. */
export interface CodeRow {
  readonly code: number;
  readonly name: string;
  readonly title: string;
  /** Null for a code that the catalogue does not know. */
  readonly category: Category | null;
  readonly count: number;
  /** Of all occurrences in the period, 0 to 1. */
  readonly share: number;
  /** Unix seconds of the first and the last minute with an occurrence; null when none has a time. */
  readonly first: number | null;
  readonly last: number | null;
  /** Occurrences in each of the report's steps; those without a time are in none. */
  readonly trend: readonly number[];
  /** The endpoint that lines with this code blame most often, or null. */
  readonly endpoint: string | null;
  /** The most likely cause and the step that confirms or mends it; null for a code without advice. */
  readonly advice: { readonly cause: string; readonly next: string } | null;
}

/** Occurrences of a code towards an endpoint, on all UTC days that the period touches. */
export interface EndpointRow {
  readonly endpoint: string;
  readonly code: number;
  readonly name: string;
  readonly count: number;
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
