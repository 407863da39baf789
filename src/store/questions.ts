import type { Lag } from "../ledger/batch.ts";
import type { LogName } from "../log/log-name.ts";
import type { Ack } from "./ack.ts";
import type { ExportedContent, ExportedGeneration } from "./exported.ts";
import type { Scope, TimeRange } from "./scope.ts";
import type { CatalogueRow } from "./store-options.ts";

/**
 * What can be asked of a store, or of a snapshot of one. Times are Unix seconds. Every question rejects with a WsaError
 * when the store cannot be read.
 */
export interface Questions {
  /** The codes of the scope, most frequent first, then ascending by code. */
  codeTotals(scope: Scope): Promise<CodeTotal[]>;
  /**
   * The steps of `seconds` (60, 900 or 3600) in these ranges that have occurrences, ascending by code. The ranges begin and
   * end with steps, and do not overlap; the scope's period is ignored.
   */
  stepCounts(scope: Scope, ranges: readonly TimeRange[], seconds: number): Promise<StepCounts[]>;
  /** When each code of the scope's sources was seen first and last before a moment; in any order. */
  sightingsBefore(scope: Scope, moment: number): Promise<Sighting[]>;
  /** Occurrences with a time in steps of `grainSeconds`, in any order; null asks for all codes. */
  bucketCounts(scope: Scope, codes: readonly number[] | null, grainSeconds: number): Promise<BucketCount[]>;
  /** The first and the last minute with one of these codes, or with any for null; null when none has a time. */
  span(scope: Scope, codes: readonly number[] | null): Promise<MinuteSpan | null>;
  /** Occurrences of the scope's sources that have no time. */
  withoutTime(scope: Scope): Promise<number>;

  /**
   * The endpoints that each code of the scope names most, at most `mostOfCode` of each; most frequent first. For one
   * operation, those of its minutes.
   */
  endpointTotals(scope: Scope, mostOfCode: number): Promise<EndpointTotal[]>;
  /** The same for these codes in the range of an incident. */
  incidentEndpoints(scope: Scope, incident: CodesInRange, mostOfCode: number): Promise<EndpointTotal[]>;
  /**
   * The operations that each code of the scope failed in, most frequent first. For one endpoint, those of its minutes:
   * operations and endpoints are counted apart.
   */
  operationTotals(scope: Scope): Promise<OperationTotal[]>;

  /** The sources of each code of the scope, most frequent first. */
  sourceTotals(scope: Scope): Promise<(SourceTotal & { readonly code: number })[]>;
  /** The sources of these codes in a range, most frequent first. */
  sourcesIn(scope: Scope, incident: CodesInRange, most: number): Promise<SourceTotal[]>;
  /** Of each code of the scope the first line that is kept and the latest ones; by code, oldest first. */
  sampleLines(scope: Scope, latest: number): Promise<StoredLine[]>;
  /** The first line that is kept of a minute with one of these codes, or null. */
  lineOf(scope: Scope, minute: number, codes: readonly number[]): Promise<StoredLine | null>;

  /** The codes whose names the store keeps, ascending by code. */
  codeNames(): Promise<CatalogueRow[]>;
  /** Marks of known codes, ascending by code. */
  acks(): Promise<Ack[]>;
  /** What all runs together have read. */
  runTotals(): Promise<RunTotals>;
  /** How far each partition of a stream was counted, by its name. */
  lags(): Promise<PartitionLag[]>;
  /** Occurrences of each code in each source, those that were pruned too, by code, source and host. */
  occurrencesBySource(): Promise<SourceOccurrences[]>;
  /** The latest minute of each code that has a time, ascending by code. */
  lastOccurrences(): Promise<LastOccurrence[]>;
  /** Every log that was read, with findings or without, by host and then by name. */
  logNames(): Promise<LogName[]>;
  /** What a scope can be limited to, at most `most` values of a kind. */
  choices(most: number): Promise<Choices>;

  /** Every generation, ascending by id. */
  exportGenerations(): Promise<ExportedGeneration[]>;
  /** What was counted in one of them. */
  exportContent(generation: number): Promise<ExportedContent>;
}

/** Some codes in a stretch of time. */
export interface CodesInRange extends TimeRange {
  readonly codes: readonly number[];
}

/** Occurrences of a code. */
export interface CodeTotal {
  readonly code: number;
  readonly n: number;
  /** The first and the last minute; null when no occurrence has a time. */
  readonly first: number | null;
  readonly last: number | null;
}

/** The first and the last minute of a code. */
export interface Sighting extends MinuteSpan {
  readonly code: number;
}

/** Two minutes, the last one included. */
export interface MinuteSpan {
  readonly first: number;
  readonly last: number;
}

/** Occurrences of a code in steps. */
export interface StepCounts {
  readonly code: number;
  /** Unix seconds, ascending. */
  readonly starts: readonly number[];
  /** Occurrences in the step that begins there. */
  readonly counts: readonly number[];
}

/** Occurrences of a code in the step that begins at `start`. */
export interface BucketCount {
  readonly code: number;
  readonly start: number;
  readonly n: number;
}

/** Occurrences of a code towards an endpoint. */
export interface EndpointTotal {
  readonly code: number;
  readonly endpoint: string;
  readonly n: number;
  /** How many of them are counted by UTC days that the range only touches; see `isWholeDay`. */
  readonly byDay: number;
}

/** Occurrences of a code in an operation. */
export interface OperationTotal {
  readonly code: number;
  readonly operation: string;
  readonly n: number;
}

/** Occurrences in a source. */
export interface SourceTotal {
  readonly host: string;
  readonly source: string;
  readonly n: number;
}

/** A line that is kept as an example. */
export interface StoredLine {
  readonly code: number;
  readonly host: string;
  readonly source: string;
  /** 1-based. */
  readonly line: number;
  /** Null when the line has no time. */
  readonly minute: number | null;
  readonly operation: string | null;
  readonly endpoint: string | null;
  /** As in the log, control characters and all. */
  readonly text: string;
}

/** Sums over runs. */
export interface RunTotals {
  readonly runs: number;
  /** When the first of them began, in Unix seconds; null when there was none. */
  readonly began: number | null;
  readonly bytes: number;
  readonly lines: number;
  readonly occurrences: number;
  readonly lostBytes: number;
  /** Messages that could not be read. */
  readonly setAside: number;
  /** Messages that their brokers had removed before they were read. */
  readonly lostMessages: number;
}

/** How far a partition of a stream was counted at its last commit. */
export interface PartitionLag extends Lag {
  /** The stream and the subject or key. */
  readonly partition: string;
}

/** Occurrences of a code in a source; `name` is "" for a code that the catalogue does not know. */
export interface SourceOccurrences extends SourceTotal {
  readonly code: number;
  readonly name: string;
}

/** When a code was met last. */
export interface LastOccurrence {
  readonly code: number;
  /** As in `SourceOccurrences`. */
  readonly name: string;
  readonly minute: number;
}

/** Values for the limits of a scope: codes and endpoints most frequent first, names ascending. */
export interface Choices {
  readonly codes: readonly number[];
  readonly sources: readonly string[];
  readonly hosts: readonly string[];
  readonly endpoints: readonly string[];
}
