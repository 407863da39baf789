// Times: one file per family of stamps, each with its own sample lines. A placed format reads a stamp that begins at a
// given column; a keyed one looks for the key that names it, anywhere in the line. The Clock (clock.ts) tries them,
// remembers what matched, and turns the stamp into an instant; w3c.ts, which needs a header, is the Clock's own.
// To add a format, copy the smallest file, glog.ts, and list it below.
import { attributes } from "./attributes.ts";
import { bareTime } from "./bare-time.ts";
import { chinese } from "./chinese.ts";
import { compact } from "./compact.ts";
import { dayMonth } from "./day-month.ts";
import { epoch } from "./epoch.ts";
import { glog } from "./glog.ts";
import { iso } from "./iso.ts";
import { json } from "./json.ts";
import { monthName } from "./month-name.ts";
import { numeric } from "./numeric.ts";
import type { Stamp } from "./stamp.ts";
import { yearless } from "./yearless.ts";

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

/** At one column the first that matches wins. A clock that is put away remembers its format by name. */
export const formatsByName = {
  iso,
  compact,
  numeric,
  dayMonth,
  chinese,
  yearless,
  monthName,
  glog,
  epoch,
  bareTime,
} satisfies Record<string, PlacedFormat>;

export const placedFormats: readonly PlacedFormat[] = Object.values(formatsByName);

/** In order: the Clock asks the first before it looks at the columns, the last where an object begins. */
export const keyedFormats = { attributes, json } satisfies Record<string, KeyedFormat>;
