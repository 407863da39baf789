import { words } from "../../words/index.ts";
import type { ReportWords } from "../../words/report-words.ts";
import { colourOf } from "../charts/code-colour.ts";
import { drawTimeline } from "../charts/timeline.ts";
import { count } from "../layout/figures.ts";
import { type Child, type Markup, markup } from "../layout/markup.ts";
import { lineAddress } from "../lines/line-address.ts";
import type { Incident, Report } from "../model/report.ts";
import { type LinkTo, limitsOfRange, linked, type PageLimits } from "./links.ts";
import { createMoments } from "./moments.ts";

/** Shows the incidents on one time axis, and each with its codes, endpoints and first line. */
export function incidentsSection(report: Report, to: LinkTo): Child {
  const { incidents: rows, extent, period, lang } = report;
  if (rows.length === 0 || extent === null) return null;
  const say = words[lang].page;
  const drawn = rows.slice(0, MOST_ROWS);
  const chart = drawTimeline(
    {
      span: { ...extent, zone: period.zone },
      rows: drawn.map(({ since, until, codes }) => ({
        from: since,
        to: until,
        label: codes.map(({ code }) => code).join(", "),
        kind: codes[0] === undefined ? "others" : colourOf(codes[0].code),
      })),
      title: say.incidents,
      description: drawn.map((row) => describe(row, report)).join("; "),
    },
    lang,
  );
  return markup`<section id="incidents">
<h2>${say.incidents}</h2>
${chart}
<ol class="incidents">${drawn.map((row) => incident(row, report, to))}</ol>
${rows.length > MOST_ROWS ? markup`<p class="muted">${say.moreOf(count(rows.length - MOST_ROWS))}</p>` : null}
</section>`;
}

const MOST_ROWS = 20;

function describe({ since, until, codes }: Incident, report: Report): string {
  const moments = createMoments(report);
  return `${moments.text(since)} – ${moments.text(until)}: ${codes.map(({ code }) => code).join(", ")}`;
}

function incident(row: Incident, report: Report, to: LinkTo): Markup {
  const say = words[report.lang].page;
  const { since, until, codes, endpoints, sources, began } = row;
  const { zone } = report.period;
  const within = (limits: PageLimits): string | null => to({ ...limitsOfRange(since, until, zone), ...limits });
  const range = linked(within({}), createMoments(report).range(since, until));
  const facts = [duration(row, words[report.lang].report), ...(row.open ? [say.open] : []), say.peak(count(row.peak))];
  const named = codes.map(
    ({ code, name, count: n }) => markup`${linked(within({ code: String(code) }), `${code} ${name}`)} (${count(n)})`,
  );
  const towards = endpoints.map(
    ({ endpoint, count: n, byDay }) =>
      markup`${linked(within({ endpoint }), endpoint)}${byDay > 0 ? null : ` (${count(n)})`}`,
  );
  const where = sources.map(
    ({ host, source, count: n }) => markup`${linked(within({ host, source }), `${source} (${host})`)} (${count(n)})`,
  );
  return markup`<li class="${codes[0] === undefined ? "others" : colourOf(codes[0].code)}"><p><b>${range}</b> · ${facts.join(" · ")} · ${listed(named)}
${towards.length === 0 ? null : markup`<span class="muted">→ ${listed(towards)}</span>`}
${where.length === 0 ? null : markup`<span class="muted">· ${listed(where)}</span>`}</p>
${
  began === null
    ? null
    : markup`<figure><figcaption class="muted">${say.began} ${linked(to.lines?.(began) ?? null, markup`<code>${lineAddress(began)}</code>`)} (${linked(to({ source: began.source, host: began.host }), began.host)})</figcaption>
<pre>${began.text}</pre></figure>`
}</li>`;
}

const listed = (parts: readonly Markup[]): Child => parts.map((part, i) => markup`${i === 0 ? null : ", "}${part}`);

function duration({ since, until }: Incident, say: ReportWords): string {
  const minutes = Math.max(Math.round((until - since) / 60), 1);
  return minutes < 120 ? say.minutes(minutes) : say.hours(Math.round(minutes / 6) / 10);
}
