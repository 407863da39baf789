import { csvFormat } from "../report/formats/csv.ts";
import { htmlFormat } from "../report/formats/html.ts";
import { jsonFormat } from "../report/formats/json.ts";
import { markdownFormat } from "../report/formats/markdown.ts";
import type { ReportFormat } from "../report/formats/report-format.ts";

export const HTML = "text/html; charset=utf-8";
export const JSON_TYPE = "application/json; charset=utf-8";

/** What the page shows, in another format, under the same filters. */
export interface Export {
  readonly path: string;
  readonly type: string;
  readonly title: string;
  readonly format: ReportFormat;
}

/** In the order of the links on the page. */
export const exports: readonly Export[] = [
  { path: "/api/report", type: JSON_TYPE, title: "JSON", format: jsonFormat },
  { path: "/report.csv", type: "text/csv; charset=utf-8", title: "CSV", format: csvFormat },
  { path: "/report.md", type: "text/markdown; charset=utf-8", title: "Markdown", format: markdownFormat },
  { path: "/report.html", type: HTML, title: "HTML", format: htmlFormat },
];
