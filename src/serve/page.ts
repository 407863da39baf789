import type { Language } from "../catalogue/entry.ts";
import type { WsaError } from "../error.ts";
import { contentPolicy, htmlDocument } from "../report/html/document.ts";
import { pageTitle, reportBody } from "../report/html/page.ts";
import { type Markup, markup } from "../report/layout/markup.ts";
import type { Report } from "../report/model/report.ts";
import { words } from "../words/index.ts";
import { type FieldChoices, type Filter, type FilterName, filterNames } from "./filter.ts";
import { filterStyle } from "./filter-style.ts";
import { script } from "./script.ts";

/** The report's page: the form with the filters, the report, and the script that keeps it fresh. */
export function reportPage({
  report,
  choices,
  filter,
}: {
  report: Report;
  choices: FieldChoices;
  filter: Filter;
}): string {
  const { lang } = report;
  return page(lang, pageTitle(report), filterBar(lang, filter, choices), reportBody(report));
}

/** The page with the reason why there is no report. */
export function noticePage({ lang, trouble, filter }: { lang: Language; trouble: WsaError; filter: Filter }): string {
  const say = words[lang].live;
  const isUsage = trouble.code === "usage";
  const heading = isUsage ? say.wrong : say.waiting;
  const notice = markup`<main>
<h1>${heading}</h1>
<p>${trouble.subject}: ${trouble.message}</p>
<p>${trouble.hint}</p>
${isUsage ? null : markup`<p>${say.waitingLong}</p>`}
</main>`;
  return page(lang, heading, filterBar(lang, filter, null), notice);
}

/** What the page may do, for its header: the script asks this server, the form sends the filters. */
export const pagePolicy = `${contentPolicy({ script, style: filterStyle })}; frame-ancestors 'none'`;

/** When the store has changed, the script replaces the element `report`. */
function page(lang: Language, title: string, filters: Markup, report: Markup): string {
  const body = markup`${filters}
<div id="report">
${report}
</div>`;
  return htmlDocument({ lang, title, body, live: { script, style: filterStyle } });
}

function filterBar(lang: Language, filter: Filter, choices: FieldChoices | null): Markup {
  const say = words[lang].live;
  const asked = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ""));
  const api = asked.size === 0 ? "/api/report" : `/api/report?${asked}`;
  return markup`<form class="filters" method="get" action="/" aria-label="${say.filters}">
${filterNames.map((name) => field(lang, name, filter[name], choices?.[name] ?? []))}
<button type="submit">${say.apply}</button>
<nav>
<span role="status" data-live="" data-yes="${say.live}" data-no="${say.lost}">…</span>
${asked.size === 0 ? null : markup`<a href="/">${say.clear}</a>`}
<a href="${api}">${say.json}</a>
</nav>
</form>`;
}

function field(lang: Language, name: FilterName, value: string, choices: readonly string[]): Markup {
  const { fields, examples } = words[lang].live;
  return markup`<label>${fields[name]} <input name="${name}" value="${value}" placeholder="${examples[name]}" list="choices-${name}" autocomplete="off" spellcheck="false"></label>
<datalist id="choices-${name}">${choices.map((choice) => markup`<option value="${choice}">`)}</datalist>
`;
}
