import { stringWidth } from "../../text/string-width.ts";
import { pad } from "./wrap.ts";

/** One column of a table. */
export interface Column {
  readonly title: string;
  readonly align: "left" | "right";
  /** Minimum width in columns of text. */
  readonly least?: number;
}

/**
 * Returns the lines of a table, titles first, two spaces between columns. Cells may hold colours and wide characters.
 */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const widths = widthsOf(columns, rows);
  return [columns.map(({ title }) => title), ...rows].map((cells) =>
    columns
      .map(({ align }, i) => pad(cells[i] ?? "", widths[i] ?? 0, align))
      .join(GAP)
      .trimEnd(),
  );
}

/** Width of each column. */
export function widthsOf(columns: readonly Column[], rows: readonly (readonly string[])[]): number[] {
  return columns.map(({ title, least = 0 }, i) =>
    rows.reduce((widest, cells) => Math.max(widest, stringWidth(cells[i] ?? "")), Math.max(stringWidth(title), least)),
  );
}

/** Width of the whole table. */
export function tableWidth(columns: readonly Column[], rows: readonly (readonly string[])[]): number {
  return widthsOf(columns, rows).reduce((sum, width) => sum + width, GAP.length * (columns.length - 1));
}

const GAP = "  ";
