import { visible } from "../../text/visible.ts";

/** A cell of a GitHub table in which the text stands as it is: no markup, no link, no HTML, no line break, no mention. */
export function markdownCell(text: string): string {
  return visible(text)
    .replace(/[\\`*_{}[\]#|~<>$]/g, "\\$&")
    .replace(/&/g, "&amp;")
    .replace(/@/g, "&#64;")
    .replace(/:\/\//g, "&#58;//")
    .replace(/\bwww\./gi, (www) => `${www.slice(0, -1)}&#46;`);
}

/** Rows of a GitHub table, the titles first; the cells are escaped already. */
export function markdownTable(
  columns: readonly { readonly title: string; readonly align: "left" | "right" }[],
  rows: readonly (readonly string[])[],
): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [
    line(columns.map(({ title }) => title)),
    line(columns.map(({ align }) => (align === "right" ? "---:" : "---"))),
    ...rows.map(line),
  ];
}
