// What was counted, told to people and programs. build.ts asks the store (queries.ts) and makes one model, report.ts;
// each format is one file that turns the model into text and asks nothing itself. To add a format, copy the smallest,
// json.ts, and list it below. The trend of single codes has its own small model and formats in trend.ts.

import { html } from "../html/page.ts";
import { csv } from "./csv.ts";
import { json } from "./json.ts";
import { markdown } from "./markdown.ts";
import { mime } from "./mime.ts";
import type { ReportFormat } from "./report-format.ts";
import { text } from "./text.ts";

/** In the order that `--help` names them. */
export const formats = [text, markdown, html, mime, json, csv] as const satisfies readonly ReportFormat[];
