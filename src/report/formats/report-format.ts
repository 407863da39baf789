import type { Report } from "../model/report.ts";

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
