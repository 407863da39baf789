import type { Stamp } from "./stamp.ts";

/** A line (or lines, joined by line feeds, of which the last is asked), the Clock's zone, and the time as ISO 8601. */
export type TimeSample = readonly [line: string, zone: string, time: string | null];

/** What a source has shown about its dates: null until a day above 12 proves the order. */
export interface DateOrder {
  dayFirst: boolean | null;
}

/** A family of stamps that can begin at any column near the start of a line. */
export interface PlacedFormat {
  readonly first: "digit" | "letter";
  /** The stamp that begins at this column, or null. */
  read(line: string, at: number, order: DateOrder): Stamp | null;
  readonly samples: readonly TimeSample[];
}

/** A family of stamps that is found by its key, wherever it stands. */
export interface KeyedFormat {
  /** The stamp, or null; `readAt` reads a value in any placed format. */
  find(line: string, readAt: (line: string, at: number) => Stamp | null): Stamp | null;
  readonly samples: readonly TimeSample[];
}
