// The library: what works in a browser too, and what needs Node's streams, files and SQLite.
export * from "./browser.ts";
export { annotateStream, type StreamOptions } from "./library/annotate-stream.ts";
export { ingestPaths as ingest } from "./library/ingest-paths.ts";
export type {
  CountedLog,
  Ingested,
  IngestionOptions,
  IngestionProgress,
  LeftOut,
  NotUtf8,
} from "./library/ingestion-options.ts";
export { type OpenOptions, openHandle as openStore } from "./library/open-handle.ts";
export { type FormatOptions, type ReportOptions, report } from "./library/report.ts";
export type { AskOptions, Row, RowValue, StoreHandle } from "./library/store-handle.ts";
export type { Report } from "./report/model/report.ts";
