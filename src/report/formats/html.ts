import { htmlDocument } from "../html/document.ts";
import { pageTitle, reportBody } from "../html/page.ts";
import type { Report } from "../model/report.ts";
import type { ReportFormat } from "./report-format.ts";

/** For a browser: one file that fetches nothing, and can be read where scripts are off. Text from logs is escaped. */
export const htmlFormat = {
  name: "html",
  endings: [".html", ".htm"],
  render: (report: Report): string =>
    htmlDocument({ lang: report.lang, title: pageTitle(report), body: reportBody(report) }),
} as const satisfies ReportFormat;
