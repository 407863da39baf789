/** Writes one character per value, scaled to the largest. Zero is the lowest bar, and a single occurrence is higher. */
export function sparkline(values: readonly number[]): string {
  const most = Math.max(...values, 1);
  return values.map((value) => BARS[value === 0 ? 0 : Math.max(Math.round((value / most) * TOP), 1)]).join("");
}

/** Writes a horizontal bar of at most `width` columns, in eighths of a column. Anything above zero is visible. */
export function bar(value: number, most: number, width: number): string {
  if (value === 0 || width === 0) return "";
  const eighths = Math.max(Math.round((value / most) * width * 8), 1);
  return "█".repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? "");
}

/** Adds up neighbours until at most `columns` values are left. `size` is the number of neighbours in a group. */
export function squeeze(
  values: readonly number[],
  columns: number,
): { readonly values: number[]; readonly size: number } {
  const size = Math.max(Math.ceil(values.length / columns), 1);
  const groups = new Array<number>(Math.ceil(values.length / size)).fill(0);
  values.forEach((value, i) => {
    groups[Math.floor(i / size)] = (groups[Math.floor(i / size)] ?? 0) + value;
  });
  return { values: groups, size };
}

const BARS = "▁▂▃▄▅▆▇█";
const TOP = BARS.length - 1;
const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
