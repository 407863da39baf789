import { toBytes } from "../../../text/byte-string.ts";
import { twoDigits } from "../digits.ts";
import { type Offset, readOffset } from "../offset.ts";
import { stampOf } from "../stamp.ts";
import type { PlacedFormat, TimeSample } from "../time-format.ts";
import { readJoinedTime, readTimeOfDay, separator } from "../time-of-day.ts";
import { readUnits } from "../units.ts";

const pattern = new RegExp(
  `(\\d{4})([-/.:_]|\\. | - )(\\d{1,2})\\2(\\d{1,2})(?:\\.?${separator}|:(?=\\d\\d:\\d\\d:\\d\\d))`,
  "y",
);

/** Between a date and a time that may have separators of other kinds: "2026.11.03 10.20.30.40" is a version and an address. */
const joints = "_-T";

const eastern = [
  "2026/11/03(火) 14:22:07 接続",
  "2026/11/03 (火) 14:22:07 接続",
  "2026/11/03 火曜日 14:22:07 接続",
  "2026-11-03 星期二 14:22:07 连接",
  "2026/11/03 周二 14:22:07 连接",
  "2026-11-03 (二) 下午 02:22:07 連線",
  "2026-11-03 (화) 오후 2:22:07 연결",
  "下午 2:22:07 2026/11/3 連線",
  "2026/11/03 下午 02时22分07秒 连接",
  "2026/11/03 PM 02:22:07 連線",
  "2026-11-03 p.m. 2:22:07 連線",
  "2026. 11. 3. du. 2:22:07 kapcsolat",
  "2026-11-03 02:22:07 em ERROR anslutning",
  '"2026-11-03 2:22:07 EM";anslutning',
].map((line): TimeSample => [toBytes(line), "UTC", "2026-11-03T14:22:07.000Z"]);

/** ISO 8601 and its relatives: year first, any separators, any fraction, with or without an offset. */
export const iso: PlacedFormat = {
  first: "digit",
  plainDate: "\\d{4}[-/.]\\d\\d[-/.]\\d\\d",
  read(line, at) {
    if (isPlain(line, at)) {
      const year = 100 * twoDigits(line, at) + twoDigits(line, at + 2);
      const stamp = stampOf(year, twoDigits(line, at + 5), twoDigits(line, at + 8), readTimeOfDay(line, at + 11));
      return stamp !== null && stamp.offset === null && at > 5 ? { ...stamp, offset: offsetBefore(line, at) } : stamp;
    }
    pattern.lastIndex = at;
    const match = pattern.exec(line);
    if (match === null) return null;
    const end = pattern.lastIndex;
    const time =
      readTimeOfDay(line, end) ??
      (joints.includes(line[end - 1] ?? " ") ? readJoinedTime(line, end) : readUnits(line, end));
    return stampOf(Number(match[1]), Number(match[3]), Number(match[4]), time);
  },
  samples: [
    ["2026-11-22T08:30:00Z connect failed: 10061", "Asia/Shanghai", "2026-11-22T08:30:00.000Z"],
    ["2026-11-22T08:30:00.123456789+01:00 recv: 10054", "UTC", "2026-11-22T07:30:00.123Z"],
    ["2026-11-22T08:30:00,5-0330 recv: 10054", "UTC", "2026-11-22T12:00:00.500Z"],
    ["2026-11-22T08:30:00+01:00: recv: 10054", "UTC", "2026-11-22T07:30:00.000Z"],
    ["2026-11-22T08:30:00+01:00:30 recv: 10054", "UTC", "2026-11-22T08:30:00.000Z"],
    ["2026-11-22 08:30:00+01 LOG: could not receive data", "UTC", "2026-11-22T07:30:00.000Z"],
    ["2026-11-22 08:30:00 +0100 [error]: #0 connect", "UTC", "2026-11-22T07:30:00.000Z"],
    ["2026-11-22 08:30:00.123 CET [4711] LOG: connection reset", "UTC", "2026-11-22T07:30:00.123Z"],
    ["2026-11-22 08:30:00 UTC [4711] LOG: connection reset", "Asia/Tokyo", "2026-11-22T08:30:00.000Z"],
    ["2026-11-22 08:30:00 GMT+8 connect", "UTC", "2026-11-22T00:30:00.000Z"],
    ["2026-11-22_08:30:00.123 connect", "Europe/Berlin", "2026-11-22T07:30:00.123Z"],
    ["2026/11/22 08:30:00 [error] 4711#1: connect() failed", "Europe/Berlin", "2026-11-22T07:30:00.000Z"],
    ["2026.11.22 08:30:00 connect", "UTC", "2026-11-22T08:30:00.000Z"],
    ["2026.11.22:08:30:00.033: eth connect", "UTC", "2026-11-22T08:30:00.033Z"],
    ["[2026:11:22:08:30:00]: Info: connect", "UTC", "2026-11-22T08:30:00.000Z"],
    ["2026_11_22 08:30:00 connect", "UTC", "2026-11-22T08:30:00.000Z"],
    ["2026:11:22 08:30:00 connect", "UTC", "2026-11-22T08:30:00.000Z"],
    ["+0800 2026-11-22 08:30:00 ERROR connect", "UTC", "2026-11-22T00:30:00.000Z"],
    ["[-03:30 2026-11-22 08:30:00] connect", "UTC", "2026-11-22T12:00:00.000Z"],
    ["2026-11-22 08:30:00 -07 - [Retry] connect", "UTC", "2026-11-22T15:30:00.000Z"],
    ["2026-11-22 08:30:00 -10061 connect", "UTC", "2026-11-22T08:30:00.000Z"],
    ["2026-11-22-08.30.00.675872 connect", "UTC", "2026-11-22T08:30:00.675Z"],
    ["2026-11-22 08:30:00.12 spid51    Error: 17836", "UTC", "2026-11-22T08:30:00.120Z"],
    ["2026-11-22 08:30:00, Info  connect", "UTC", "2026-11-22T08:30:00.000Z"],
    ["2026/11/22 8:30 connect", "UTC", "2026-11-22T08:30:00.000Z"],
    ["2026 - 11 - 22 08:30:00,106[11] FATAL connect", "UTC", "2026-11-22T08:30:00.106Z"],
    ["'450 delayed'\\r\\n2026-11-22 08:30:00 - connect", "UTC", "2026-11-22T08:30:00.000Z"],
    ["[2026-11-22] [08:30:00] connect", "UTC", "2026-11-22T08:30:00.000Z"],
    ["<134>1 2026-11-22T08:30:00.003Z host app 4711 - - connect", "UTC", "2026-11-22T08:30:00.003Z"],
    ["\x1b[31m2026-11-22 08:30:00\x1b[0m connect", "UTC", "2026-11-22T08:30:00.000Z"],
    ["api.log.1.2026-10-01_00:00:00 2026-11-22 08:30:00.123 4711 ERROR", "UTC", "2026-11-22T08:30:00.123Z"],
    ["0f3ac9de main.cpp:57: 2026-11-22 08:30:00 connect", "UTC", "2026-11-22T08:30:00.000Z"],
    ['time="2026-11-22T08:30:00Z" level=error msg="dial tcp"', "UTC", "2026-11-22T08:30:00.000Z"],
    ["2026.11.03_14.22.11.611 connect", "UTC", "2026-11-03T14:22:11.611Z"],
    ["2026-11-03_14-23-12 connect", "UTC", "2026-11-03T14:23:12.000Z"],
    ["[2026.11.03-13.22.07:611][123]LogNet: Warning: connect", "UTC", "2026-11-03T13:22:07.611Z"],
    ["2026. 11. 3. 14:22:07 connect", "UTC", "2026-11-03T14:22:07.000Z"],
    ["2026-11-03, 14:22:07 connect", "UTC", "2026-11-03T14:22:07.000Z"],
    ["2026-11-03 at 14:22:07 connect", "UTC", "2026-11-03T14:22:07.000Z"],
    ["2026-11-03@14:22:07 connect", "UTC", "2026-11-03T14:22:07.000Z"],
    ...eastern,
    ["2026-11-03 Tue 14:22:07 connect", "UTC", "2026-11-03T14:22:07.000Z"],
    ["2026-11-03 (Tue) 14:22:07 connect", "UTC", "2026-11-03T14:22:07.000Z"],
    ["2026-11-03 14:22:07 (UTC+01:00) connect", "UTC", "2026-11-03T13:22:07.000Z"],
    ["2026-11-03 14:22:07.611 [UTC+8] connect", "UTC", "2026-11-03T06:22:07.611Z"],
    ["2026-11-03 14:22:07 (UTC) connect", "Asia/Tokyo", "2026-11-03T14:22:07.000Z"],
    ["2026-11-03T14:22:07\xe2\x88\x9205:00 connect", "UTC", "2026-11-03T19:22:07.000Z"],
    ["2026-11-03-14.22.07.611000+060 I1234H500 LEVEL: Error", "UTC", "2026-11-03T13:22:07.611Z"],
    ["2026-11-03-14.22.07.611000-300 I1234H500 LEVEL: Error", "UTC", "2026-11-03T19:22:07.611Z"],
    ["2026-11-03 14:22:07 [4711] connect", "UTC", "2026-11-03T14:22:07.000Z"],
    ["2026-11-03 14:22:07 Europe/Berlin connect", "Asia/Tokyo", "2026-11-03T13:22:07.000Z"],
    ["2026-07-03T14:22:07.611[America/New_York] connect", "UTC", "2026-07-03T18:22:07.611Z"],
    ["2026-07-03T14:22:07.611-03:00[America/New_York] connect", "UTC", "2026-07-03T17:22:07.611Z"],
    ["2026-07-03 14:22:07 (America/Argentina/Buenos_Aires) connect", "UTC", "2026-07-03T17:22:07.000Z"],
    ["2026-07-03 14:22:07 Europe/Nowhere connect", "UTC", "2026-07-03T14:22:07.000Z"],
    ["2026-07-03 14:22:07 US/server/a connect", "UTC", "2026-07-03T14:22:07.000Z"],
    ["2026-07-03 14:22:07 W. Europe Daylight Time connect", "UTC", "2026-07-03T12:22:07.000Z"],
    ["2026-11-03 14:22:07,611 GMT Standard Time connect", "Asia/Tokyo", "2026-11-03T14:22:07.611Z"],
    ["2026-11-03 14:22:07 Coordinated Universal Time connect", "Asia/Tokyo", "2026-11-03T14:22:07.000Z"],
    ["2026-11-03 14:22:07 Some Standard Time connect", "UTC", "2026-11-03T14:22:07.000Z"],
    ["2026-11-03 02:22:07 em SRV01 conexao", "UTC", "2026-11-03T02:22:07.000Z"],
    ["2026-11-03 14:22:07 MEZ connect", "UTC", "2026-11-03T13:22:07.000Z"],
    ["2026-11-03 14:22:07 NZDT connect", "UTC", "2026-11-03T01:22:07.000Z"],
    ["2026-11-03 02:22:07 CH 1 lost", "UTC", "2026-11-03T02:22:07.000Z"],
    ["2026-11-03 02:22:07 SAMBA lost", "UTC", "2026-11-03T02:22:07.000Z"],
    ["2026.11.03 10.20.30.40 connect", "UTC", null],
    ["2024-02-29 24:00:00 connect", "UTC", "2024-03-01T00:00:00.000Z"],
    ["2016-12-31T23:59:60Z connect", "UTC", "2016-12-31T23:59:59.999Z"],
    ["2026-02-29 08:30:00 connect", "UTC", null],
    ["2026-13-01 08:30:00 connect", "UTC", null],
    ["2026-11-22 24:00:01 connect", "UTC", null],
    ["9999-11-22 08:30:00 connect", "UTC", null],
    ["0000-00-00 00:00:00 connect", "UTC", null],
    ["-2026-11-22 08:30:00 connect", "UTC", null],
    // Spring forward: 02:30 is read with the offset before the change. Fall back: the first of the two.
    ["2026-03-29 02:30:00 connect", "Europe/Berlin", "2026-03-29T01:30:00.000Z"],
    ["2026-10-25 02:30:00 connect", "Europe/Berlin", "2026-10-25T00:30:00.000Z"],
  ],
};

/** `+0800 2026-11-22 08:30:00`: the offset comes first. */
function offsetBefore(line: string, at: number): Offset {
  if (at > 9 || line.charCodeAt(at - 1) !== 0x20) return null;
  return /^[[(]?[+-]\d\d:?\d\d $/.test(line.slice(0, at))
    ? readOffset(line, at - (line[at - 4] === ":" ? 7 : 6))
    : null;
}

/** Whether a date begins at a column as most do: `2026-11-22T08` or `2026/11/22 08`. The pattern is for the rest. */
function isPlain(line: string, at: number): boolean {
  const mark = line.charCodeAt(at + 4);
  if ((mark !== 0x2d && mark !== 0x2e && mark !== 0x2f) || line.charCodeAt(at + 7) !== mark) return false;
  const between = line.charCodeAt(at + 10);
  if (between !== 0x20 && between !== 0x54) return false;
  const isDate = twoDigits(line, at) >= 0 && twoDigits(line, at + 2) >= 0 && twoDigits(line, at + 5) >= 0;
  return isDate && twoDigits(line, at + 8) >= 0 && twoDigits(line, at + 11) >= 0;
}
