import { words } from "../../words/index.ts";
import type { ReportWords } from "../../words/report-words.ts";
import { drawTimeline } from "../charts/timeline.ts";
import { count } from "../layout/figures.ts";
import { type Child, type Markup, markup } from "../layout/markup.ts";
import { lineAddress } from "../lines/line-address.ts";
import type { Incident, Report } from "../model/report.ts";
import { kindOf } from "./kind.ts";
import { createMoments } from "./moments.ts";

/** Shows the incidents on one time axis, and each with its codes, endpoints and first line. */
export function incidentsSection(report: Report): Child {
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
        kind: kindOf(codes[0]?.category ?? null),
      })),
      title: say.incidents,
      description: drawn.map((row) => describe(row, report)).join("; "),
    },
    lang,
  );
  return markup`<section id="incidents">
<h2>${say.incidents}</h2>
${chart}
<ol class="incidents">${drawn.map((row) => incident(row, report))}</ol>
${rows.length > MOST_ROWS ? markup`<p class="muted">${say.moreOf(count(rows.length - MOST_ROWS))}</p>` : null}
</section>`;
}

const MOST_ROWS = 20;

function describe({ since, until, codes }: Incident, report: Report): string {
  const moments = createMoments(report);
  return `${moments.text(since)} – ${moments.text(until)}: ${codes.map(({ code }) => code).join(", ")}`;
}

function incident(row: Incident, report: Report): Markup {
  const say = words[report.lang].page;
  const towards = row.endpoints
    .map(({ endpoint, count: n, byDay }) => (byDay > 0 ? endpoint : `${endpoint} (${count(n)})`))
    .join(", ");
  const facts = [
    duration(row, words[report.lang].report),
    ...(row.open ? [say.open] : []),
    say.peak(count(row.peak)),
    row.codes.map(({ code, name, count: n }) => `${code} ${name} (${count(n)})`).join(", "),
  ];
  return markup`<li class="${kindOf(row.codes[0]?.category ?? null)}"><p><b>${createMoments(report).range(row.since, row.until)}</b> · ${facts.join(" · ")}
${towards === "" ? null : markup`<span class="muted">→ ${towards}</span>`}</p>
${
  row.began === null
    ? null
    : markup`<figure><figcaption class="muted">${say.began} <code>${lineAddress(row.began)}</code> (${row.began.host})</figcaption>
<pre>${row.began.text}</pre></figure>`
}</li>`;
}

function duration({ since, until }: Incident, say: ReportWords): string {
  const minutes = Math.max(Math.round((until - since) / 60), 1);
  return minutes < 120 ? say.minutes(minutes) : say.hours(Math.round(minutes / 6) / 10);
}
