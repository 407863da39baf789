import { visible } from "../annotate/visible.ts";
import { count, localTime } from "./figures.ts";
import type { Report } from "./report.ts";
import { extentOf, type Period, type Scope } from "./scope.ts";
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

/** The totals in words: `1,284 occurrences · 7 codes · 4 sources`. */
export function totalsLine({ lang, totals }: Report): string {
  const say = words[lang];
  return [
    say.occurrences(count(totals.occurrences), totals.occurrences === 1),
    say.codes(count(totals.codes), totals.codes === 1),
    say.sources(count(totals.sources), totals.sources === 1),
  ].join(" · ");
}

function moment(second: number, { zone }: Period, say: Words): string {
  const { date, time, weekday } = localTime(second, zone);
  return `${say.weekdays[weekday - 1]} ${date} ${time}`;
}
