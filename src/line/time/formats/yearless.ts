import { stampOf } from "../stamp.ts";
import type { PlacedFormat } from "../time-format.ts";
import { readTimeOfDay } from "../time-of-day.ts";

const pattern = /(\d{1,2})([./-])(\d{1,2})(\.?)(?:,?[ \t]{1,3}|\||[T-](?=\d\d:)|\] ?\[)/y;

/**
 * Numeric dates without a year: `[11.22 08:30:00]`, `22.11. 08:30:00.123`; a dot behind them means day first, else the
 * month is first unless a value above 12, or the rest of the log, shows otherwise.
 */
export const yearless: PlacedFormat = {
  first: "digit",
  read(line, at, order) {
    pattern.lastIndex = at;
    const match = pattern.exec(line);
    if (match === null) return null;
    const time = readTimeOfDay(line, pattern.lastIndex);
    const isDotted = match[2] === "." && match[4] === ".";
    // "1.15 10:20" is too little to be a stamp.
    if (time === null || !(time.seconds || (isDotted && at <= 1))) return null;
    const [a, b] = [Number(match[1]), Number(match[3])];
    if (!order.isProven && a > 12 !== b > 12) order.learn(a, b, order.year());
    const dayFirst = isDotted || a > 12 || (b <= 12 && order.dayFirst === true);
    return dayFirst ? stampOf(null, b, a, time) : stampOf(null, a, b, time);
  },
  samples: [
    ["[11.22 08:30:00] client.exe - db.example:443 error : timed out", "UTC", "2026-11-22T08:30:00.000Z"],
    ["11-22 08:30:00.209 25574-30435/com.example W/System.err: connect", "UTC", "2026-11-22T08:30:00.209Z"],
    ["adb I 11-04 20:16:14  4711  4712 main.cpp:57] connect", "UTC", "2026-11-04T20:16:14.000Z"],
    ["WARN [11-22|08:30:00.700] connect", "UTC", "2026-11-22T08:30:00.700Z"],
    ["12-30 08:30:00.123 connect", "UTC", "2025-12-30T08:30:00.123Z"],
    ["02-29 08:30:00.123 connect", "UTC", "2024-02-29T08:30:00.123Z"],
    ["22.11 08:30:00 connect", "UTC", "2026-11-22T08:30:00.000Z"],
    ["05.11. 08:30:00.123 connect", "UTC", "2026-11-05T08:30:00.123Z"],
    ["05.11. 08:30 connect", "UTC", "2026-11-05T08:30:00.000Z"],
    ["05.11., 08:30:00: connect", "UTC", "2026-11-05T08:30:00.000Z"],
    ["[05.11.] [08:30:00] connect", "UTC", "2026-11-05T08:30:00.000Z"],
    ["22/10 08:30:00 open\n05/11 08:30:00 connect", "UTC", "2026-11-05T08:30:00.000Z"],
    ["22/11-08:30:00.123 connect", "UTC", "2026-11-22T08:30:00.123Z"],
    ["step 3.4. 08:30 connect", "UTC", null],
    ["02-30 08:30:00 connect", "UTC", null],
    ["version 1.15 10:20 built", "UTC", null],
  ],
};
