// What was counted, told to people and programs. build.ts asks the store (queries.ts) and makes one model, report.ts;
// each format is one file that turns the model into text and asks nothing itself. To add a format, copy the smallest,
// json.ts, and list it below. The trend of single codes has its own small model and formats in trend.ts.
import { csv } from "./csv.ts";
import { html } from "./html/page.ts";
import { json } from "./json.ts";
import { markdown } from "./markdown.ts";
import { mime } from "./mime.ts";
import type { Report } from "./report.ts";
import { text } from "./text.ts";

/** What a format may need beside the model. */
export interface RenderOptions {
  /** Columns that fit. */
  readonly width: number;
  /** Whether escape sequences for colours may be written. */
  readonly color: boolean;
  /** Whom a mail is from and to, as a person writes it; sendmail fills in what is left out. */
  readonly mail?: { readonly from?: string | undefined; readonly to?: string | undefined };
}

/** One way to write a report. The same report always gives the same text. */
export interface ReportFormat {
  readonly name: string;
  /** The whole report, its last line end included. */
  render(report: Report, options: RenderOptions): string;
}

/** In the order that `--help` names them. */
export const formats = [text, markdown, html, mime, json, csv] as const satisfies readonly ReportFormat[];
