// What was counted, told to people and programs. build.ts asks the store (queries.ts) and makes one model, report.ts;
// each format is one file that turns the model into text and asks nothing itself. To add a format, copy the smallest,
// json.ts, and list it below. The trend of single codes has its own small model and formats in trend.ts.

import { htmlFormat } from "../html/page.ts";
import { csvFormat } from "./csv.ts";
import { jsonFormat } from "./json.ts";
import { markdownFormat } from "./markdown.ts";
import { mimeFormat } from "./mime.ts";
import type { ReportFormat } from "./report-format.ts";
import { textFormat } from "./text.ts";

/** In the order that `--help` names them. */
export const formats = [
  textFormat,
  markdownFormat,
  htmlFormat,
  mimeFormat,
  jsonFormat,
  csvFormat,
] as const satisfies readonly ReportFormat[];
