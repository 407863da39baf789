import { words } from "../../words/index.ts";
import { colourOf, patternOf } from "../charts/code-colour.ts";
import { drawSwatch } from "../charts/patterns.ts";
import { drawSparkline } from "../charts/sparkline.ts";
import { count, percent } from "../layout/figures.ts";
import { type Child, type Markup, markup, prose } from "../layout/markup.ts";
import { causeLine } from "../lines/cause-line.ts";
import type { CodeRow } from "../model/code-row.ts";
import type { Report } from "../model/report.ts";
import { breakableName } from "./breakable-name.ts";
import { explanation } from "./explanation.ts";
import { type LinkTo, linked, linkedPicture } from "./links.ts";
import { createMoments } from "./moments.ts";

/** Shows a row of figures for each code and, folded away below it, its explanation. */
export function codesSection(report: Report, to: LinkTo): Markup {
  const say = words[report.lang].report;
  const page = words[report.lang].page;
  return markup`<section id="codes">
<h2>${page.codes}</h2>
<table class="codes">
<thead><tr><th scope="col">${say.code}</th><th scope="col" class="n">${say.count}</th><th scope="col" class="n wide">${say.share}</th>
<th scope="col" class="n">${page.change}</th><th scope="col" class="n wide">${say.first}</th><th scope="col" class="n wide">${say.last}</th>
<th scope="col" class="trend">${say.trendTitle}</th></tr></thead>
${report.codes.map((row) => codeBody(row, report, to))}
</table>
</section>`;
}

function codeBody(row: CodeRow, report: Report, to: LinkTo): Markup {
  const moments = createMoments(report);
  const at = (second: number | null): Child => (second === null ? "–" : moments.time(second));
  const name = markup`<strong>${row.code}</strong> ${row.name === String(row.code) ? null : breakableName(row.name)}`;
  const isAlone = report.onlyCodes?.length === 1;
  const summary = row.advice === null ? words[report.lang].page.explain : prose(causeLine(row.advice, report));
  return markup`<tbody class="${colourOf(row.code)}" id="code-${row.code}">
<tr class="figures"><th scope="row" data-sort="${row.code}">${drawSwatch("area", patternOf(row.code))}${linked(to({ code: String(row.code) }), name)}<small>${row.title}</small></th>
<td class="n">${count(row.count)}</td><td class="n wide">${percent(row.share)}</td><td class="n" data-sort="${row.before === null ? "" : row.count / row.before}">${changeOf(row, report)}</td>
<td class="n wide">${at(row.first)}</td><td class="n wide">${at(row.last)}</td><td class="trend">${linkedPicture(to({ code: String(row.code) }), trendOf(row, report))}</td></tr>
<tr class="more"><td colspan="7"><details${isAlone ? markup` open` : null}><summary>${summary}</summary>${explanation(row, report, to)}</details></td></tr>
</tbody>`;
}

/** Compares with the period before: by a factor from ten times on, else in per cent. */
function changeOf({ count: n, before }: CodeRow, { lang }: Report): Child {
  if (before === null) return "–";
  if (before === 0) return markup`<span class="muted">${words[lang].page.noneBefore}</span>`;
  const ratio = n / before;
  if (ratio >= 10) return `×${Math.round(ratio)}`;
  return ratio >= 1 ? `+${percent(ratio - 1)}` : `−${percent(1 - ratio)}`;
}

function trendOf({ trend, code }: CodeRow, report: Report): Child {
  const most = Math.max(...trend, 0);
  const start = report.steps?.starts[trend.indexOf(most)];
  if (start === undefined || most === 0) return null;
  const say = words[report.lang];
  const busiest = `${say.page.busiestStep}${say.page.colon}${count(most)}${say.report.comma}${createMoments(report).text(start)}`;
  return drawSparkline(trend, colourOf(code), busiest);
}
