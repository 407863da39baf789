import type { Period, Scope } from "../../store/scope.ts";
import { visible } from "../../text/visible.ts";
import { words } from "../../words/index.ts";
import type { ReportWords } from "../../words/report-words.ts";
import { count, signedPercent } from "../layout/figures.ts";
import { extentOf } from "../model/extent.ts";
import type { Comparison, Report } from "../model/report.ts";
import { dayOf } from "../time/hours.ts";
import { localTime } from "../time/local-time.ts";

/** Names the period with its zone, and what the report is limited to. */
export function headline({ lang, totals, ...scope }: Report): string {
  return [words[lang].report.heading, ...scopeParts(scope, totals, words[lang].report)].join(" · ");
}

/** Writes the period, its open ends filled in with the first and last occurrence, then the limits. */
export function scopeParts(
  { period, source, host, onlyCodes, onlyEndpoint, onlyOperation }: Scope,
  times: { readonly first: number | null; readonly last: number | null },
  say: ReportWords,
): string[] {
  const { since, until } = extentOf(period, times) ?? period;
  const end = (second: number | null): string => (second === null ? "…" : moment(second, period, say));
  return [
    (since === null && until === null ? say.all : `${end(since)} – ${end(until)}`) + say.aside(period.zone),
    ...(source === null ? [] : [say.source(visible(source))]),
    ...(host === null ? [] : [say.host(visible(host))]),
    ...(onlyCodes === undefined ? [] : [onlyCodes.join(say.comma)]),
    ...(onlyOperation === undefined ? [] : [visible(onlyOperation)]),
    ...(onlyEndpoint === undefined ? [] : [`→ ${visible(onlyEndpoint)}`]),
  ];
}

/**
 * Writes the totals and how they compare: `1,284 occurrences · 7 codes · 4 sources · +312 % vs Thu, +290 % vs last
 * Fri`.
 */
export function totalsLine(report: Report): string {
  const { lang, totals } = report;
  const say = words[lang].report;
  const changes = changeParts(report, say);
  return [
    say.occurrences(count(totals.occurrences), totals.occurrences === 1),
    say.codes(count(totals.codes), totals.codes === 1),
    say.sources(count(totals.sources), totals.sources === 1),
    ...(changes.length === 0 ? [] : [changes.join(say.comma)]),
  ].join(" · ");
}

/** A day is compared with a weekday by name, any other period with "the period before". */
function changeParts({ period: { zone }, extent, change: { before, weekBefore } }: Report, say: ReportWords): string[] {
  const isDay =
    extent !== null && extent.until - extent.since <= LONGEST_DAY && dayOf(extent.since, zone) === extent.since;
  const weekday = (since: number): string => say.weekdays[localTime(since, zone).weekday - 1] ?? "";
  const part = ({ change }: Comparison, then: string): string => {
    if (change === null) return say.noneThen(then);
    if (change >= TIMES - 1) return say.times(count(Math.round(change + 1)), then);
    return change === 0 ? say.sameAsThen(then) : say.change(signedPercent(change), then);
  };
  const isSame = before?.since === weekBefore?.since && before?.until === weekBefore?.until;
  return [
    ...(before === null ? [] : [part(before, isDay ? weekday(before.since) : say.before)]),
    ...(weekBefore === null || isSame
      ? []
      : [part(weekBefore, isDay ? say.weekdayBefore(weekday(weekBefore.since)) : say.weeksBefore(weekBefore.weeks))]),
  ];
}

/** From so many times on, a factor is clearer than per cent. */
const TIMES = 10;
const LONGEST_DAY = 25 * 3600;

function moment(second: number, { zone }: Period, say: ReportWords): string {
  const { date, time, weekday } = localTime(second, zone);
  return `${say.weekdays[weekday - 1]} ${date} ${time}`;
}
