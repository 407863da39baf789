import { scaleLinear } from "d3-scale";
import { area, curveStepAfter, line, stack } from "d3-shape";
import type { Language } from "../../catalogue/entry.ts";
import { count } from "../layout/figures.ts";
import { type Child, type Markup, markup } from "../layout/markup.ts";
import { ceilingOf } from "./ceiling.ts";
import { patternFill } from "./patterns.ts";
import { type ChartSpan, percentAt, round, timeAxis } from "./time-axis.ts";

/** A chart of counts over time, stacked. */
export interface StackedChart {
  readonly span: ChartSpan;
  /** The start of each step in Unix seconds. The last step ends with the span. */
  readonly starts: readonly number[];
  /** From the bottom up. `kind` is the CSS class with the colour. */
  readonly series: readonly {
    readonly label: string;
    readonly kind: string;
    /** See `patternOf`. */
    readonly pattern: number;
    readonly values: readonly number[];
  }[];
  /** The counts to compare with, one for each step, or null. */
  readonly before: readonly number[] | null;
  readonly title: string;
  readonly description: string;
  /** Stretches of time that are shaded behind the areas. */
  readonly bands: readonly { readonly since: number; readonly until: number; readonly label: string }[];
  /** The first line of a step's tooltip, above its counts. */
  readonly stepLabel: (start: number) => string;
  readonly beforeLabel: string;
  /** The address that shows a step alone, or null. */
  readonly zoomTo: (step: number) => string | null;
}

/**
 * Draws areas in steps, because each count covers a stretch of time, and the comparison as a dotted line. Shapes
 * stretch with the page, text does not. d3-scale and d3-shape work where the page is made: uPlot (51 kB) and Observable Plot
 * (209 kB) draw in the browser, so each file would carry them and show no chart where scripts do not run, and uPlot's canvas
 * has no elements to be links, to be read aloud or to follow a dark page.
 */
export function drawStacked(chart: StackedChart, lang: Language): Markup {
  const { span, starts, series, before } = chart;
  const layers = stack<number, number>()
    .keys(series.map((_, i) => i))
    .value((step, i) => series[i]?.values[step] ?? 0)(starts.map((_, step) => step));
  const tops = starts.map((_, step) => layers.at(-1)?.[step]?.[1] ?? 0);
  const ceiling = ceilingOf(tops);
  const most = ceiling ?? Math.max(...tops, ...(before ?? []), 1);
  const y = scaleLinear([0, most], [HEIGHT, TOP]).nice(TICKS).clamp(true);
  const x = (step: number): number => percentAt(starts[step] ?? span.until, span) * 10;
  const steps = [...starts.keys(), starts.length];

  const areas = layers.map((layer, i) => {
    const shape = area<number>()
      .curve(curveStepAfter)
      .x(x)
      .y0((step) => round(y(layer[Math.min(step, starts.length - 1)]?.[0] ?? 0)))
      .y1((step) => round(y(layer[Math.min(step, starts.length - 1)]?.[1] ?? 0)));
    const path = shape(steps) ?? "";
    return { path, pattern: patternFill(series[i]?.pattern ?? 0), kind: series[i]?.kind ?? "" };
  });
  const dotted = line<number>()
    .curve(curveStepAfter)
    .x(x)
    .y((step) => round(y(before?.[Math.min(step, starts.length - 1)] ?? 0)));
  return markup`<svg class="chart stacked" role="img" width="100%" height="${HEIGHT + AXIS}">
    <title>${chart.title}</title><desc>${chart.description}</desc>
    ${bands(chart)}${grid(y)}
    <svg width="100%" height="${HEIGHT}" viewBox="0 0 1000 ${HEIGHT}" preserveAspectRatio="none">
      ${areas.map(({ path, kind }) => markup`<path class="area ${kind}" d="${path}"/>`)}${before === null ? null : markup`<path class="before" d="${dotted(steps) ?? ""}"/>`}
    </svg>
    ${areas.map(patterned)}${labels(y)}
    ${ceiling === null ? null : cutOff(chart, tops, y.domain()[1] ?? most)}
    ${timeAxis(span, lang, HEIGHT)}
    ${starts.map((start, step) => pointed(chart, start, step))}
  </svg>`;
}

/** Draws a pattern within an area: it must not stretch with the page, so the area cuts it out of a rectangle. */
function patterned({ path, pattern }: { readonly path: string; readonly pattern: string | null }, i: number): Child {
  if (pattern === null) return null;
  return markup`<clipPath id="area-${i}" clipPathUnits="objectBoundingBox"><path transform="scale(${1 / 1000} ${1 / HEIGHT})" d="${path}"/></clipPath>
    <rect fill="${pattern}" clip-path="url(#area-${i})" width="100%" height="${HEIGHT}"/>`;
}

const HEIGHT = 240;
const TOP = 18;
const AXIS = 24;
const TICKS = 4;

function bands({ span, bands: stretches }: StackedChart): Child {
  return stretches.map(({ since, until }) => {
    const from = percentAt(Math.max(since, span.since), span);
    const to = percentAt(Math.min(until, span.until), span);
    return markup`<rect class="band" x="${from}%" width="${round(Math.max(to - from, LEAST_BAND))}%" y="0" height="${HEIGHT}"/>`;
  });
}

const LEAST_BAND = 0.4;

/** Breaks the steps that are higher than the chart, and writes how high they are; of neighbours on the highest one. */
function cutOff({ span, starts }: StackedChart, tops: readonly number[], most: number): Child {
  const isHigh = (step: number): boolean => (tops[step] ?? 0) > most;
  return starts.map((start, step) => {
    if (!isHigh(step)) return null;
    const from = percentAt(start, span);
    const to = percentAt(starts[step + 1] ?? span.until, span);
    const top = tops[step] ?? 0;
    const isLabelled = top > (tops[step - 1] ?? 0) && top >= (tops[step + 1] ?? 0);
    const anchor = to > 92 ? "end" : from < 4 ? "start" : "middle";
    const at = anchor === "end" ? to : anchor === "start" ? from : (from + to) / 2;
    const label = isLabelled
      ? markup`<text class="peak" x="${round(at)}%" y="${TOP - 6}" text-anchor="${anchor}">${count(top)}</text>`
      : null;
    return markup`<rect class="break" x="${from}%" width="${round(to - from)}%" y="${TOP + 12}" height="3"/>${label}`;
  });
}

interface CountScale {
  (n: number): number;
  ticks(n: number): number[];
}

function grid(y: CountScale): Child {
  return wholeTicks(y).map((tick) => {
    const at = round(y(tick));
    return markup`<line class="grid" x1="0" x2="100%" y1="${at}" y2="${at}"/>`;
  });
}

/** Writes the counts of the grid, over the areas. */
function labels(y: CountScale): Child {
  return wholeTicks(y)
    .filter((tick) => tick > 0)
    .map((tick) => markup`<text class="count" x="0" y="${round(y(tick)) - 5}">${count(tick)}</text>`);
}

const wholeTicks = (y: CountScale): number[] => y.ticks(TICKS).filter(Number.isInteger);

function pointed(
  { span, starts, series, before, bands: stretches, stepLabel, beforeLabel, zoomTo }: StackedChart,
  start: number,
  step: number,
): Markup {
  const from = percentAt(start, span);
  const to = percentAt(starts[step + 1] ?? span.until, span);
  const counts = series.filter(({ values }) => (values[step] ?? 0) > 0);
  const end = starts[step + 1] ?? span.until;
  const during = stretches.filter(({ since, until }) => since < end && until > start);
  const lines = [
    stepLabel(start),
    ...counts.map(({ label, values }) => `${label}: ${count(values[step] ?? 0)}`),
    ...(before === null ? [] : [`${beforeLabel}: ${count(before[step] ?? 0)}`]),
    ...during.map(({ label }) => label),
  ];
  // Each line is escaped by itself, so only these line breaks are in the title.
  const title = lines.map((text, i) => (i === 0 ? markup`${text}` : markup`&#10;${text}`));
  const rect = markup`<rect class="pointed" x="${from}%" width="${round(to - from)}%" y="0" height="${HEIGHT}"><title>${title}</title></rect>`;
  const href = zoomTo(step);
  return href === null ? rect : markup`<a href="${href}" tabindex="-1">${rect}</a>`;
}
