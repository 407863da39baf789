import { scaleLinear } from "d3-scale";
import { area, curveStepAfter, line, stack } from "d3-shape";
import type { Language } from "../../catalogue/entry.ts";
import { count } from "../layout/figures.ts";
import { type Child, type Markup, markup } from "../layout/markup.ts";
import { type ChartSpan, percentAt, round, timeAxis } from "./time-axis.ts";

/** A chart of counts over time, stacked. */
export interface StackedChart {
  readonly span: ChartSpan;
  /** The start of each step in Unix seconds. The last step ends with the span. */
  readonly starts: readonly number[];
  /** From the bottom up. `kind` is the CSS class with the colour. */
  readonly series: readonly { readonly label: string; readonly kind: string; readonly values: readonly number[] }[];
  /** The counts to compare with, one for each step, or null. */
  readonly before: readonly number[] | null;
  readonly title: string;
  readonly description: string;
  /** The first line of a step's tooltip, above its counts. */
  readonly stepLabel: (start: number) => string;
  readonly beforeLabel: string;
  /** The address that shows a step alone, or null. */
  readonly zoomTo: (step: number) => string | null;
}

/**
 * Draws areas in steps, because each count covers a stretch of time, and the comparison as a dotted line. Shapes
 * stretch with the page, text does not.
 */
export function drawStacked(chart: StackedChart, lang: Language): Markup {
  const { span, starts, series, before } = chart;
  const layers = stack<number, number>()
    .keys(series.map((_, i) => i))
    .value((step, i) => series[i]?.values[step] ?? 0)(starts.map((_, step) => step));
  const tops = starts.map((_, step) => layers.at(-1)?.[step]?.[1] ?? 0);
  const y = scaleLinear([0, Math.max(...tops, ...(before ?? []), 1)], [HEIGHT, TOP]).nice(TICKS);
  const x = (step: number): number => percentAt(starts[step] ?? span.until, span) * 10;
  const steps = [...starts.keys(), starts.length];

  const areas = layers.map((layer, i) => {
    const shape = area<number>()
      .curve(curveStepAfter)
      .x(x)
      .y0((step) => round(y(layer[Math.min(step, starts.length - 1)]?.[0] ?? 0)))
      .y1((step) => round(y(layer[Math.min(step, starts.length - 1)]?.[1] ?? 0)));
    return markup`<path class="area ${series[i]?.kind ?? ""}" d="${shape(steps) ?? ""}"/>`;
  });
  const dotted = line<number>()
    .curve(curveStepAfter)
    .x(x)
    .y((step) => round(y(before?.[Math.min(step, starts.length - 1)] ?? 0)));
  return markup`<svg class="chart stacked" role="img" width="100%" height="${HEIGHT + AXIS}">
    <title>${chart.title}</title><desc>${chart.description}</desc>
    ${grid(y)}
    <svg width="100%" height="${HEIGHT}" viewBox="0 0 1000 ${HEIGHT}" preserveAspectRatio="none">
      ${areas}${before === null ? null : markup`<path class="before" d="${dotted(steps) ?? ""}"/>`}
    </svg>
    ${timeAxis(span, lang, HEIGHT)}
    ${starts.map((start, step) => pointed(chart, start, step))}
  </svg>`;
}

const HEIGHT = 240;
const TOP = 18;
const AXIS = 24;
const TICKS = 4;

function grid(y: { (n: number): number; ticks(n: number): number[] }): Child {
  return y
    .ticks(TICKS)
    .filter(Number.isInteger)
    .map((tick) => {
      const at = round(y(tick));
      const label = tick === 0 ? null : markup`<text x="0" y="${at - 5}">${count(tick)}</text>`;
      return markup`<g class="grid"><line x1="0" x2="100%" y1="${at}" y2="${at}"/>${label}</g>`;
    });
}

function pointed(
  { span, starts, series, before, stepLabel, beforeLabel, zoomTo }: StackedChart,
  start: number,
  step: number,
): Markup {
  const from = percentAt(start, span);
  const to = percentAt(starts[step + 1] ?? span.until, span);
  const counts = series.filter(({ values }) => (values[step] ?? 0) > 0);
  const lines = [
    stepLabel(start),
    ...counts.map(({ label, values }) => `${label}: ${count(values[step] ?? 0)}`),
    ...(before === null ? [] : [`${beforeLabel}: ${count(before[step] ?? 0)}`]),
  ];
  // Each line is escaped by itself, so only these line breaks are in the title.
  const title = lines.map((text, i) => (i === 0 ? markup`${text}` : markup`&#10;${text}`));
  const rect = markup`<rect class="pointed" x="${from}%" width="${round(to - from)}%" y="0" height="${HEIGHT}"><title>${title}</title></rect>`;
  const href = zoomTo(step);
  return href === null ? rect : markup`<a href="${href}" tabindex="-1">${rect}</a>`;
}
