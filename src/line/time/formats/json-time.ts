import type { Stamp } from "../stamp.ts";
import type { KeyedFormat } from "../time-format.ts";

// The object may follow a prefix such as a container's name, but no other quote.
const start = /^[^{"]{0,60}\{\s?\\?"/;
const key =
  /"(?=[@_tadelu])(?:[@_]{0,2}timestamp|time|ts|@t|t|asctime|datetime|eventtime|event_time|time_?local|log_?time|time_?generated|time_?created|time_?stamp|utc_?time|timemillis|timeunixnano|_time|__realtime_timestamp)\\?"\s?:\s?(?:\{\s?"\$date"\s?:\s?)?\\?"?(?:\\?\/Date\()?/gi;
/** What else happened to the event: when it was noticed, shipped or stored. */
const weakKey = /"(?:date|created|observedtimeunixnano|received|ingested|start|end)\\?"\s?:\s?\\?"?/gi;
const instant =
  /"(?:instant|timestamp|time)"\s?:\s?\{\s?"(?:epochSecond|seconds)"\s?:\s?"?(\d{9,10})"?\s?,\s?"(?:nanoOfSecond|nanos)"\s?:\s?(\d{1,9})/;
const stackdriver = /"timestampSeconds"\s?:\s?"?(\d{9,10})"?\s?,\s?"timestampNanos"\s?:\s?(\d{1,9})/;
const dateField = /"date"\s?:\s?"(\d{4}-\d\d-\d\d)"/;
const timeField = /"time"\s?:\s?"(\d\d:\d\d:\d\d[^"]{0,20})"/;
const keysTried = 6;

/** The time key of a JSON line, anywhere in it, as text or as a number. */
export const jsonTime: KeyedFormat = {
  turn: "after columns",
  find(line, readAt) {
    if (!start.test(line)) return null;
    return (
      readInstant(line) ?? readDateAndTime(line, readAt) ?? readKey(key, line, readAt) ?? readKey(weakKey, line, readAt)
    );
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
    [
      '{"instant":{"epochSecond":1795336200,"nanoOfSecond":611000000},"message":"connect"}',
      "Asia/Tokyo",
      "2026-11-22T08:30:00.611Z",
    ],
    [
      '{"event":{"created":"2026-11-22T09:45:00Z"},"@timestamp":"2026-11-22T08:30:00Z"}',
      "UTC",
      "2026-11-22T08:30:00.000Z",
    ],
    [
      '{"observedTimeUnixNano":"1795336299000000000","timeUnixNano":"1795336200611000000","body":{}}',
      "UTC",
      "2026-11-22T08:30:00.611Z",
    ],
    ['{"TimeCreated":"\\/Date(1795336200611)\\/","Message":"connect"}', "UTC", "2026-11-22T08:30:00.611Z"],
    ['{"timestamp":{"seconds":1795336200,"nanos":611000000},"message":"connect"}', "UTC", "2026-11-22T08:30:00.611Z"],
    ['{"date":1795336200.123,"log":"connect"}', "UTC", "2026-11-22T08:30:00.123Z"],
    ['{"date":"2026-11-22","time":"08:30:00.611","msg":"connect"}', "UTC", "2026-11-22T08:30:00.611Z"],
    [
      '{"timestampSeconds":1795336200,"timestampNanos":611000000,"message":"connect"}',
      "UTC",
      "2026-11-22T08:30:00.611Z",
    ],
    ['{"time":12.5,"msg":"10061"}', "UTC", null],
    ['{"msg":"10061","port":5432}', "UTC", null],
  ],
};

function readKey(pattern: RegExp, line: string, readAt: (line: string, at: number) => Stamp | null): Stamp | null {
  pattern.lastIndex = 0;
  for (let tried = 0; tried < keysTried && pattern.test(line); tried += 1) {
    const stamp = readAt(line, pattern.lastIndex);
    if (stamp !== null && stamp.missing !== "date") return stamp;
  }
  return null;
}

/** log4j2's layout, and Google's. */
function readInstant(line: string): Stamp | null {
  const match =
    (/"(?:epochSecond|seconds)"/.test(line) ? instant.exec(line) : null) ??
    (line.includes('"timestampSeconds"') ? stackdriver.exec(line) : null);
  if (match === null) return null;
  return {
    local: Number(match[1]) * 1000 + Math.floor(Number(match[2]) / 1e6),
    offset: 0,
    missing: "nothing",
  };
}

/** A date and a time of day that have a field each. */
function readDateAndTime(line: string, readAt: (line: string, at: number) => Stamp | null): Stamp | null {
  const date = line.includes('"date"') ? dateField.exec(line) : null;
  const time = date === null ? null : timeField.exec(line);
  return date === null || time === null ? null : readAt(`${date[1]} ${time[1]}`, 0);
}
