import type { Report } from "../model/report.ts";

/** What a format may need beside the model. */
export interface RenderOptions {
  /** Columns that fit. */
  readonly width: number;
  /** Whether escape sequences for colours may be written. */
  readonly color: boolean;
  /** Sender and recipients of a mail, as a person writes them; sendmail fills in what is left out. */
  readonly mail?: { readonly from?: string | undefined; readonly to?: string | undefined };
}

/** One way to write a report. The same report always gives the same text. */
export interface ReportFormat {
  readonly name: string;
  /** Endings of the files that are written in this format unless `--format` names another one: lower case, with the dot. */
  readonly endings: readonly string[];
  /** Returns the whole report, its last line end included. */
  render(report: Report, options: RenderOptions): string | Promise<string>;
}
