import type { DateOrder } from "./date-order.ts";
import type { Stamp } from "./stamp.ts";

/** A line (or lines, joined by line feeds, of which the last counts), the Clock's zone, and the time as ISO 8601. */
export type TimeSample = readonly [line: string, zone: string, time: string | null];

/** A family of stamps that can begin at any column near the start of a line. */
export interface PlacedFormat {
  readonly first: "digit" | "letter";
  /** A regular expression (without groups) for the dates of it that many lines of one log begin with in one width. */
  readonly plainDate?: string;
  /** The stamp that begins at this column, or null. */
  read(line: string, at: number, order: DateOrder): Stamp | null;
  readonly samples: readonly TimeSample[];
}

/** A family of stamps that is found by its key, anywhere in the line. */
export interface KeyedFormat {
  /** Its turn: before all columns are read, or after the columns in front of a JSON object. */
  readonly turn: "before columns" | "after columns";
  /** The stamp, or null; `readAt` reads a value in any placed format. */
  find(line: string, readAt: (line: string, at: number) => Stamp | null): Stamp | null;
  readonly samples: readonly TimeSample[];
}

/** The formats that a Clock reads, by name. */
export interface TimeFormats {
  /** At one column the first that matches wins. A clock that is put away remembers its format by name. */
  readonly placed: Readonly<Record<string, PlacedFormat>>;
  readonly keyed: Readonly<Record<string, KeyedFormat>>;
}
