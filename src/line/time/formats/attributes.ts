import { readOffset } from "../offset.ts";
import { type Stamp, stampOf } from "../stamp.ts";
import type { KeyedFormat } from "../time-format.ts";
import { readTimeOfDay } from "../time-of-day.ts";

const cmtrace = /<time="(?=([\d:.]{7,18})([+-]\d{1,4})?" date="(\d{1,2})-(\d{1,2})-(\d{4})")/;
const oldCmtrace = /\$\$<[^<>]{0,80}><(\d{1,2})-(\d{1,2})-(\d{4}) (?=[\d:.]{7,18}([+-]\d{1,4})?>)/;
const systemTime = /SystemTime=["']/;
const fields =
  /^(?=[^{]{0,200}?\bdate=["']?(?:(\d{4})[-/.](\d{2})[-/.](\d{2})|(\d{2})\.(\d{2})\.(\d{4}))["']?[ ,;]).{0,200}?\btime=["']?(?=\d)/;
const eventTime = /\beventtime=["']?(?=\d)/;
const zoneField = /\btz=["']?(?=[+-]\d{4})/;

/** Times that an attribute names: ConfigMgr's `<time="…" date="…">`, Windows' `SystemTime='…'`, `date=… time=…`. */
export const attributes: KeyedFormat = {
  turn: "before columns",
  find(line, readAt) {
    if (line.includes("<time=") || line.includes("$$<")) return readCmtrace(line);
    if (line.includes("SystemTime=")) {
      const match = systemTime.exec(line);
      return match === null ? null : readAt(line, match.index + match[0].length);
    }
    return line.includes("date=") ? readFields(line, readAt) : null;
  },
  samples: [
    [
      '<![LOG[Failed, error 10060]LOG]!><time="08:30:00.123+060" date="11-22-2026" component="a">',
      "Asia/Tokyo",
      "2026-11-22T09:30:00.123Z",
    ],
    ['<![LOG[Failed]LOG]!><time="08:30:00.123-480" date="11-22-2026">', "UTC", "2026-11-22T00:30:00.123Z"],
    ['<![LOG[Failed]LOG]!><time="08:30:00.1234567" date="11-22-2026">', "Asia/Tokyo", "2026-11-21T23:30:00.123Z"],
    ["Failed 10060  $$<SMS_SITE><11-22-2026 08:30:00.123+300><thread=4711>", "UTC", "2026-11-22T13:30:00.123Z"],
    ["<Event><TimeCreated SystemTime='2026-11-22T08:30:00.123456700Z'/></Event>", "UTC", "2026-11-22T08:30:00.123Z"],
    ['date=2026-11-22 time=08:30:00 tz="+0100" logid=4711', "UTC", "2026-11-22T07:30:00.000Z"],
    ['<entry date="22.11.2026" time="08:30:00" level="E">', "UTC", "2026-11-22T08:30:00.000Z"],
    ["date=2026-11-22 time=08:30:00 eventtime=1795336200 logid=4711", "Asia/Tokyo", "2026-11-22T08:30:00.000Z"],
    ['<![LOG[Failed]LOG]!><time="08:30:00.123+060" date="13-22-2026">', "UTC", null],
  ],
};

function readCmtrace(line: string): Stamp | null {
  const match = cmtrace.exec(line);
  if (match !== null) {
    const [whole, , bias, month, day, year] = match;
    return withBias(stampAt(line, match.index + whole.length, year, month, day), bias);
  }
  const old = oldCmtrace.exec(line);
  if (old === null) return null;
  const [whole, month, day, year, bias] = old;
  return withBias(stampAt(line, old.index + whole.length, year, month, day), bias);
}

function stampAt(line: string, at: number, ...[year, month, day]: (string | undefined)[]): Stamp | null {
  return stampOf(Number(year), Number(month), Number(day), readTimeOfDay(line, at));
}

// ConfigMgr writes Windows' bias, minutes west of Greenwich: UTC = local time + bias.
function withBias(stamp: Stamp | null, bias: string | undefined): Stamp | null {
  if (stamp === null) return null;
  if (bias === undefined) return { ...stamp, offset: null };
  const offset = 0 - Number(bias);
  return Math.abs(offset) > 14 * 60 ? null : { ...stamp, offset };
}

function readFields(line: string, readAt: (line: string, at: number) => Stamp | null): Stamp | null {
  const match = fields.exec(line);
  if (match === null) return null;
  // FortiGate writes the instant as well, and that needs no zone.
  const event = eventTime.exec(line);
  const exact = event === null ? null : readAt(line, event.index + event[0].length);
  if (exact !== null) return exact;
  const [whole, year = match[6], month = match[5], day = match[4]] = match;
  const stamp = stampAt(line, whole.length, year, month, day);
  const zone = zoneField.exec(line);
  return stamp === null || zone === null ? stamp : { ...stamp, offset: readOffset(line, zone.index + zone[0].length) };
}
