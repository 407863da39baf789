import type { KeyedFormat } from "../time-format.ts";

// The object may follow a prefix such as a container's name, but no other quote.
const start = /^[^{"]{0,60}\{\s?\\?"/;
const key =
  /"(?:@?timestamp|time|ts|@t|asctime|datetime|date|eventtime|time_?local|log_?time|created|__realtime_timestamp)\\?"\s?:\s?\\?"?/gi;
const keysTried = 6;

/** The time key of a JSON line, anywhere in it, as text or as a number. */
export const jsonTime: KeyedFormat = {
  turn: "after columns",
  find(line, readAt) {
    if (!start.test(line)) return null;
    key.lastIndex = 0;
    for (let tried = 0; tried < keysTried && key.test(line); tried += 1) {
      const stamp = readAt(line, key.lastIndex);
      if (stamp !== null && stamp.missing !== "date") return stamp;
    }
    return null;
  },
  samples: [
    ['{"level":"error","ts":1795336200.123,"msg":"dial tcp"}', "UTC", "2026-11-22T08:30:00.123Z"],
    ['{"level":50,"time":1795336200123,"msg":"ECONNRESET"}', "UTC", "2026-11-22T08:30:00.123Z"],
    ['{"msg":"since 2020-01-01 00:00:00","@timestamp":"2026-11-22T08:30:00Z"}', "UTC", "2026-11-22T08:30:00.000Z"],
    ['{"@t":"2026-11-22T08:30:00.1234567+01:00","@m":"connect"}', "UTC", "2026-11-22T07:30:00.123Z"],
    ['{ "time": "00:00:05", "asctime": "2026-11-22 08:30:00,123" }', "UTC", "2026-11-22T08:30:00.123Z"],
    [
      `{"__CURSOR":"s=${"0".repeat(120)}","__MONOTONIC_TIMESTAMP":"1695336200","__REALTIME_TIMESTAMP":"1795336200123456"}`,
      "UTC",
      "2026-11-22T08:30:00.123Z",
    ],
    ['app_1  | {"level":"error","datetime":"2026-11-22 08:30:00"}', "UTC", "2026-11-22T08:30:00.000Z"],
    ['2026-11-22 08:30:00 got {"time":"2020-01-01T00:00:00Z"}', "UTC", "2026-11-22T08:30:00.000Z"],
    ['{"time":12.5,"msg":"10061"}', "UTC", null],
    ['{"msg":"10061","port":5432}', "UTC", null],
  ],
};
