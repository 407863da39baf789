import { visible } from "../../text/visible.ts";

/** Escapes text for a cell of a GitHub table: no markup, link, HTML, line break or mention is left in it. */
export function markdownCell(text: string): string {
  return visible(text)
    .replace(/[\\`*_{}[\]#|~<>$]/g, "\\$&")
    .replace(/&/g, "&amp;")
    .replace(/@/g, "&#64;")
    .replace(/:\/\//g, "&#58;//")
    .replace(/\bwww\./gi, (www) => `${www.slice(0, -1)}&#46;`);
}

/** Returns the lines of a GitHub table, titles first. The cells must be escaped already. */
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
