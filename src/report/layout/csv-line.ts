import { visible } from "../../text/visible.ts";

/** A value of a cell. Null is an empty cell. */
export type CsvCell = string | number | null;

/**
 * Writes one record of RFC 4180 with its CRLF. Anyone who can write to a log can write a cell, so text that a
 * spreadsheet would take for a formula gets a leading apostrophe, as OWASP advises, and control characters become
 * visible. Numbers in text stay as they are.
 */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const formula = /^[=+\-@\t\r\n＝＋－＠]/.test(cell) && !/^[+-]?\d+(?:\.\d+)?$/.test(cell);
  const safe = visible(formula ? `'${cell}` : cell);
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
