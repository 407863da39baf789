import type { Language } from "../../catalogue/entry.ts";
import { type Markup, markup } from "../layout/markup.ts";
import { type ChartSpan, percentAt, round, timeAxis } from "./time-axis.ts";

/** A chart of incidents on one time axis, a row each. */
export interface TimelineChart {
  readonly span: ChartSpan;
  readonly rows: readonly {
    readonly from: number;
    readonly to: number;
    readonly label: string;
    readonly kind: string;
  }[];
  readonly title: string;
  readonly description: string;
}

/** Draws a bar for every row, with its label on the side that has room. */
export function drawTimeline({ span, rows, title, description }: TimelineChart, lang: Language): Markup {
  const height = rows.length * ROW + 6;
  const bars = rows.map(({ from, to, label, kind }, i) => {
    const left = percentAt(Math.max(from, span.since), span);
    const right = percentAt(Math.min(to, span.until), span);
    const after = right < 60;
    return markup`<rect class="area ${kind}" x="${left}%" width="${round(Math.max(right - left, 0.6))}%" y="${i * ROW + 5}" height="14" rx="3"/>
      <text x="${after ? Math.max(right, left + 0.6) : left}%" dx="${after ? 6 : -6}" y="${i * ROW + 16}" text-anchor="${after ? "start" : "end"}">${label}</text>`;
  });
  return markup`<svg class="chart timeline" role="img" width="100%" height="${height + 24}">
    <title>${title}</title><desc>${description}</desc>
    <line class="axis" x1="0" x2="100%" y1="${height}" y2="${height}"/>${bars}${timeAxis(span, lang, height)}</svg>`;
}

const ROW = 24;
