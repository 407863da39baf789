import type { Page } from "../../store/page.ts";

/** One way to write the rows of a query. Only one page of rows is in memory at a time. */
export interface QueryFormat {
  readonly name: string;
  /** Whether it is no text, so that a terminal cannot show it. */
  readonly isBinary?: boolean;
  /** `width` is Infinity where lines need not fit. */
  render(pages: AsyncIterable<Page>, width: number): AsyncIterable<string | Uint8Array>;
}
