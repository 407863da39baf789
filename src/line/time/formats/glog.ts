import { stampOf } from "../stamp.ts";
import type { PlacedFormat } from "../time-format.ts";
import { readTimeOfDay } from "../time-of-day.ts";

const pattern = /[DIWEFC](\d{2})(\d{2}) {1,2}(?=\d\d:\d\d:\d\d)/y;

/** The header of glog and klog: `E1122 08:30:00.123456`. */
export const glog: PlacedFormat = {
  first: "letter",
  read(line, at) {
    if (line.charCodeAt(at + 5) !== 0x20) return null;
    pattern.lastIndex = at;
    const match = pattern.exec(line);
    if (match === null) return null;
    return stampOf(null, Number(match[1]), Number(match[2]), readTimeOfDay(line, pattern.lastIndex));
  },
  samples: [
    ["I1122 08:30:00.123456   4711 net.go:303] connect", "UTC", "2026-11-22T08:30:00.123Z"],
    ["1. `E1122 08:30:00.123456   4711 net.go:303] connect`", "UTC", "2026-11-22T08:30:00.123Z"],
    ["E1322 08:30:00.123456   4711 net.go:303] connect", "UTC", null],
    ["DE1122 08:30:00.123456 connect", "UTC", null],
  ],
};
