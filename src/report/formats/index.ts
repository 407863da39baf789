// How a report is written. A format is one file that turns the model (model/report.ts) into text and asks the store
// nothing: a `ReportFormat` with its name on the command line and the endings of its files. What several formats write
// is in ../lines/. To add a format, copy the smallest, html.ts, and list it below.

import { csvFormat } from "./csv.ts";
import { htmlFormat } from "./html.ts";
import { jsonFormat } from "./json.ts";
import { markdownFormat } from "./markdown.ts";
import { mimeFormat } from "./mime.ts";
import type { ReportFormat } from "./report-format.ts";
import { textFormat } from "./text.ts";

/** In the order in which `--help` lists them; the first is the default. */
export const formats: readonly [ReportFormat, ...ReportFormat[]] = [
  textFormat,
  markdownFormat,
  htmlFormat,
  mimeFormat,
  jsonFormat,
  csvFormat,
];
