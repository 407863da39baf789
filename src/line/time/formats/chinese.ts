import { toBytes } from "../../../text/byte-string.ts";
import { compiled } from "../../../text/compiled.ts";
import { digitsFrom } from "../digits.ts";
import { stampOf } from "../stamp.ts";
import type { PlacedFormat } from "../time-format.ts";
import { readTimeOfDay } from "../time-of-day.ts";
import { readUnits } from "../units.ts";
import { weekdayBetween } from "../words.ts";

const [year, month, day] = ["年", "月", "日"].map(toBytes);
const datePattern = new RegExp(
  `(\\d{4}) ?(?:${year}|${toBytes("년")}) ?(\\d{1,2}) ?(?:${month}|${toBytes("월")}) ?(\\d{1,2}) ?(?:${day}|${toBytes("일")})(?:${weekdayBetween})?[ ,]{0,2}`,
  "y",
);
/** `2026年11月22日 下午 8:30:00`, in Korean too, with the time in digits or in `时分秒`. */
export const chinese: PlacedFormat = {
  first: "digit",
  read(line, at) {
    if (digitsFrom(line, at) !== 4) return null;
    datePattern.lastIndex = at;
    const match = compiled(datePattern).exec(line);
    if (match === null) return null;
    const time = readTimeOfDay(line, datePattern.lastIndex) ?? readUnits(line, datePattern.lastIndex);
    return stampOf(Number(match[1]), Number(match[2]), Number(match[3]), time);
  },
  samples: (
    [
      ["2026年11月22日 08:30:00 连接失败", "Asia/Shanghai", "2026-11-22T00:30:00.000Z"],
      ["2026年11月22日 上午 8:30:00 连接失败", "UTC", "2026-11-22T08:30:00.000Z"],
      ["2026年11月22日 下午8:30:00 连接失败", "UTC", "2026-11-22T20:30:00.000Z"],
      ["2026年11月22日 星期日 08:30:00 连接失败", "UTC", "2026-11-22T08:30:00.000Z"],
      ["2026年11月2日8时30分5秒 连接失败", "UTC", "2026-11-02T08:30:05.000Z"],
      ["2026/11/22 下午 08:30:00 連線失敗", "UTC", "2026-11-22T20:30:00.000Z"],
      ["2026-11-22 오후 8:30:00 connect", "Asia/Seoul", "2026-11-22T11:30:00.000Z"],
      ["2026년 11월 22일 오후 8:30:00 connect", "Asia/Seoul", "2026-11-22T11:30:00.000Z"],
      ["2026年11月22日(日) 08:30:00.5 接続", "UTC", "2026-11-22T08:30:00.500Z"],
      ["2026年11月22日 20時30分00秒 接続", "UTC", "2026-11-22T20:30:00.000Z"],
      ["2026年11月22日 午後8時30分00秒 接続", "UTC", "2026-11-22T20:30:00.000Z"],
      ["2026년 11월 22일 일요일 오후 8시 30분 0초 connect", "UTC", "2026-11-22T20:30:00.000Z"],
      ["2026年13月22日 08:30:00 连接失败", "UTC", null],
    ] as const
  ).map(([line, zone, time]) => [toBytes(line), zone, time]),
};
