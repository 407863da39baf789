import type { Retryable } from "../catalogue/entry.ts";

/** The words of the HTML page beside those that it shares with other formats. */
export interface PageWords {
  readonly none: string;
  /** The list of the sections. */
  readonly contents: string;
  /** The head sentence: how many, compared with what, and what most of them are. */
  sentence(parts: { readonly errors: string; readonly beside: string | null; readonly mostly: string | null }): string;
  /** The sentence behind the incident that a longer report leads with. */
  inAll(summary: string): string;
  /** The incident. */
  lead(incident: {
    readonly when: string;
    readonly n: string;
    readonly title: string;
    readonly code: number;
    readonly towards: string;
  }): string;
  errors(n: string, one: boolean): string;
  times(factor: string, than: string): string;
  more(percent: string, than: string): string;
  fewer(percent: string, than: string): string;
  same(than: string): string;
  noneThen(than: string): string;
  readonly dayBefore: string;
  readonly periodBefore: string;
  /** The period before, as the label of the dotted line. */
  readonly before: string;
  /** The most frequent code: all there is, most of it, or just ahead of the others. */
  mostly(what: { readonly title: string; readonly code: number; readonly part: "all" | "most" | "some" }): string;
  towards(endpoint: string): string;
  readonly fresh: string;
  readonly noFresh: string;
  seenBefore(date: string): string;
  readonly spikes: string;
  readonly noSpikes: string;
  /** Shown with fewer than three weeks of history. */
  tooEarly(weeks: number): string;
  against(n: string, expected: string): string;
  readonly quiet: string;
  readonly incidents: string;
  readonly noIncidents: string;
  peak(n: string): string;
  readonly open: string;
  readonly began: string;
  moreOf(n: string): string;
  /** A date without its year; months count from 1. */
  date(month: number, day: number): string;
  readonly colon: string;
  readonly selectHint: string;
  /** How the chart is read. */
  readonly hover: string;
  readonly searchLines: string;
  /** A button beside a command, and its label when it is done. */
  readonly copy: string;
  readonly copied: string;
  readonly overTime: string;
  readonly others: string;
  /** What the heights of the chart are, for a step of this length. */
  perStep(step: string): string;
  /** Beside it, where the highest steps are cut off. */
  readonly cutOff: string;
  readonly incident: string;
  /** What the shades of the heat map are. */
  readonly perHour: string;
  readonly numbers: string;
  readonly from: string;
  overTimeSummary(busiest: string, n: string): string;
  readonly codes: string;
  readonly change: string;
  /** For a code without occurrences in the period before. */
  readonly noneBefore: string;
  readonly explain: string;
  readonly meaning: string;
  readonly causes: string;
  readonly relatedCodes: string;
  readonly operations: string;
  readonly sources: string;
  readonly samples: string;
  readonly noAdvice: string;
  readonly seen: string;
  readonly retryable: Readonly<Record<Retryable, string>>;
  readonly acknowledged: string;
  readonly busiestStep: string;
  readonly duration: string;
  readonly heatMap: string;
  heatMapRange(from: string, to: string): string;
  readonly weekday: string;
  readonly about: string;
  readonly definitions: readonly (readonly [term: string, meaning: string])[];
}
