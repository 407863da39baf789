import type { Category, Operation, Retryable, Severity } from "../../catalogue/entry.ts";

/** One code in the period. */
export interface CodeRow {
  readonly code: number;
  readonly name: string;
  readonly title: string;
  /** Null for a code that the catalogue does not know. */
  readonly category: Category | null;
  readonly retryable: Retryable | null;
  readonly severity: Severity | null;
  /** Whether it is acknowledged. */
  readonly acknowledged: boolean;
  readonly count: number;
  /** Of all occurrences in the period, 0 to 1. */
  readonly share: number;
  /** Occurrences in the period before and a week earlier; null where there is nothing to compare with. */
  readonly before: number | null;
  readonly weekBefore: number | null;
  /** The first and the last minute with an occurrence; null when none has a time. */
  readonly first: number | null;
  readonly last: number | null;
  /** Occurrences in each of the report's steps; those without a time are in none. */
  readonly trend: readonly number[];
  /** Most frequent first, at most five. */
  readonly sources: readonly SourceRow[];
  /** Most frequent first. */
  readonly operations: readonly { readonly operation: Operation; readonly count: number }[];
  /** Most frequent first, at most five. */
  readonly endpoints: readonly EndpointRow[];
  /** The most frequent endpoint, or null. */
  readonly endpoint: string | null;
  /** The most likely cause for the most frequent operation, and its next step; null without advice. */
  readonly advice: RowAdvice | null;
  /** Null for a code that the catalogue does not know. */
  readonly explanation: CodeExplanation | null;
  /** At most three lines, the oldest first. */
  readonly samples: readonly SampleLine[];
}

/**
 * The catalogue's texts in the report's language. Commands are in backquotes; placeholders are filled in where the
 * endpoint is known.
 */
export interface CodeExplanation {
  readonly meaning: string;
  /** Advice for the operations that failed, the most frequent first, or all advice when none is known. */
  readonly advice: readonly RowAdvice[];
  readonly related: readonly { readonly code: number; readonly name: string; readonly note: string }[];
}

/** A likely cause and its next step. */
export interface RowAdvice {
  readonly operations: readonly Operation[];
  readonly cause: string;
  readonly next: string;
  /** Address of a public page that bears it out; null for a user's own advice without one. */
  readonly source: string | null;
  /** The incident of another code that speaks for it; null without one. */
  readonly incident: { readonly since: number; readonly until: number; readonly code: number } | null;
  /** The code that speaks for it without an incident: it comes at the same times. */
  readonly beside: number | null;
}

/** Occurrences on a machine. */
export interface HostRow {
  readonly host: string;
  readonly count: number;
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
  /** Null when the line has no time. */
  readonly minute: number | null;
  readonly text: string;
}

/** Occurrences of a code towards an endpoint. */
export interface EndpointRow {
  readonly endpoint: string;
  readonly code: number;
  readonly name: string;
  readonly count: number;
  /** How many of them an earlier version counted by UTC days, which the period may only touch. */
  readonly byDay: number;
}
