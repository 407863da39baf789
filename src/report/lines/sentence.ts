import { visible } from "../../text/visible.ts";
import { words } from "../../words/index.ts";
import type { PageWords } from "../../words/page-words.ts";
import { count, percent } from "../layout/figures.ts";
import type { Report } from "../model/report.ts";

/** Sums up the report in one sentence: how many errors, compared with the period before, and what most of them are. */
export function sentence(report: Report): string {
  const say = words[report.lang].page;
  const { occurrences } = report.totals;
  if (occurrences === 0) return say.none;
  return say.sentence({
    errors: say.errors(count(occurrences), occurrences === 1),
    beside: beside(report, say),
    mostly: mostly(report, say),
  });
}

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
