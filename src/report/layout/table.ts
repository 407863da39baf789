import { stringWidth } from "./string-width.ts";
import { pad } from "./wrap.ts";

/** One column of a table. */
export interface Column {
  readonly title: string;
  readonly align: "left" | "right";
  /** Columns of text that it takes at least. */
  readonly least?: number;
}

/** Lines of a table, the titles first, two spaces between its columns; cells may hold colours and wide characters. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const widths = widthsOf(columns, rows);
  return [columns.map(({ title }) => title), ...rows].map((cells) =>
    columns
      .map(({ align }, i) => pad(cells[i] ?? "", widths[i] ?? 0, align))
      .join(GAP)
      .trimEnd(),
  );
}

/** How wide each column is. */
export function widthsOf(columns: readonly Column[], rows: readonly (readonly string[])[]): number[] {
  return columns.map(({ title, least = 0 }, i) =>
    rows.reduce((widest, cells) => Math.max(widest, stringWidth(cells[i] ?? "")), Math.max(stringWidth(title), least)),
  );
}

/** How many columns of text the table takes. */
export function tableWidth(columns: readonly Column[], rows: readonly (readonly string[])[]): number {
  return widthsOf(columns, rows).reduce((sum, width) => sum + width, GAP.length * (columns.length - 1));
}

const GAP = "  ";
