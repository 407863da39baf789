import type { PlacedFormat } from "../time-format.ts";

const pattern = /4([0-9a-f]{15})([0-9a-f]{8})?(?![0-9a-z])/y;
const earliest = 946_684_800;
const latest = 2 ** 32;
// As daemontools and what followed it write them: no leap seconds are counted after the first ten.
const taiAhead = 10;

/** The labels of multilog, s6-log and svlogd: `@400000006a48c2d924553ac4`, seconds and nanoseconds in hexadecimal. */
export const tai64: PlacedFormat = {
  first: "digit",
  read(line, at) {
    if (line[at - 1] !== "@") return null;
    pattern.lastIndex = at;
    const match = pattern.exec(line);
    if (match === null) return null;
    const seconds = Number.parseInt(match[1] ?? "", 16) - taiAhead;
    const nanoseconds = Number.parseInt(match[2] ?? "0", 16);
    if (seconds < earliest || seconds > latest || nanoseconds > 999_999_999) return null;
    return { local: seconds * 1000 + Math.floor(nanoseconds / 1e6), offset: 0, missing: "nothing" };
  },
  samples: [
    ["@400000006b02a812246b1ec0 connect", "Asia/Tokyo", "2026-11-22T08:30:00.611Z"],
    ["@400000006b02a812 connect", "UTC", "2026-11-22T08:30:00.000Z"],
    ["@400000006b02a812ffffffff connect", "UTC", null],
    ["400000006b02a812246b1ec0 connect", "UTC", null],
    ["@400000000000000a246b1ec0 connect", "UTC", null],
  ],
};
