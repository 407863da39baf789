import type { Line } from "../line.ts";

/**
 * Whether a frequent number is called by the system or the protocol alone, in a line about a failure:
 * `connection refused (Windows 10061)`, `TCP 10060, target unreachable`. Ports and builds come without one.
 */
export function isOfPlatform(line: Line, code: number, start: number, end: number): boolean {
  const platform = PLATFORM.exec(line.lower.slice(Math.max(0, start - 16), start));
  if (platform === null || NUMBERS_ELSE.test(line.lower.slice(end, end + 12))) return false;
  const isSystem = platform[0].includes("socket") || (platform[0].includes("w") && !BUILDS.has(code));
  if (isSystem && SMALL_WORD.test(line.lower.slice(end, end + 12))) return true;
  return line.speaksOfFailure;
}

/** `error code 10013 on Windows`. */
export function isOnPlatform(lower: string, end: number): boolean {
  return /^["'`)]? (?:on|for|in|under|from) (?:ms )?windows\b/.test(lower.slice(end, end + 20));
}

/** Versions of Windows that are errors too. */
const BUILDS: ReadonlySet<number> = new Set([10048, 10049, 10061]);
/** `Windows 10054 on shutdown`: no noun that the number could be the version of. */
const SMALL_WORD =
  /^(?:$|[.,;:!?)"'`\]]|\xef\xbc|\xe3\x80|\xe9\x94\x99| (?:on|at|when|while|is|and|or|from|during|after|if|error)\b)/;

const PLATFORM = /(?:^|[^a-z0-9])(?:windows(?: sockets?)?|tcp)(?:[ -]| \()$/;
/** `TCP 10060 and 10061 must be open`, `TCP 10060 -> 10.0.0.9`, `TCP 10060/in`. */
const NUMBERS_ELSE =
  /^(?:[./-]?\d|\/|->| to \d| ?(?:,|and|or|through) ?(?:tcp )?\d+(?![.\d])| (?:ports?|is open|open|closed|filtered|refused|listening|build|inbound|outbound)\b)/;
