import type { HostRow, SourceRow } from "./code-row.ts";

/** The machines and logs of a report. */
export interface Places {
  /** Most frequent first, at most ten. */
  readonly hosts: readonly HostRow[];
  readonly sources: readonly SourceRow[];
  /** Those that are not among the ten, together; null without any. */
  readonly otherHosts: OtherPlaces | null;
  readonly otherSources: OtherPlaces | null;
}

/** How many places, and the occurrences there. */
export interface OtherPlaces {
  readonly places: number;
  readonly count: number;
}
