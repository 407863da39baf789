import { type CsvCell, csvLine } from "../layout/csv-line.ts";
import type { CodeRow } from "../model/code-row.ts";
import type { Report } from "../model/report.ts";
import { isoTime } from "../time/local-time.ts";
import type { ReportFormat } from "./report-format.ts";

/**
 * For spreadsheets: RFC 4180, one row per code of the period. Moments are ISO 8601 with the zone's offset, empty where
 * unknown. `before` and `week_before` are the counts of those periods; `new`, `spike`, `quiet` and `incident` are 1 or
 * 0.
 */
export const csvFormat = { name: "csv", endings: [".csv"], render } as const satisfies ReportFormat;

function render(report: Report): string {
  const columns = columnsOf(report);
  const rows = report.codes.map((row) => columns.map(([, cellOf]) => cellOf(row)));
  return [columns.map(([title]) => title), ...rows].map(csvLine).join("");
}

type CsvColumn = readonly [title: string, cellOf: (row: CodeRow) => CsvCell];

function columnsOf({ period: { zone }, news, spikes, quiet, incidents }: Report): CsvColumn[] {
  const at = (second: number | null): string | null => (second === null ? null : isoTime(second, zone));
  const among = (found: readonly { readonly code: number }[]): ((row: CodeRow) => CsvCell) => {
    const codes = new Set(found.map(({ code }) => code));
    return ({ code }) => Number(codes.has(code));
  };
  return [
    ["code", ({ code }) => code],
    ["name", ({ name }) => name],
    ["title", ({ title }) => title],
    ["category", ({ category }) => category],
    ["count", ({ count }) => count],
    ["share", ({ share }) => Number(share.toFixed(4))],
    ["before", ({ before }) => before],
    ["week_before", ({ weekBefore }) => weekBefore],
    ["new", among(news)],
    ["spike", among(spikes)],
    ["quiet", among(quiet)],
    ["incident", among(incidents.flatMap(({ codes }) => codes))],
    ["acknowledged", ({ acknowledged }) => Number(acknowledged)],
    ["first", ({ first }) => at(first)],
    ["last", ({ last }) => at(last)],
    ["source", ({ sources }) => sources[0]?.source ?? null],
    ["operation", ({ operations }) => operations[0]?.operation ?? null],
    ["endpoint", ({ endpoint }) => endpoint],
    ["cause", ({ advice }) => advice?.cause ?? null],
    ["next", ({ advice }) => advice?.next ?? null],
  ];
}
