/**
 * Whether the number is part of something else whatever the words around it say: a port, an address, a path, a URL, a
 * date, a version, a quantity with its unit, a process number.
 */
export function isPartOfSomethingElse(lower: string, start: number, end: number): boolean {
  return (
    BEFORE.test(lower.slice(Math.max(0, start - 12), start)) ||
    AFTER.test(lower.slice(end, end + 16)) ||
    isInUrl(lower, start)
  );
}

/** Whether what stands directly before the number says that it is the port of a host: `db-2:10054`, `[::1]:10054`. */
export function isPort(lower: string, start: number): boolean {
  return /(?:[a-z0-9_-]|[\])*])\s?:$/.test(lower.slice(Math.max(0, start - 3), start));
}

const BEFORE = new RegExp(
  [
    "[a-z0-9_.$%@~+-]$", // glued to a word, a decimal point, a sign
    "[\\\\/]$(?<!1(?:00|01|10)\\d\\d ?/|_[a-z]+/)", // a path, but not 10053/10054
    "[^ ]/ $(?<!1(?:00|01|10)\\d\\d / )",
    "\\d[:,]$", // a time of day with milliseconds, a column after a number
    "\\d#$", // nginx's process#thread
    ": \\*$", // nginx's connection number
    "[?&][a-z_-]{1,10}=$", // the query of a URL
  ].join("|"),
);

const AFTER = new RegExp(
  [
    "^[:.#-]\\d", // a time, a version, a range, process#thread
    "^,\\d{3}(?!\\d)",
    "^[-_/\\\\](?!1(?:00|01|10)\\d\\d)[a-z0-9]",
    "^%",
    "^ ?(?:bytes?|[kmg]i?b|bits?|b|ms|msecs?|millis\\w*|us|usecs?|\\xc2\\xb5s|ns|s|secs?|seconds?|minutes?|hours?|days?)\\b",
    "^ ?(?:times|errors|requests|connections|clients|threads|packets|records|rows|items|users|files|lines|entries|retries|attempts)\\b",
    "^ ?(?:px|hz|khz|mhz|fps|rpm|kbps|mbps|pts?|points)\\b",
    "^ ?---|^ of \\d",
  ].join("|"),
);

/** Whether the run of characters that the number stands in has a scheme before it. */
function isInUrl(lower: string, start: number): boolean {
  const run = /[^\s"'<>()[\]{},;|`]*$/.exec(lower.slice(Math.max(0, start - 200), start));
  return run !== null && /:\/\/|^www\./.test(run[0]);
}
