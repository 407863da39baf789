import { isoTime } from "./figures.ts";
import type { ReportFormat } from "./index.ts";
import { csvLine } from "./layout/csv-line.ts";
import type { Report } from "./report.ts";

/** For spreadsheets: RFC 4180, one row per code; moments are ISO 8601 with the zone's offset, empty where unknown. */
export const csv: ReportFormat = { name: "csv", render };

const COLUMNS = ["code", "name", "title", "category", "count", "share", "first", "last", "endpoint", "cause", "next"];

function render({ codes, period: { zone } }: Report): string {
  const at = (second: number | null): string | null => (second === null ? null : isoTime(second, zone));
  const rows = codes.map((row) => [
    row.code,
    row.name,
    row.title,
    row.category,
    row.count,
    Number(row.share.toFixed(4)),
    at(row.first),
    at(row.last),
    row.endpoint,
    row.advice?.cause ?? null,
    row.advice?.next ?? null,
  ]);
  return [COLUMNS, ...rows].map(csvLine).join("");
}
