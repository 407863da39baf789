import { words } from "../../words/index.ts";
import { createMoments } from "../html/moments.ts";
import { count, percent } from "../layout/figures.ts";
import { type Child, type Markup, markup, prose, trusted } from "../layout/markup.ts";
import { sparkline, squeeze } from "../layout/sparkline.ts";
import { causeLine } from "../lines/cause-line.ts";
import { headline, totalsLine } from "../lines/headline.ts";
import { placeTables } from "../lines/place-tables.ts";
import { readLine } from "../lines/read-line.ts";
import { sentence } from "../lines/sentence.ts";
import type { Report } from "../model/report.ts";
import { urgentCodes } from "../model/urgent-codes.ts";

/** Writes the report as HTML for mail programs, which drop style sheets and SVG: tables, with inline styles. */
export function mailPage(report: Report): string {
  const some = report.codes.length > 0;
  const page = markup`<!doctype html>
<html lang="${words[report.lang].tag}"><head><meta charset="utf-8"><title>${sentence(report)}</title></head>
<body${BODY}>
<p${MUTED}>${headline(report)}</p>
<h1${H1}>${sentence(report)}</h1>
${some ? [markup`<p${MUTED}>${totalsLine(report)}</p>`, events(report), steps(report), codes(report), places(report)] : null}
<p${MUTED}>${readLine(report)}</p>
</body></html>
`;
  return page.toString();
}

const css = (text: string): Markup => trusted(` style="${text}"`);

const BODY = css(
  "margin:0 auto;padding:24px;max-width:680px;font:15px/1.5 'Segoe UI',Helvetica,Arial,'Microsoft YaHei',sans-serif",
);
const H1 = css("margin:8px 0;font-size:24px;line-height:1.25");
const H2 = css("margin:28px 0 8px;font-size:16px");
const MUTED = css("margin:4px 0;font-size:13px;font-weight:normal;color:#5b636d");
const TABLE = css("border-collapse:collapse;width:100%");
const CELL = css("padding:6px 10px 6px 0;border-bottom:1px solid #e2e4e7;text-align:left;vertical-align:top");
const NUMBER = css(
  "padding:6px 10px 6px 0;border-bottom:1px solid #e2e4e7;text-align:right;vertical-align:top;white-space:nowrap",
);
const ITEM = css("margin:0 0 10px");
const MOST_ROWS = 10;
const MOST_STEPS = 24;

/** Lists what is new, unusual or an incident, a row each, or nothing. */
function events(report: Report): Child {
  const say = words[report.lang].page;
  const moments = createMoments(report);
  const towards = (endpoint: string | null | undefined): string => (endpoint ? ` · ${endpoint}` : "");
  const against = (n: number, expected: number): string => say.against(count(n), count(Math.round(expected)));
  const rows: [kind: string, what: Child, facts: Child][] = [
    ...report.news.map(({ code, name, first, source, endpoint }): [string, Child, Child] => [
      say.fresh,
      `${code} ${name}`,
      markup`${moments.time(first)} · ${source}${towards(endpoint)}`,
    ]),
    ...report.spikes.map(({ code, name, since, until, count: n, expected, endpoint }): [string, Child, Child] => [
      say.spikes,
      `${code} ${name}`,
      markup`${against(n, expected)} · ${moments.range(since, until)}${towards(endpoint)}`,
    ]),
    ...report.quiet.map(({ code, name, count: n, expected }): [string, Child, Child] => [
      say.quiet,
      `${code} ${name}`,
      against(n, expected),
    ]),
    ...report.incidents.map(({ since, until, peak, codes: named, endpoints }): [string, Child, Child] => [
      say.incidents,
      moments.range(since, until),
      markup`${say.peak(count(peak))} · ${named.map(({ code }) => code).join(", ")}${towards(endpoints[0]?.endpoint)}`,
    ]),
  ];
  if (rows.length === 0) return null;
  const shown = rows.slice(0, MOST_ROWS);
  return markup`<table${TABLE}>${shown.map(
    ([kind, what, facts]) =>
      markup`<tr><td${CELL}>${kind}</td><th scope="row"${CELL}>${what}</th><td${CELL}>${facts}</td></tr>`,
  )}</table>${rows.length > MOST_ROWS ? markup`<p${MUTED}>${say.moreOf(count(rows.length - MOST_ROWS))}</p>` : null}`;
}

function steps(report: Report): Child {
  const rows = urgentCodes(report);
  if (rows.length === 0) return null;
  return markup`<h2${H2}>${words[report.lang].report.firstSteps}</h2><ol>${rows.map(
    ({ code, title, advice }) =>
      markup`<li${ITEM}><b>${code} ${title}</b>${words[report.lang].page.colon}${prose(advice === null ? "" : causeLine(advice, report))}<br>${prose(advice?.next ?? "")}</li>`,
  )}</ol>`;
}

function codes({ lang, codes: rows }: Report): Markup {
  const say = words[lang].report;
  return markup`<h2${H2}>${words[lang].page.codes}</h2><table${TABLE}>
<tr><th scope="col"${CELL}>${say.code}</th><th scope="col"${NUMBER}>${say.count}</th><th scope="col"${NUMBER}>${say.share}</th><th scope="col"${CELL}>${say.trendTitle}</th></tr>
${rows.map(
  ({
    code,
    name,
    title,
    count: n,
    share,
    trend,
  }) => markup`<tr><th scope="row"${CELL}>${code} ${name === String(code) ? null : name}<br><span${MUTED}>${title}</span></th>
<td${NUMBER}>${count(n)}</td><td${NUMBER}>${percent(share)}</td><td${CELL}>${sparkline(squeeze(trend, MOST_STEPS).values)}</td></tr>`,
)}</table>`;
}

function places(report: Report): Markup[] {
  return placeTables(report).map(
    ({ title, rows }) => markup`<h2${H2}>${title}</h2>
<table${TABLE}>${rows.map(({ label, count: n }) => markup`<tr><td${CELL}>${label}</td><td${NUMBER}>${count(n)}</td></tr>`)}</table>`,
  );
}
