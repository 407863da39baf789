import { words } from "../../words/index.ts";
import type { PageWords } from "../../words/page-words.ts";
import { colourOf } from "../charts/code-colour.ts";
import { LEAST_WEEKS } from "../detect/usual.ts";
import { count } from "../layout/figures.ts";
import { type Child, type Markup, markup } from "../layout/markup.ts";
import { isFirstDay } from "../lines/is-first-day.ts";
import type { Report } from "../model/report.ts";
import { localTime } from "../time/local-time.ts";
import { type LinkTo, limitsOfRange, linked } from "./links.ts";
import { createMoments } from "./moments.ts";

/**
 * Shows what a reader asks first: what is new, what is more than usual, which incidents there were. A card without any
 * says so in grey.
 */
export function cards(report: Report, to: LinkTo): Markup {
  const say = words[report.lang].page;
  const first = isFirstDay(report);
  const known = report.history.weeks >= LEAST_WEEKS;
  const tooEarly = first ? "" : say.tooEarly(report.history.weeks);
  return markup`<div class="cards" id="cards">
${card({ title: say.fresh, items: news(report, say, to), nothing: first ? words[report.lang].report.firstDay : say.noFresh, known: !first, say })}
${card({ title: say.spikes, items: spikes(report, say, to), nothing: known ? say.noSpikes : tooEarly, known, below: quiet(report, say, to), say })}
${card({ title: say.incidents, items: incidents(report, say, to), nothing: say.noIncidents, say })}
</div>`;
}

const MOST_ITEMS = 3;

interface Card {
  readonly title: string;
  readonly items: readonly Markup[];
  readonly nothing: string;
  /** Whether the history is long enough to say that there is nothing. */
  readonly known?: boolean;
  readonly below?: Child;
  readonly say: PageWords;
}

function card({ title, items, nothing, known = true, below = null, say }: Card): Markup {
  return markup`<section class="card${items.length === 0 ? " empty" : ""}">
<h2>${title} <span class="number">${known ? count(items.length) : "–"}</span></h2>
${items.length === 0 ? markup`<p class="muted">${nothing}</p>` : list(items, say)}
${below}</section>`;
}

/** The first items, and the others folded away. */
function list(items: readonly Markup[], say: PageWords): Markup {
  const rest = items.slice(MOST_ITEMS);
  const more = markup`<details><summary class="muted">${say.moreOf(count(rest.length))}</summary><ul>${rest}</ul></details>`;
  return markup`<ul>${items.slice(0, MOST_ITEMS)}</ul>${rest.length === 0 ? null : more}`;
}

function news(report: Report, say: PageWords, to: LinkTo): Markup[] {
  const moments = createMoments(report);
  return report.news.map((row) => {
    const before = row.before === null ? "" : `, ${say.seenBefore(localTime(row.before, report.period.zone).date)}`;
    const source = linked(to({ source: row.source }), row.source);
    return item(row, markup`${moments.time(row.first)}${before} · ${source}${towards(row.endpoint, to)}`, to);
  });
}

function spikes(report: Report, say: PageWords, to: LinkTo): Markup[] {
  const moments = createMoments(report);
  return report.spikes.map((row) => {
    const range = linked(
      to(limitsOfRange(row.since, row.until, report.period.zone)),
      moments.range(row.since, row.until),
    );
    return item(
      row,
      markup`${say.against(count(row.count), expectation(row.expected))} · ${range}${towards(row.endpoint, to)}`,
      to,
    );
  });
}

function quiet({ quiet: rows }: Report, say: PageWords, to: LinkTo): Child {
  if (rows.length === 0) return null;
  const items = rows.map((row) => item(row, markup`${say.against(count(row.count), expectation(row.expected))}`, to));
  return markup`<h3>${say.quiet}</h3>${list(items, say)}`;
}

function incidents(report: Report, say: PageWords, to: LinkTo): Markup[] {
  const moments = createMoments(report);
  return report.incidents.map(({ since, until, peak, open, codes, endpoints: [blamed], count: n }) => {
    const facts = markup`${open ? `${say.open} · ` : ""}${count(n)} · ${say.peak(count(peak))}${towards(blamed?.endpoint ?? null, to)}`;
    const named = codes.map(({ code }) => code).join(", ");
    const range = to(limitsOfRange(since, until, report.period.zone)) ?? "#incidents";
    return markup`<li class="${codes[0] === undefined ? "others" : colourOf(codes[0].code)}"><a href="${range}"><strong>${moments.range(since, until)}</strong> ${named}</a>
<span class="muted">${facts}</span></li>`;
  });
}

function towards(endpoint: string | null, to: LinkTo): Child {
  return endpoint === null ? null : markup` · ${linked(to({ endpoint }), endpoint)}`;
}

function item({ code, name }: { readonly code: number; readonly name: string }, facts: Markup, to: LinkTo): Markup {
  return markup`<li class="${colourOf(code)}"><a href="${to({ code: String(code) }) ?? `#code-${code}`}"><strong>${code}</strong> ${name}</a>
<span class="muted">${facts}</span></li>`;
}

/** A mean below ten keeps one decimal, because 0.4 is not nothing. */
const expectation = (mean: number): string =>
  mean < 10 ? String(Math.round(mean * 10) / 10) : count(Math.round(mean));
