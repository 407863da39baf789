import type { Period, Scope } from "../../store/scope.ts";
import { visible } from "../../text/visible.ts";
import { count, localTime, signedPercent } from "../layout/figures.ts";
import { extentOf } from "../model/extent.ts";
import { dayOf } from "../model/hours.ts";
import type { Comparison, Report } from "../model/report.ts";
import { type Words, words } from "./words.ts";

/** What the report is about: the period with its zone, and the source and host it is limited to. */
export function headline({ lang, totals, ...scope }: Report): string {
  return [words[lang].heading, ...scopeParts(scope, totals, words[lang])].join(" · ");
}

/** The period that is asked for, its open ends filled in with what there is, then source and host. */
export function scopeParts(
  { period, source, host }: Scope,
  times: { readonly first: number | null; readonly last: number | null },
  say: Words,
): string[] {
  const { since, until } = extentOf(period, times) ?? period;
  const end = (second: number | null): string => (second === null ? "…" : moment(second, period, say));
  return [
    since === null && until === null ? `${say.all} (${period.zone})` : `${end(since)} – ${end(until)} (${period.zone})`,
    ...(source === null ? [] : [say.source(visible(source))]),
    ...(host === null ? [] : [say.host(visible(host))]),
  ];
}

/** The totals in words, and how they compare: `1,284 occurrences · 7 codes · 4 sources · +312 % vs Thu, +290 % vs last Fri`. */
export function totalsLine(report: Report): string {
  const { lang, totals } = report;
  const say = words[lang];
  const changes = changeParts(report, say);
  return [
    say.occurrences(count(totals.occurrences), totals.occurrences === 1),
    say.codes(count(totals.codes), totals.codes === 1),
    say.sources(count(totals.sources), totals.sources === 1),
    ...(changes.length === 0 ? [] : [changes.join(say.comma)]),
  ].join(" · ");
}

/** A day is compared by name, anything else with "the period before". */
function changeParts({ period: { zone }, extent, change: { before, weekBefore } }: Report, say: Words): string[] {
  const isDay =
    extent !== null && extent.until - extent.since <= LONGEST_DAY && dayOf(extent.since, zone) === extent.since;
  const weekday = (since: number): string => say.weekdays[localTime(since, zone).weekday - 1] ?? "";
  const part = ({ change }: Comparison, then: string): string =>
    say.change(change === null ? say.noneThen : change === 0 ? say.sameAsThen : signedPercent(change), then);
  return [
    ...(before === null ? [] : [part(before, isDay ? weekday(before.since) : say.before)]),
    ...(weekBefore === null
      ? []
      : [part(weekBefore, isDay ? say.weekdayBefore(weekday(weekBefore.since)) : say.weeksBefore(weekBefore.weeks))]),
  ];
}

const LONGEST_DAY = 25 * 3600;

function moment(second: number, { zone }: Period, say: Words): string {
  const { date, time, weekday } = localTime(second, zone);
  return `${say.weekdays[weekday - 1]} ${date} ${time}`;
}
