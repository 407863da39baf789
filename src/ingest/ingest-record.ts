import type { IngestResult } from "./ingest-result.ts";

/** A result as plain JSON data: codes by number, and the new bytes and lines of each log. */
export function toIngestRecord({ totals, logs, unchanged, skipped, failed, notUtf8 }: IngestResult) {
  return {
    occurrences: totals.occurrences,
    already: totals.already,
    codes: Object.fromEntries([...totals.codes].filter(([, n]) => n !== 0).sort(([a], [b]) => a - b)),
    logs: logs.map(({ path, source, size, counted }) => ({
      path,
      source,
      size,
      newBytes: counted.bytes,
      newLines: counted.lines,
      occurrences: counted.occurrences,
      already: counted.already,
      lostBytes: counted.lostBytes,
    })),
    unchanged: unchanged.length,
    skipped,
    failed,
    notUtf8,
  };
}
