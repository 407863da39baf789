import { area, curveStepAfter } from "d3-shape";
import { type Markup, markup } from "../layout/markup.ts";
import { round } from "./time-axis.ts";

/** Draws a trend as an area in steps that fills its table cell. */
export function drawSparkline(values: readonly number[], kind: string, label: string): Markup {
  const most = Math.max(...values, 1);
  const steps = [...values.keys(), values.length];
  const at = (step: number): number => values[Math.min(step, values.length - 1)] ?? 0;
  const shape = area<number>()
    .curve(curveStepAfter)
    .x((step) => round((100 * step) / Math.max(values.length, 1)))
    .y0(HEIGHT)
    // A single occurrence must be visible beside thousands.
    .y1((step) => round(HEIGHT - (at(step) === 0 ? 0.5 : Math.max((at(step) / most) * (HEIGHT - 1), 2))));
  return markup`<svg class="chart sparkline" role="img" width="100%" height="${HEIGHT}" viewBox="0 0 100 ${HEIGHT}" preserveAspectRatio="none">
    <title>${label}</title><path class="area ${kind}" d="${shape(steps) ?? ""}"/></svg>`;
}

const HEIGHT = 24;
