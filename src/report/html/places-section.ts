import { words } from "../../words/index.ts";
import { drawBar } from "../charts/bar.ts";
import { count } from "../layout/figures.ts";
import { type Markup, markup } from "../layout/markup.ts";
import { placeTables } from "../lines/place-tables.ts";
import type { Report } from "../model/report.ts";
import { type LinkTo, linked, linkedPicture } from "./links.ts";

/** Shows the machines and the logs with the most occurrences as bars in tables. */
export function placesSections(report: Report, to: LinkTo): Markup[] {
  const say = words[report.lang].report;
  return placeTables(report).map(({ id, title, rows }) => {
    const most = Math.max(...rows.map(({ count: n }) => n));
    return markup`<section id="${id}">
<h2>${title}</h2>
<table class="bars">
<thead><tr><th scope="col">${id === "hosts" ? say.hostTitle : say.sourceTitle}</th><th scope="col" class="n">${say.count}</th><td class="bar"></td></tr></thead>
<tbody>${rows.map(({ label, count: n, host, source }) => {
      const href = host === null ? null : to(source === undefined ? { host } : { host, source });
      return markup`<tr><th scope="row">${linked(href, label)}</th><td class="n">${count(n)}</td>
<td class="bar">${linkedPicture(href, drawBar(n, most, "others"))}</td></tr>`;
    })}</tbody></table>
</section>`;
  });
}
