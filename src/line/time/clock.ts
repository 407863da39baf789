import type { DateOrderState, LogHints } from "./date-order.ts";
import type { Stamp } from "./stamp.ts";
import type { W3cState } from "./w3c.ts";

/** Reads the times of one source's lines in order; it remembers the dates, #Fields and zone of earlier lines. */
export interface Clock {
  /**
   * The time that the line itself names, in Unix milliseconds, or null.
   * A time of day alone takes its date from the nearest earlier line that has one.
   */
  read(line: string): number | null;
  /** How many stamps were read so far that need earlier lines: for their day, or for the order of day and month. */
  readonly dependent: number;
  /** Whether `read` would find nothing in any of the lines of a text, as far as a quick look shows. */
  isTimeless(text: string): boolean;
  /** Whether samples of the log could show the order of its dates. */
  wantsSamples(): boolean;
  /**
   * Takes what is known about the log before its first line is read: samples of it (byte strings, in their order) and when
   * it was last written. What they show of the order of dates is remembered; a day above 12 in a later line overrules it.
   */
  prepare(hints: LogHints, samples: readonly string[]): void;
  /** Returns its memory, as plain data. */
  state(): ClockState;
  /** Takes over the memory of another clock of the same zone. */
  restore(state: ClockState): void;
}

/** The memory of a clock; plain data. */
export interface ClockState {
  /** The last stamp, with its date. */
  readonly last: Stamp | null;
  readonly order: DateOrderState;
  /** The name of the placed format that matched last, and its column. */
  readonly usual: { readonly format: string; readonly at: number } | null;
  readonly w3c: W3cState;
}
