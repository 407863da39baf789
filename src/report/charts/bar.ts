import { type Markup, markup } from "../layout/markup.ts";
import { round } from "./time-axis.ts";

/** Draws a bar for a table cell. Screen readers skip it, because the number is in the next cell. */
export function drawBar(value: number, most: number, kind: string): Markup {
  const width = Math.max(round((100 * value) / Math.max(most, 1)), value > 0 ? 0.5 : 0);
  return markup`<svg class="chart bar" aria-hidden="true" width="100%" height="10"><rect class="area ${kind}" width="${width}%" height="10" rx="2"/></svg>`;
}
