import { visible } from "../../text/visible.ts";

/** What a cell may hold; null is an empty cell. */
export type Cell = string | number | null;

/**
 * One record of RFC 4180 with its CRLF. Text that a spreadsheet would take for a formula gets a leading apostrophe, as
 * OWASP advises, and control characters become visible: such text comes from logs, and so from whoever can write into them.
 * Numbers stay numbers, as text too.
 */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const formula = /^[=+\-@\t\r\n＝＋－＠]/.test(cell) && !/^[+-]?\d+(?:\.\d+)?$/.test(cell);
  const safe = visible(formula ? `'${cell}` : cell);
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
