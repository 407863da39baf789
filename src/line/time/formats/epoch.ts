import { digitsFrom } from "../digits.ts";
import type { PlacedFormat } from "../time-format.ts";

const pattern = /(\d{10}|\d{13}|\d{16}|\d{19})(?:\.(\d{1,9})|[,:](\d{3}|\d{6}|\d{9})(?![,;|]))?(?![.-]\d|[\dA-Za-z])/y;
// "%3|" of Kafka's clients names the level.
const opening = /^(?:[^A-Za-z0-9]{0,4}|%\d\|)$/;
const closing = /[\s,;:|\])}"']|$/y;
const keyBefore =
  /(?:\b|_|@)(?:ts|time|timestamp|epoch|eventtime|asctime|datetime|audit|instant|rt|date|created|(?:observed)?time_?(?:unixnano|millis|created|generated|stamp)|@?t)["']?\s?[=:(]\s?["']?(?:\\?\/Date\()?$|\bT#$/i;
const keyReach = 36;

const earliest = 946_684_800_000;
// Unsigned HRESULTs begin at 2^31: 2147952454 at the start of a line is an error, not a day in 2038.
const latest = 2 ** 31 * 1000;

/** Seconds, milliseconds, microseconds or nanoseconds since 1970, at the start of the line or beside a key for time. */
export const epoch: PlacedFormat = {
  first: "digit",
  read(line, at) {
    if (digitsFrom(line, at) < 10) return null;
    pattern.lastIndex = at;
    const match = pattern.exec(line);
    if (match === null) return null;
    closing.lastIndex = pattern.lastIndex;
    const opens = at <= 4 && opening.test(line.slice(0, at)) && closing.test(line);
    if (!opens && !keyBefore.test(line.slice(Math.max(0, at - keyReach), at))) return null;
    const [, digits = "", fraction = match[3] ?? ""] = match;
    const milliseconds = digits.length === 10 ? `${digits}${fraction.padEnd(3, "0").slice(0, 3)}` : digits.slice(0, 13);
    const local = Number(milliseconds);
    return local < earliest || local >= latest ? null : { local, offset: 0, missing: "nothing" };
  },
  samples: [
    ["1795336200 connect", "Asia/Tokyo", "2026-11-22T08:30:00.000Z"],
    ["1795336200.123    456 10.0.0.5 TCP_MISS/503", "UTC", "2026-11-22T08:30:00.123Z"],
    ["1795336200,611 connect", "UTC", "2026-11-22T08:30:00.611Z"],
    ["[1795336200,611432] connect", "UTC", "2026-11-22T08:30:00.611Z"],
    ["1795336200,611,connect", "UTC", "2026-11-22T08:30:00.000Z"],
    ["[1795336200123] connect", "UTC", "2026-11-22T08:30:00.123Z"],
    ["- 1795336200 node17 connect", "UTC", "2026-11-22T08:30:00.000Z"],
    ["level=error ts=1795336200.123 connect", "UTC", "2026-11-22T08:30:00.123Z"],
    ["type=SYSCALL msg=audit(1795336200.243:24287): connect", "UTC", "2026-11-22T08:30:00.243Z"],
    ["eventtime=1795336200123456789 logid=4711", "UTC", "2026-11-22T08:30:00.123Z"],
    ["**ERROR: T#1795336200611951700: connect", "UTC", "2026-11-22T08:30:00.611Z"],
    ["%3|1795336200.123|FAIL|client#1| connect", "UTC", "2026-11-22T08:30:00.123Z"],
    ["2147952454 connect", "UTC", null],
    ["session 1795336200 connect", "UTC", null],
    ["1795336200-4711-4712 connect", "UTC", null],
    ["179533620012 connect", "UTC", null],
  ],
};
