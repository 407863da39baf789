import type { Report } from "../model/report.ts";
import { localTime } from "../time/local-time.ts";

/** How a moment of the period is told: the time alone where the period is a day, else with the date. */
export function momentStamp({ extent, period: { zone } }: Report, second: number): string {
  const from = localTime(extent?.since ?? 0, zone).date;
  const to = localTime((extent?.until ?? 60) - 60, zone).date;
  const skipped = from.slice(0, 5) === to.slice(0, 5) ? "2026-".length : 0;
  const { date, time } = localTime(second, zone);
  return from === to ? time : `${date.slice(skipped)} ${time}`;
}

/** The end of a stretch: the time alone where it ends on the day that it began. */
export function endStamp(report: Report, since: number, until: number): string {
  const [from, to] = [since, until].map((second) => localTime(second, report.period.zone));
  return from?.date === to?.date ? (to?.time ?? "") : momentStamp(report, until);
}
