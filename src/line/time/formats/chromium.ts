import { digitsFrom } from "../digits.ts";
import { stampOf } from "../stamp.ts";
import type { PlacedFormat } from "../time-format.ts";
import { msOfDay } from "../time-of-day.ts";

const pattern = /(\d{4})?(\d{2})(\d{2})\/(\d{2})(\d{2})(\d{2})(?:\.(\d{1,9}))?(?=:[A-Z])/y;

/** The header of Chromium and what is built on it: `1103/142207.611:ERROR:`, in newer ones `20261103/142207.611:`. */
export const chromium: PlacedFormat = {
  first: "digit",
  read(line, at) {
    const digits = digitsFrom(line, at);
    if ((digits !== 4 && digits !== 8) || line[at + digits] !== "/") return null;
    pattern.lastIndex = at;
    const match = pattern.exec(line);
    if (match === null) return null;
    const [whole, year, month, day, hour, minute, second, fraction = ""] = match;
    const ms = msOfDay(Number(hour), Number(minute), Number(second), fraction);
    if (ms === null) return null;
    const time = { ms, offset: null, halfDay: false, seconds: true, end: at + whole.length };
    return stampOf(year === undefined ? null : Number(year), Number(month), Number(day), time);
  },
  samples: [
    ["[4520:1234:1103/142207.611:ERROR:socket.cc(345)] connect", "UTC", "2026-11-03T14:22:07.611Z"],
    ["[4520:1234:20261103/142207.611:ERROR:socket.cc(345)] connect", "UTC", "2026-11-03T14:22:07.611Z"],
    ["[1103/142207:WARNING:main.cc(1)] connect", "UTC", "2026-11-03T14:22:07.000Z"],
    ["[4520:1234:1303/142207.611:ERROR:socket.cc(345)] connect", "UTC", null],
    ["id 1103/142207 connect", "UTC", null],
  ],
};
