import { type Stamp, stampOf } from "./stamp.ts";
import type { TimeSample } from "./time-format.ts";
import { readTimeOfDay } from "./time-of-day.ts";

/** Reads logs in the W3C extended format (IIS, HTTP.sys, Windows Firewall), whose header names the columns. */
export interface W3cReader {
  /** The stamp of a directive or of a row under `#Fields:`, or null when the line is neither. */
  read(line: string): Stamp | null;
  state(): W3cState;
}

/** The header so far; plain data. */
export interface W3cState {
  /** Columns, 0-based; -1 without one. */
  readonly dateColumn: number;
  readonly timeColumn: number;
  /** The value of `#Date:`. */
  readonly headerDate: string;
  readonly utc: boolean;
  /** What is between two columns. */
  readonly gap: " " | "\t";
}

const noHeader: W3cState = { dateColumn: -1, timeColumn: -1, headerDate: "", utc: true, gap: " " };

const hash = 0x23;
const datePattern = /(\d{4})-(\d{2})-(\d{2})/y;
const timePattern = /(?=\d{2}:\d{2}:\d{2}(?:\s|$|\.))/y;

/** A reader that has seen no header yet (everything is null until it does), unless another one's state is given. */
export function createW3cReader(state: W3cState = noHeader): W3cReader {
  let { dateColumn, timeColumn, headerDate, utc, gap } = state;

  function readDirective(line: string): Stamp | null {
    if (line.startsWith("#Software: Microsoft") && !line.includes("Firewall")) {
      // The first line of a log of IIS or HTTP.sys; who reads on from the middle may never see #Fields.
      [dateColumn, timeColumn, utc] = [0, 1, true];
    } else if (line.startsWith("#Fields:")) {
      const names = line.slice("#Fields:".length).trim().split(/\s+/);
      dateColumn = names.indexOf("date");
      timeColumn = names.indexOf("time");
      gap = line.includes("\t", "#Fields:".length + 1) ? "\t" : " ";
    } else if (line.startsWith("#Time Format:")) {
      utc = !line.includes("Local");
    } else if (line.startsWith("#Date:")) {
      headerDate = line.slice("#Date:".length).trim();
      return stampFrom(headerDate, 0, headerDate, headerDate.indexOf(" ") + 1, utc);
    }
    return null;
  }

  return {
    read(line) {
      if (line.charCodeAt(0) === hash) return readDirective(line);
      if (timeColumn < 0) return null;
      const timeAt = columnStart(line, timeColumn, gap);
      if (dateColumn < 0) return timeFrom(line, timeAt, utc);
      return stampFrom(line, columnStart(line, dateColumn, gap), line, timeAt, utc);
    },
    state: () => ({ dateColumn, timeColumn, headerDate, utc, gap }),
  };
}

function stampFrom(dated: string, dateAt: number, timed: string, timeAt: number, utc: boolean): Stamp | null {
  datePattern.lastIndex = dateAt;
  timePattern.lastIndex = timeAt;
  const date = datePattern.exec(dated);
  if (date === null || !timePattern.test(timed)) return null;
  const stamp = stampOf(Number(date[1]), Number(date[2]), Number(date[3]), readTimeOfDay(timed, timeAt));
  return stamp === null ? null : { ...stamp, offset: utc ? 0 : null };
}

/** A row without a date: the Clock adds that of the header, or of the row before. */
function timeFrom(line: string, at: number, utc: boolean): Stamp | null {
  timePattern.lastIndex = at;
  const time = timePattern.test(line) ? readTimeOfDay(line, at) : null;
  return time === null ? null : { local: time.ms, offset: utc ? 0 : null, missing: "date" };
}

function columnStart(line: string, column: number, gap: string): number {
  let at = 0;
  for (let passed = 0; passed < column; passed += 1) {
    const blank = line.indexOf(gap, at);
    if (blank < 0) return line.length;
    at = blank + 1;
  }
  return at;
}

/** The sample lines of this format. */
export const w3cSamples: readonly TimeSample[] = [
  [
    "#Fields: date time s-ip sc-win32-status\n2026-11-22 08:30:00 10.0.0.5 64",
    "Asia/Tokyo",
    "2026-11-22T08:30:00.000Z",
  ],
  ["#Fields: s-ip date time\n10.0.0.5 2026-11-22 08:30:00", "Asia/Tokyo", "2026-11-22T08:30:00.000Z"],
  ["#Date: 2026-11-22 08:00:00\n#Fields: time c-ip\n08:30:00 10.0.0.5", "Asia/Tokyo", "2026-11-22T08:30:00.000Z"],
  [
    "#Date: 2026-11-22 23:58:00\n#Fields: time c-ip\n23:59:30 10.0.0.5\n00:00:05 10.0.0.5",
    "Asia/Tokyo",
    "2026-11-23T00:00:05.000Z",
  ],
  ["#Fields: date\ttime\tx-edge\n2026-11-22\t08:30:00\tFRA 2", "Asia/Tokyo", "2026-11-22T08:30:00.000Z"],
  ["#Date: 2026-11-22 08:00:00", "Asia/Tokyo", "2026-11-22T08:00:00.000Z"],
  [
    "#Time Format: Local\n#Fields: date time action\n2026-11-22 08:30:00 DROP",
    "Asia/Tokyo",
    "2026-11-21T23:30:00.000Z",
  ],
  ["#Fields: date time s-ip\n22/Nov/2026:08:30:00 +0100 x", "UTC", "2026-11-22T07:30:00.000Z"],
  ["#Software: Microsoft HTTP API 2.0\n2026-11-22 08:30:00 10.0.0.5", "Asia/Tokyo", "2026-11-22T08:30:00.000Z"],
  ["#Fields: cs-uri\n/index.html", "UTC", null],
];
