// Times: one file per family of stamps, each with its own sample lines. A placed format reads a stamp that begins at a
// given column; a keyed one looks for the key that names it, anywhere in the line. The Clock (create-clock.ts) tries them,
// remembers what matched, and turns the stamp into an instant; w3c.ts, which needs a header, is the Clock's own.
// To add a format, copy the smallest file, glog.ts, and list it below.

import type { TimeFormats } from "../time-format.ts";
import { attributes } from "./attributes.ts";
import { bareTime } from "./bare-time.ts";
import { chinese } from "./chinese.ts";
import { chromium } from "./chromium.ts";
import { compact } from "./compact.ts";
import { csvField } from "./csv-field.ts";
import { dayMonth } from "./day-month.ts";
import { epoch } from "./epoch.ts";
import { glog } from "./glog.ts";
import { iso } from "./iso.ts";
import { jsonTime } from "./json-time.ts";
import { logfmt } from "./logfmt.ts";
import { monthName } from "./month-name.ts";
import { numeric } from "./numeric.ts";
import { ordinal } from "./ordinal.ts";
import { tai64 } from "./tai64.ts";
import { timeFirst } from "./time-first.ts";
import { yearless } from "./yearless.ts";

/** All formats, in the order in which they are tried. */
export const timeFormats = {
  placed: {
    ...{ iso, compact, numeric, dayMonth, chinese, yearless, monthName, glog, chromium, ordinal, tai64, epoch },
    ...{ timeFirst, bareTime },
  },
  keyed: { attributes, csvField, jsonTime, logfmt },
} satisfies TimeFormats;
