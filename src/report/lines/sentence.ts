import type { TimeRange } from "../../store/scope.ts";
import { visible } from "../../text/visible.ts";
import { words } from "../../words/index.ts";
import type { PageWords } from "../../words/page-words.ts";
import { count, percent } from "../layout/figures.ts";
import type { Incident, Report } from "../model/report.ts";
import { localTime } from "../time/local-time.ts";

/**
 * Sums up the report: how many errors, compared with the period before, and what most of them are. Of more than a day it
 * leads with the greatest incident, which the sums of many days hide.
 */
export function sentence(report: Report): string {
  const { lead, summary } = sentenceParts(report);
  return (lead?.text ?? "") + summary;
}

/** The same in its two parts. */
export interface SentenceParts {
  readonly lead: (TimeRange & { readonly text: string }) | null;
  readonly summary: string;
}

/** Returns the parts of the sentence: `lead` is about the incident of its time range. */
export function sentenceParts(report: Report): SentenceParts {
  const say = words[report.lang].page;
  const { occurrences } = report.totals;
  if (occurrences === 0) return { lead: null, summary: say.none };
  const greatest = leadingIncident(report);
  const lead = greatest && say.lead(inWords(greatest, report));
  const isSaid = greatest?.codes[0]?.code === report.codes[0]?.code;
  const summary = say.sentence({
    errors: say.errors(count(occurrences), occurrences === 1),
    beside: beside(report, say),
    mostly: isSaid ? null : mostly(report, say),
  });
  if (greatest === null || lead === null) return { lead: null, summary };
  return { lead: { since: greatest.since, until: greatest.until, text: lead }, summary: say.inAll(summary) };
}

/** The greatest incident of a report over more than a day, where it is a considerable part of all there is. */
function leadingIncident({ incidents, extent, totals }: Report): Incident | null {
  const [greatest] = [...incidents].sort((a, b) => b.count - a.count);
  if (greatest === undefined || extent === null || extent.until - extent.since <= LONGEST_DAY) return null;
  return greatest.count < totals.occurrences * CONSIDERABLE ? null : greatest;
}

function inWords(greatest: Incident, { codes, period, lang }: Report): Parameters<PageWords["lead"]>[0] {
  const say = words[lang].page;
  const [since, until] = [localTime(greatest.since, period.zone), localTime(greatest.until, period.zone)];
  const [, month = 1, day = 1] = since.date.split("-").map(Number);
  const top = greatest.codes[0];
  const title = codes.find(({ code }) => code === top?.code)?.title || top?.name || "";
  const blamed = greatest.endpoints[0];
  return {
    when: `${say.date(month, day)} ${since.time}–${until.time}`,
    n: count(greatest.count),
    title: visible(title),
    code: top?.code ?? 0,
    towards: blamed === undefined ? "" : say.towards(visible(blamed.endpoint)),
  };
}

const LONGEST_DAY = 25 * 3600;
const CONSIDERABLE = 0.05;

/** Compares with the period before: `4.1 times as many`, `35 % more`. */
function beside({ change: { before }, totals }: Report, say: PageWords): string | null {
  if (before === null) return null;
  const hours = (before.until - before.since) / 3600;
  const than = hours >= 23 && hours <= 25 ? say.dayBefore : say.periodBefore;
  const { change } = before;
  if (change === null) return totals.occurrences === 0 ? null : say.noneThen(than);
  if (change >= 1) return say.times((change + 1).toFixed(change < 9 ? 1 : 0), than);
  if (Math.abs(change) < 0.1) return say.same(than);
  return change > 0 ? say.more(percent(change), than) : say.fewer(percent(-change), than);
}

function mostly({ codes: [top, ...others] }: Report, say: PageWords): string | null {
  if (top === undefined) return null;
  const blamed = top.endpoints[0];
  const towards = blamed !== undefined && blamed.count * 2 > top.count ? say.towards(visible(blamed.endpoint)) : "";
  const part = others.length === 0 ? "all" : top.share >= 0.5 ? "most" : "some";
  return say.mostly({ title: visible(top.title || top.name), code: top.code, part }) + towards;
}
