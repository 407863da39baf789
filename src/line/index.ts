// What else a line tells: when it was written (time/), what the program was doing (operation.ts) and whom the line
// blames (endpoint.ts). Everything here is pure and works on byte lines (Latin-1 strings: one character per byte).
import type { Operation } from "../catalogue/entry.ts";
import type { Finding } from "../recognise/finding.ts";
import type { ClockState } from "./time/clock.ts";

/** Reads the times of one source's lines in order; it remembers what earlier lines told (dates, #Fields, the zone). */
export interface Clock {
  /**
   * The time that the line itself names, in Unix milliseconds, or null.
   * A time of day alone takes its date from the nearest earlier line that has one.
   */
  read(line: string): number | null;
  /** What it remembers, as plain data. */
  state(): ClockState;
  /** Takes up what another clock of the same zone remembered. */
  restore(state: ClockState): void;
}

/** The operation that failed in this line, or null when it does not tell. */
export type ReadOperation = (line: string, findings: readonly Finding[]) => Operation | null;

/** `host:port`, `host`, `[v6]:port` or `:port` that the line blames, or null. */
export type ReadEndpoint = (
  line: string,
  findings: readonly Finding[],
  /** The line's operation, when it is known already. */
  operation?: Operation | null,
) => string | null;

export { endpointOf } from "./endpoint.ts";
export { operationOf } from "./operation.ts";
export { type ClockState, createClock } from "./time/clock.ts";
