import { words } from "../../words/index.ts";
import { drawHeatMap, heatKey } from "../charts/heat-map.ts";
import { count } from "../layout/figures.ts";
import { type Child, markup } from "../layout/markup.ts";
import type { Report } from "../model/report.ts";
import { createMoments } from "./moments.ts";

/** Shows when errors come in a week: a square for every hour of every weekday, and the same numbers as a table. */
export function weeklySection(report: Report): Child {
  const { heatMap: map, lang } = report;
  if (map === null) return null;
  const say = words[lang].page;
  const { weekdays } = words[lang].report;
  const moments = createMoments(report);
  const hours = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, "0"));
  const range = say.heatMapRange(moments.text(map.since), moments.text(map.until));
  return markup`<section id="weekly">
<h2>${say.heatMap}</h2>
<p class="muted">${range}</p>
${drawHeatMap({ cells: map.counts, weekdays, title: say.heatMap, description: range })}
<ul class="legend">${[{ shade: 0, label: "0" }, ...heatKey(map.counts)].map(
    ({ shade, label }) =>
      markup`<li><svg class="swatch heat" aria-hidden="true" width="12" height="12"><rect class="heat-${shade}" width="12" height="12" rx="3"/></svg>${label}</li>`,
  )}<li>${say.perHour}</li></ul>
<details><summary>${say.numbers}</summary><div class="scroll"><table>
<thead><tr><th scope="col">${say.weekday}</th>${hours.map((hour) => markup`<th scope="col" class="n">${hour}</th>`)}</tr></thead>
<tbody>${map.counts.map(
    (row, day) =>
      markup`<tr><th scope="row">${weekdays[day] ?? ""}</th>${row.map((n) => markup`<td class="n">${count(n)}</td>`)}</tr>`,
  )}</tbody></table></div></details>
</section>`;
}
