import { callOfGo } from "./stack-frame.ts";
import { leadingStampEnd } from "./time/leading-stamp.ts";

/** A time of day in the first columns, with or without a date before it. */
const time =
  "[[(<{\"']{0,3}(?:\\d{1,2}:\\d\\d:\\d\\d|\\d[\\d\\-/.,T ]{1,16}(?:[ T_:-]{1,2}|\\] ?\\[)\\d{1,2}[:.]\\d\\d[:.]\\d\\d)";
/** Dates with the name of a month, and the letter of glog. */
const month =
  "(?:####)?[[(<\"']{0,2}(?:<\\d{1,3}>)?(?:[A-Z][a-z]{2},? )?(?:[A-Z][a-z]{2} {1,2}\\d{1,2}|\\d{1,2}[ -][A-Z][A-Za-z]{2}[ -]\\d{2,4}|[IWEF]\\d{4})[ ,:]{1,2}(?:\\d{4},? )?\\d{1,2}:\\d\\d";
const level = "(?:trace|debug|verbose|info(?:rmation)?|notice|warn(?:ing)?|err(?:or)?|crit(?:ical)?|fatal|severe)";
const beginsWithTime = new RegExp(`[ \\t]{0,64}(?:${time}|${month})`, "y");
/** "Not After: 2027-05-01 00:00:00" is no stamp, but a level may come before one. */
const beginsWithLevel = new RegExp(`[[(<"']{0,2}${level}[ \\],:;>"'|]{1,6}(?:${time}|${month})`, "iy");

/** Whether a line begins with a time, so that a record begins with it. */
export function startsRecord(line: string): boolean {
  if (leadingStampEnd(line) > 0) return true;
  beginsWithTime.lastIndex = 0;
  beginsWithLevel.lastIndex = 0;
  return beginsWithTime.test(line) || beginsWithLevel.test(line);
}

/** What programs write at the beginning of the further lines of a message: stacks, causes and chains of exceptions. */
const continuing = new RegExp(
  [
    "\\s*$",
    // Only brackets: an object that was printed.
    "[{}()\\]][{}()[\\]]{0,7}[,;]?\\s*$",
    "at (?:async |new )?[A-Za-z_$<][\\w$.<>/`-]{0,200}(?: ?[([]|\\.|$)",
    "(?:Caused|Also): ",
    "\\*{2} ",
    // The replication of Windows' files.
    "\\+\\s\\[Error:",
    "(?:Caused by|Suppressed|Wrapped by|Nested exception|Inner ?[Ee]xception|Stack ?[Tt]race|Stacktrace)\\b",
    "-{2,4}> ?",
    "--- (?:[A-Z]|[^-]{1,160} ---\\s*$)",
    "(?:Server stack trace|Exception rethrown at \\[\\d+\\]):",
    "Traceback \\(most recent call last\\)",
    "(?:During handling of|The above exception)\\b",
    "\\.\\.\\. \\d+ (?:more|common frames)",
    // The exception itself: `socket.timeout: …`, `System.Net.Sockets.SocketException (10061): …`.
    "(?:[A-Za-z_][\\w$]*\\.){0,12}[A-Za-z_][\\w$]{0,60}(?:Error|Exception|Refused|Timeout|Fault)(?: \\(\\w+\\))?(?::| ---|$)",
    "(?:[a-z_]\\w*\\.){1,12}(?:timeout|error|gaierror|herror)(?::|$)",
    // Its fields, one on each line.
    "(?:Message|Source|TargetSite|ErrorCode|NativeErrorCode|SocketErrorCode|HResult|Exception type) *: ",
    "(?:Server|Host|Peer|Endpoint|(?:Remote|Target|Server|Peer) ?(?:[Aa]ddress|[Hh]ost|[Ee]nd ?[Pp]oint|[Nn]ame)) *[:=] *\\S",
    // Stacks of Go, Rust and PHP.
    "goroutine \\d+ \\[",
    `${callOfGo}|created by `,
    "stack backtrace:",
    "#\\d{1,3} ",
    // Chains of Oracle.
    "(?:TNS|ORA|NI)-\\d{3,5}:",
  ].join("|"),
  "y",
);
const blank = 0x20;
const tab = 0x09;

/** Whether a line continues the record before it, whatever that is. When it is unsure it does not. */
export function continuesRecord(line: string): boolean {
  const first = line.charCodeAt(0);
  if (first === blank || first === tab) return !startsRecord(line);
  continuing.lastIndex = 0;
  return continuing.test(line);
}

/** Whether a line that begins with this byte (negative when it is unknown) continues no record: a digit, `<` or `[`. */
export function neverContinues(first: number): boolean {
  return (first >= 0x30 && first <= 0x39) || first === 0x3c || first === 0x5b;
}
