// Times: one file per family of stamps, each with its own sample lines. A placed format reads a stamp that begins at a
// given column; a keyed one looks for the key that names it, anywhere in the line. The Clock (clock.ts) tries them,
// remembers what matched, and turns the stamp into an instant; w3c.ts, which needs a header, is the Clock's own.
// To add a format, copy the smallest file, glog.ts, and list it below.

import type { KeyedFormat, PlacedFormat } from "../time-format.ts";
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
import { yearless } from "./yearless.ts";

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
