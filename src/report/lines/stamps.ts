import type { Report } from "../model/report.ts";
import { localTime } from "../time/local-time.ts";

/** Writes a moment of the period: the time alone where the period is within a day, else with the date. */
export function momentStamp({ extent, period: { zone } }: Report, second: number): string {
  const from = localTime(extent?.since ?? 0, zone).date;
  const to = localTime((extent?.until ?? 60) - 60, zone).date;
  const skipped = from.slice(0, 5) === to.slice(0, 5) ? "2026-".length : 0;
  const { date, time } = localTime(second, zone);
  return from === to ? time : `${date.slice(skipped)} ${time}`;
}

/** Writes the end of a time range: the time alone where it ends on the day on which it began. */
export function endStamp(report: Report, since: number, until: number): string {
  const [from, to] = [since, until].map((second) => localTime(second, report.period.zone));
  return from?.date === to?.date ? (to?.time ?? "") : momentStamp(report, until);
}
