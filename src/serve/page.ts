import type { Language } from "../catalogue/entry.ts";
import type { WsaError } from "../error.ts";
import { contentPolicy, htmlDocument } from "../report/html/document.ts";
import type { PageLimits } from "../report/html/links.ts";
import { pageTitle, reportBody } from "../report/html/page.ts";
import { type Child, type Markup, markup } from "../report/layout/markup.ts";
import type { SampleLine } from "../report/model/code-row.ts";
import type { Report } from "../report/model/report.ts";
import type { Wording } from "../wording.ts";
import { words } from "../words/index.ts";
import { exports } from "./exports.ts";
import { type FieldChoices, type Filter, type FilterName, filterNames } from "./filter.ts";
import { filterStyle } from "./filter-style.ts";
import { script } from "./script.ts";

/** The report's page: the form with the filters, the report, and the script that keeps it fresh. */
export function reportPage({
  report,
  choices,
  filter,
  withLogs,
}: {
  report: Report;
  choices: FieldChoices;
  filter: Filter;
  /** Whether the lines around an occurrence can be asked for. */
  withLogs: boolean;
}): string {
  const { lang } = report;
  const limited = (limits: PageLimits): string => addressOf({ ...filter, ...limits });
  const lines = ({ host, source, line }: Pick<SampleLine, "host" | "source" | "line">): string =>
    `/lines?${new URLSearchParams({ host, source, line: String(line), lang })}#line`;
  return page(
    lang,
    pageTitle(report),
    filterBar(lang, filter, choices, report.period.zone),
    reportBody(report, Object.assign(limited, withLogs ? { lines } : {})),
  );
}

/** Puts a message into a language. */
export type InLanguage = (wording: Wording, lang: Language) => string;

/** The page with the reason why there is no report. */
export function noticePage({
  lang,
  trouble,
  filter,
  inLanguage,
}: {
  lang: Language;
  trouble: WsaError;
  filter: Filter;
  inLanguage: InLanguage;
}): string {
  const say = words[lang].live;
  const isUsage = trouble.code === "usage";
  const heading = isUsage ? say.wrong : say.waiting;
  const notice = markup`<main>
<h1>${heading}</h1>
<p>${trouble.subject}${words[lang].page.colon}${inLanguage(trouble.told.message, lang)}</p>
<p>${trouble.told.hint && inLanguage(trouble.told.hint, lang)}</p>
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

function filterBar(lang: Language, filter: Filter, choices: FieldChoices | null, zone?: string): Markup {
  const say = words[lang].live;
  const isLimited = filterNames.some((name) => filter[name] !== "");
  return markup`<form class="filters" method="get" action="/" aria-label="${say.filters}">
<details class="fold" open><summary>${say.filters}</summary><div class="fields">
${filterNames.map((name) => field(lang, name, filter[name], choices?.[name] ?? []))}
<button type="submit">${say.apply}</button>
<div class="times">
<ul aria-label="${say.period}">${presets(lang, filter)}</ul>
${field(lang, "tz", filter.tz, choices?.tz ?? [], zone)}<div class="pickers">${picker("since", say.from)}${picker("until", say.to)}</div>
</div>
</div></details>
${filter.lang === "" ? null : markup`<input type="hidden" name="lang" value="${filter.lang}">`}
<nav>
<span role="status" data-live="" data-yes="${say.live}" data-no="${say.lost}">…</span>
${!isLimited ? null : markup`<a href="${addressOf({ ...filter, ...nothing })}">${say.clear}</a>`}
${Object.keys(words).map((one) => languageLink(one as Language, lang, filter))}
${exports.map(({ path, title }) => markup`<a href="${addressOf(filter, path)}" download="${nameOf(path)}">${title}</a>`)}
</nav>
</form>
${shownFilters(lang, filter)}`;
}

const nothing = Object.fromEntries(filterNames.map((name) => [name, ""])) as Readonly<Record<FilterName, string>>;

/** The file of an export. */
const nameOf = (path: string): string => (path.endsWith("/report") ? "report.json" : path.slice(1));

/** Shows the page in another language. */
function languageLink(one: Language, shown: Language, filter: Filter): Child {
  if (one === shown) return null;
  const { tag, name } = words[one];
  return markup`<a href="${addressOf({ ...filter, lang: one })}" lang="${tag}">${name}</a>`;
}

const ages = [
  ["1h", 1, "hours"],
  ["24h", 24, "hours"],
  ["7d", 7, "days"],
  ["30d", 30, "days"],
] as const;

/** Links to the usual periods; the other filters stay. */
function presets(lang: Language, filter: Filter): Markup[] {
  const { report: say } = words[lang];
  const one = (since: string, label: string): Markup => {
    const isShown = filter.since === since && filter.until === "";
    return markup`<li><a href="${addressOf({ ...filter, since, until: "" })}"${isShown ? markup` aria-current="true"` : null}>${label}</a></li>`;
  };
  return [...ages.map(([since, n, unit]) => one(since, say[unit](n))), one("", say.all)];
}

/** A calendar that fills a field, because a field that takes `24h` has none. */
function picker(name: FilterName, label: string): Markup {
  return markup`<label>${label} <input type="datetime-local" data-for="${name}"></label>`;
}

/** Each filter that is set, with a link that takes it away. */
function shownFilters(lang: Language, filter: Filter): Child {
  const { fields, remove } = words[lang].live;
  const one = (name: FilterName, value: string, rest: string): Markup => {
    const shown = `${fields[name]}${words[lang].page.colon}${value}`;
    return markup`<li>${shown} <a href="${addressOf({ ...filter, [name]: rest })}" aria-label="${remove(shown)}" title="${remove(shown)}">×</a></li>`;
  };
  const shown = filterNames.flatMap((name) => {
    const codes = name === "code" ? codesOf(filter.code) : [];
    // The link of each has all others in it.
    const isOne = codes.length === 0 || codes.length > MOST_CODES;
    const values = isOne ? [filter[name]].filter((value) => value !== "") : codes;
    return values.map((value) => one(name, value, values.filter((other) => other !== value).join(",")));
  });
  return shown.length === 0 ? null : markup`<ul class="shown" aria-label="${words[lang].live.shown}">${shown}</ul>`;
}

const MOST_CODES = 100;

const codesOf = (text: string): string[] => [...new Set(text.split(/[\s,;]+/))].filter((code) => code !== "");

/** The address of a page with these filters. */
function addressOf(filter: Filter, path = "/"): string {
  const set = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ""));
  return set.size === 0 ? path : `${path}?${set}`;
}

function field(
  lang: Language,
  name: FilterName | "tz",
  value: string,
  choices: readonly string[],
  example = words[lang].live.examples[name],
): Markup {
  const { fields } = words[lang].live;
  return markup`<label>${fields[name]} <input name="${name}" value="${value}" placeholder="${example}" list="choices-${name}" autocomplete="off" spellcheck="false"></label>
<datalist id="choices-${name}">${choices.map((choice) => markup`<option value="${choice}">`)}</datalist>
`;
}
