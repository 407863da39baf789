import { count } from "../layout/figures.ts";
import { type Markup, markup } from "../layout/markup.ts";
import { round } from "./time-axis.ts";

/** A chart of occurrences by weekday and hour. */
export interface HeatMapChart {
  /** Seven rows, Monday first, of 24 hours. */
  readonly cells: readonly (readonly number[])[];
  readonly weekdays: readonly string[];
  readonly title: string;
  readonly description: string;
}

/**
 * Draws squares in five shades. The shade follows the logarithm of the count, so that one busy hour does not bleach the
 * others.
 */
export function drawHeatMap({ cells, weekdays, title, description }: HeatMapChart): Markup {
  const most = Math.max(...cells.flat(), 1);
  const width = (100 - LEFT) / 24;
  const squares = cells.flatMap((hours, day) =>
    hours.map((n, hour) => {
      const x = round(LEFT + hour * width);
      const label = `${weekdays[day] ?? ""} ${twoDigits(hour)}:00: ${count(n)}`;
      return markup`<rect class="heat-${shade(n, most)}" x="${x}%" y="${day * ROW}" width="${round(width - 0.25)}%" height="${ROW - 3}" rx="2"><title>${label}</title></rect>`;
    }),
  );
  const days = weekdays.map((day, i) => markup`<text x="0" y="${i * ROW + 15}">${day}</text>`);
  const hours = [0, 3, 6, 9, 12, 15, 18, 21].map(
    (hour, i) =>
      markup`<text class="${i % 2 === 1 ? "spare" : "hour"}" x="${round(LEFT + hour * width)}%" y="${7 * ROW + 14}">${twoDigits(hour)}</text>`,
  );
  return markup`<svg class="chart heat" role="img" width="100%" height="${7 * ROW + 20}">
    <title>${title}</title><desc>${description}</desc>${days}${squares}${hours}</svg>`;
}

/** Returns 0 for no occurrence, else 1 to 5. */
function shade(n: number, most: number): number {
  return n === 0 ? 0 : Math.max(Math.ceil((Math.log1p(n) / Math.log1p(most)) * SHADES - 1e-9), 1);
}

/** The key of a heat map: the counts of each shade that can occur. */
export function heatKey(cells: HeatMapChart["cells"]): { readonly shade: number; readonly label: string }[] {
  const most = Math.max(...cells.flat(), 1);
  const ends = Array.from({ length: SHADES }, (_, i) => Math.floor((1 + most) ** ((i + 1) / SHADES) - 1 + 1e-9));
  return ends.flatMap((end, i) => {
    const first = Math.max((ends[i - 1] ?? 0) + 1, 1);
    if (end < first) return [];
    return [{ shade: shade(end, most), label: first === end ? count(end) : `${count(first)}–${count(end)}` }];
  });
}

const SHADES = 5;
const LEFT = 9;
const ROW = 22;

const twoDigits = (hour: number): string => String(hour).padStart(2, "0");
