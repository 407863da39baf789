import { shortDate } from "../charts/time-axis.ts";
import { type Markup, markup } from "../layout/markup.ts";
import type { Report } from "../model/report.ts";
import { isoTime, localTime } from "../time/local-time.ts";

/** Writes moments of a report: the time alone where the report is about one day, else with the date. */
export interface Moments {
  text(second: number): string;
  /** The text in a `<time>` element, which programs can read. */
  time(second: number): Markup;
  /** From start to end, with the date once if it is the same. */
  range(since: number, until: number): Markup;
}

/** Creates a writer of moments in the report's zone and language. */
export function createMoments({ extent, period: { zone }, lang }: Report): Moments {
  const dateOf = (second: number): string => localTime(second, zone).date;
  const oneDay = extent !== null && dateOf(extent.since) === dateOf(extent.until - 60);
  const ownDay = oneDay ? dateOf(extent.since) : null;
  const text = (second: number): string => {
    const { date, time } = localTime(second, zone);
    return date === ownDay ? time : `${shortDate(date, lang)} ${time}`;
  };
  const element = (second: number, shown: string): Markup =>
    markup`<time datetime="${isoTime(second, zone)}">${shown}</time>`;
  return {
    text,
    time: (second) => element(second, text(second)),
    range: (since, until) => {
      const end = dateOf(since) === dateOf(until - 1) ? localTime(until, zone).time : text(until);
      return markup`<span class="range">${element(since, text(since))}–${element(until, end)}</span>`;
    },
  };
}
