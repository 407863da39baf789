import type { Operation } from "../../catalogue/entry.ts";
import { words } from "../../words/index.ts";
import { drawBar } from "../charts/bar.ts";
import { colourOf } from "../charts/code-colour.ts";
import { count } from "../layout/figures.ts";
import { type Child, type Markup, markup, prose } from "../layout/markup.ts";
import { lineAddress } from "../lines/line-address.ts";
import type { CodeExplanation, CodeRow } from "../model/code-row.ts";
import type { Report } from "../model/report.ts";
import { type LinkTo, linked, linkedPicture, type PageLimits } from "./links.ts";
import { createMoments } from "./moments.ts";

/**
 * Shows what is folded away below a code: its meaning, causes and next steps, endpoints, operations, sources, and lines
 * from the logs.
 */
export function explanation(row: CodeRow, report: Report, to: LinkTo): Markup {
  const { lang } = report;
  const say = words[lang].page;
  const operation = (name: Operation): string => words[lang].explanation.operations[name];
  const of = (limits: PageLimits): string | null => to({ code: String(row.code), ...limits });
  const about =
    row.explanation === null ? markup`<p class="muted">${say.noAdvice}</p>` : advice(row.explanation, report, to);
  return markup`<div class="explanation">
<div>${about}</div>
<div class="aside">
${facts(row, report)}
${bars(
  words[lang].report.endpoints,
  row.endpoints.map(({ endpoint, count: n }) => ({ label: endpoint, n, href: of({ endpoint }) })),
  row,
)}
${bars(
  say.operations,
  row.operations.map(({ operation: name, count: n }) => ({ label: operation(name), n, href: of({ operation: name }) })),
  row,
)}
${bars(
  say.sources,
  row.sources.map(({ host, source, count: n }) => ({ label: `${source} (${host})`, n, href: of({ source, host }) })),
  row,
)}
</div>
${samples(row, report, to)}
</div>`;
}

function advice({ meaning, advice: causes, related }: CodeExplanation, { lang }: Report, to: LinkTo): Markup {
  const say = words[lang].page;
  const { operations, separator } = words[lang].explanation;
  const whenever = (names: readonly Operation[]): Child =>
    names.length === 0
      ? null
      : markup` <span class="muted">${names.map((name) => operations[name]).join(separator)}</span>`;
  return markup`<h3>${say.meaning}</h3><p>${prose(meaning)}</p>
${
  causes.length === 0
    ? null
    : markup`<h3>${say.causes}</h3><ol class="causes">${causes.map(
        (one) => markup`<li><p><b>${prose(one.cause)}</b>${whenever(one.operations)}</p><p>${prose(one.next)}</p></li>`,
      )}</ol>`
}
${
  related.length === 0
    ? null
    : markup`<h3>${say.relatedCodes}</h3><ul class="related">${related.map(
        ({ code, name, note }) =>
          markup`<li><b>${linked(to({ code: String(code) }), `${code} ${name}`)}</b> ${prose(note)}</li>`,
      )}</ul>`
}`;
}

function facts(row: CodeRow, report: Report): Markup {
  const say = words[report.lang].page;
  const moments = createMoments(report);
  const { categories } = words[report.lang].explanation;
  const parts: Child[] = [
    ...(row.category === null ? [] : [categories[row.category]]),
    ...(row.retryable === null ? [] : [say.retryable[row.retryable]]),
    ...(row.acknowledged ? [say.acknowledged] : []),
    ...(row.first === null || row.last === null
      ? []
      : [markup`${say.seen} ${moments.time(row.first)} – ${moments.time(row.last)}`]),
  ];
  return markup`<p class="facts">${parts.map((part, i) => markup`${i === 0 ? null : " · "}${part}`)}</p>`;
}

interface BarRow {
  readonly label: string;
  readonly n: number;
  readonly href: string | null;
}

function bars(title: string, rows: readonly BarRow[], { code }: CodeRow): Child {
  if (rows.length === 0) return null;
  const most = Math.max(...rows.map(({ n }) => n));
  return markup`<h3>${title}</h3><table class="bars"><tbody>${rows.map(
    ({ label, n, href }) => markup`<tr><th scope="row">${linked(href, label)}</th><td class="n">${count(n)}</td>
<td class="bar">${linkedPicture(href, drawBar(n, most, colourOf(code)))}</td></tr>`,
  )}</tbody></table>`;
}

const MOST_SAMPLES = 2;

function samples({ samples: lines }: CodeRow, { lang }: Report, to: LinkTo): Child {
  if (lines.length === 0) return null;
  const say = words[lang].page;
  return markup`<div class="samples"><h3>${say.samples}</h3>${lines.slice(0, MOST_SAMPLES).map(
    (
      sample,
    ) => markup`<figure><figcaption class="muted">${linked(to.lines?.(sample) ?? null, markup`<code>${lineAddress(sample)}</code>`)} (${linked(to({ source: sample.source, host: sample.host }), sample.host)})</figcaption>
<pre>${sample.text}</pre></figure>`,
  )}</div>`;
}
