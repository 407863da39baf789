import { words } from "../../words/index.ts";
import { drawBar } from "../charts/bar.ts";
import { colourOf } from "../charts/code-colour.ts";
import { count } from "../layout/figures.ts";
import { type Child, markup } from "../layout/markup.ts";
import { endpointsHeading } from "../lines/endpoints-heading.ts";
import type { Report } from "../model/report.ts";
import { type LinkTo, linked, linkedPicture } from "./links.ts";

/** Shows the most frequent endpoints as bars in a table. */
export function endpointsSection(report: Report, to: LinkTo): Child {
  const { endpoints: rows, lang } = report;
  if (rows.length === 0) return null;
  const say = words[lang].report;
  const most = Math.max(...rows.map(({ count: n }) => n));
  return markup`<section id="endpoints">
<h2>${endpointsHeading(report)}</h2>
<table class="bars">
<thead><tr><th scope="col">${say.endpoint}</th><th scope="col">${say.code}</th><th scope="col" class="n">${say.count}</th><td class="bar"></td></tr></thead>
<tbody>${rows.map(
    ({
      endpoint,
      code,
      count: n,
    }) => markup`<tr class="${colourOf(code)}"><th scope="row">${linked(to({ endpoint }), endpoint)}</th>
<td><a href="${to({ code: String(code) }) ?? `#code-${code}`}">${code}</a></td><td class="n">${count(n)}</td><td class="bar">${linkedPicture(to({ endpoint, code: String(code) }), drawBar(n, most, colourOf(code)))}</td></tr>`,
  )}</tbody></table>
</section>`;
}
