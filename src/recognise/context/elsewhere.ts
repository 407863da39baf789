/**
 * Whether the number is part of something else whatever the words around it say: a port, an address, a path, a URL, a
 * date, a version, a quantity with its unit, a process number.
 */
export function isPartOfSomethingElse(lower: string, start: number, end: number): boolean {
  return isBehindSomethingElse(lower, start) || isBeforeSomethingElse(lower, end) || isInUrl(lower, start);
}

/** Whether what stands directly before the number says that it is the port of a host: `db-2:10054`, `[::1]:10054`. */
export function isPort(lower: string, start: number): boolean {
  return /(?:[a-z0-9_-]|[\])*])\s?:$/.test(lower.slice(Math.max(0, start - 3), start));
}

/** Most numbers stand behind a blank or an opening bracket, where the pattern has nothing to say. */
function isBehindSomethingElse(lower: string, start: number): boolean {
  if (start === 0) return false;
  const last = lower[start - 1] as string;
  if ("([\"'#".includes(last) && lower[start - 2] !== "#" && !isDigit(lower, start - 2)) return false;
  if (last === " " && lower[start - 2] !== "/") return false;
  return BEFORE.test(lower.slice(Math.max(0, start - 12), start));
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

/** Likewise, most are followed by the end, a blank and a word, or closing punctuation. */
function isBeforeSomethingElse(lower: string, end: number): boolean {
  if (end === lower.length || ")];\"'}>|".includes(lower[end] as string)) return false;
  AFTER.lastIndex = end;
  return AFTER.test(lower);
}

const AFTER = new RegExp(
  `(?:${[
    "[:.#-]\\d", // a time, a version, a range, process#thread
    ",\\d{3}(?!\\d)",
    "[-_/](?!1(?:00|01|10)\\d\\d)[a-z0-9]",
    "\\\\(?!1(?:00|01|10)\\d\\d|[nrt])[a-z0-9]", // \n, \r and \t end a line or a field inside JSON
    "%",
    " ?(?:bytes?|[kmg]i?b|bits?|b|ms|msecs?|millis\\w*|us|usecs?|\\xc2\\xb5s|ns|s|secs?|seconds?|minutes?|hours?|days?)\\b",
    " ?(?:times|errors|requests|connections|clients|threads|packets|records|rows|items|users|files|lines|entries|retries|attempts)\\b",
    " ?(?:px|hz|khz|mhz|fps|rpm|kbps|mbps|pts?|points)\\b",
    " ?---| of \\d",
  ].join("|")})`,
  "y",
);

/** Whether the run of characters that the number stands in has a scheme before it. */
function isInUrl(lower: string, start: number): boolean {
  const limit = Math.max(0, start - LONGEST_URL);
  let at = start;
  while (at > limit && !ENDS_RUN.has(lower.charCodeAt(at - 1))) at--;
  if (start - at < 4) return false;
  const run = lower.slice(at, start);
  return run.includes("://") || run.startsWith("www.");
}

const LONGEST_URL = 200;
const ENDS_RUN: ReadonlySet<number> = new Set([..." \t\r\n\v\f\xa0\"'<>()[]{},;|`"].map((mark) => mark.charCodeAt(0)));

function isDigit(text: string, at: number): boolean {
  const byte = text.charCodeAt(at);
  return byte >= 0x30 && byte <= 0x39;
}
