import { toBytes } from "../../text/byte-string.ts";
import type { Line } from "../line.ts";

/**
 * Whether a frequent number is called by the system or the protocol alone, in a line about a failure:
 * `connection refused (Windows 10061)`, `TCP 10060, target unreachable`. Ports and builds come without one.
 */
export function isOfPlatform(line: Line, start: number, end: number): boolean {
  const platform = PLATFORM.exec(line.lower.slice(Math.max(0, start - 8), start));
  if (platform === null || NUMBERS_ELSE.test(line.lower.slice(end, end + 12))) return false;
  return line.speaksOfFailure || FAILED.test(line.lower);
}

const PLATFORM = /(?:^|[^a-z0-9])(?:windows|tcp)(?:[ -]| \()$/;
/** `TCP 10060 and 10061 must be open`, `TCP 10060 -> 10.0.0.9`, `TCP 10060/in`. */
const NUMBERS_ELSE =
  /^(?:[./-]?\d|\/|->| to \d| ?(?:,|and|or|through) ?(?:tcp )?\d+(?![.\d])| (?:ports?|is open|open|closed|filtered|refused|listening|build|inbound|outbound)\b)/;
const FAILED = new RegExp(
  toBytes(
    "refus|unreachable|time[d-]?[ -]?out|denied|reset|abort|\\bfail|verweiger|caducad|拒绝|超时|失效|отверг|отказ",
  ),
);
