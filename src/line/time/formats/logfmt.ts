import type { KeyedFormat } from "../time-format.ts";

const key = /[\s,;|](?:@?timestamp|time|ts|datetime|t|rt|devTime|eventtime)=["']?(?=\d{4}|[A-Z][a-z]{2} )/g;
const keysTried = 6;

/** The time of a line of `key=value` pairs that is not among the first of them. */
export const logfmt: KeyedFormat = {
  turn: "after columns",
  find(line, readAt) {
    if (!line.includes("=")) return null;
    key.lastIndex = 0;
    for (let tried = 0; tried < keysTried && key.test(line); tried += 1) {
      const stamp = readAt(line, key.lastIndex);
      if (stamp !== null && stamp.missing !== "date") return stamp;
    }
    return null;
  },
  samples: [
    [`level=error msg="${"connect ".repeat(20)}" time="2026-11-22T08:30:00Z"`, "UTC", "2026-11-22T08:30:00.000Z"],
    [`level=error msg="${"connect ".repeat(20)}" ts=1795336200.123`, "UTC", "2026-11-22T08:30:00.123Z"],
    [`CEF:0|a|b|1|4|${"connect ".repeat(20)}|3| rt=Nov 22 2026 08:30:00`, "UTC", "2026-11-22T08:30:00.000Z"],
    [`level=error msg="${"connect ".repeat(20)}" uptime=1795336200`, "UTC", null],
  ],
};
