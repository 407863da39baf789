import { words } from "../../words/index.ts";
import { ceilingOf } from "../charts/ceiling.ts";
import { colourOf, patternOf } from "../charts/code-colour.ts";
import { drawSwatch } from "../charts/patterns.ts";
import { drawStacked } from "../charts/stacked.ts";
import { count } from "../layout/figures.ts";
import { type Child, type Markup, markup } from "../layout/markup.ts";
import { stepLength } from "../lines/step-length.ts";
import type { Report } from "../model/report.ts";
import type { Steps } from "../time/buckets.ts";
import { type LinkTo, limitsOfRange, linked } from "./links.ts";
import { createMoments } from "./moments.ts";

/**
 * Shows occurrences over time, stacked by code, with the period before as a dotted line, and the same numbers as a
 * table.
 */
export function overTimeSection(report: Report, to: LinkTo): Child {
  const { steps, lang, period, before, incidents } = report;
  if (steps === null) return null;
  const say = words[lang].page;
  const moments = createMoments(report);
  const series = seriesOf(report, steps);
  const sums = steps.starts.map((_, step) => sum(series.map(({ values }) => values[step] ?? 0)));
  const busiest = sums.indexOf(sums.reduce((a, b) => Math.max(a, b), 0));
  const zoomTo = (step: number): string | null =>
    to(limitsOfRange(steps.starts[step] ?? 0, steps.starts[step + 1] ?? steps.end, period.zone));
  const chart = drawStacked(
    {
      span: { since: steps.starts[0] ?? 0, until: steps.end, zone: period.zone },
      starts: steps.starts,
      series,
      before,
      title: say.overTime,
      description: say.overTimeSummary(moments.text(steps.starts[busiest] ?? 0), count(sums[busiest] ?? 0)),
      bands: incidents.map(({ since, until, codes }) => ({
        since,
        until,
        label: `${say.incident}${say.colon}${moments.text(since)} – ${moments.text(until)}, ${codes.map(({ code }) => code).join(", ")}`,
      })),
      stepLabel: moments.text,
      zoomTo,
      beforeLabel: say.before,
    },
    lang,
  );
  return markup`<section id="over-time">
<h2>${say.overTime}</h2>
<p class="muted unit">${say.perStep(stepLength(steps.bucket, words[lang].report))}${ceilingOf(sums) === null ? null : ` · ${say.cutOff}`}</p>
${chart}
${legend({ series, before: before === null ? null : say.before, incident: incidents.length === 0 ? null : say.incident }, to)}
<details><summary>${say.numbers}</summary><div class="scroll"><table>
<thead><tr><th scope="col">${say.from}</th>${series.map(({ label }) => markup`<th scope="col" class="n">${label}</th>`)}
${before === null ? null : markup`<th scope="col" class="n">${say.before}</th>`}</tr></thead>
<tbody>${steps.starts.map(
    (start, step) => markup`<tr><th scope="row">${linked(zoomTo(step), moments.time(start))}</th>
${series.map(({ values }) => markup`<td class="n">${count(values[step] ?? 0)}</td>`)}
${before === null ? null : markup`<td class="n">${count(before[step] ?? 0)}</td>`}</tr>`,
  )}</tbody></table></div></details>
</section>`;
}

const MOST_SERIES = 6;

interface Series {
  /** Null for several codes together. */
  readonly code: string | null;
  readonly label: string;
  readonly kind: string;
  readonly pattern: number;
  readonly values: readonly number[];
}

/** The most frequent codes, each on its own, and the rest together. */
function seriesOf({ codes, lang }: Report, steps: Steps): Series[] {
  const many = codes.length > MOST_SERIES + 1;
  const own = many ? codes.slice(0, MOST_SERIES) : codes;
  const series = own.map(
    ({ code, name, trend }): Series => ({
      code: String(code),
      label: name === String(code) ? name : `${code} ${name}`,
      kind: colourOf(code),
      pattern: patternOf(code),
      values: trend,
    }),
  );
  if (!many) return series;
  const rest = codes.slice(MOST_SERIES);
  const values = steps.starts.map((_, step) => sum(rest.map(({ trend }) => trend[step] ?? 0)));
  return [...series, { code: null, label: words[lang].page.others, kind: "others", pattern: 0, values }];
}

interface Legend {
  readonly series: readonly Series[];
  /** What the dotted line and the shades are, where there are any. */
  readonly before: string | null;
  readonly incident: string | null;
}

function legend({ series, before, incident }: Legend, to: LinkTo): Markup {
  const dotted = markup`<svg class="swatch" aria-hidden="true" width="20" height="12"><path class="before" d="M0 6H20"/></svg>`;
  const own = ({ code, kind, pattern, label }: Series): Child =>
    linked(code === null ? "#codes" : to({ code }), markup`${drawSwatch(`area ${kind}`, pattern)}${label}`);
  return markup`<ul class="legend">${series.map((one) => markup`<li>${own(one)}</li>`)}
${before === null ? null : markup`<li>${dotted}${before}</li>`}${incident === null ? null : markup`<li>${drawSwatch("band")}${incident}</li>`}</ul>`;
}

const sum = (values: readonly number[]): number => values.reduce((total, n) => total + n, 0);
