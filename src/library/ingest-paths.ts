import { availableParallelism } from "node:os";
import { ingest as ingestLogs } from "../ingest/ingest.ts";
import type { IngestEvent } from "../ingest/ingest-event.ts";
import { toIngestRecord } from "../ingest/ingest-record.ts";
import { timeZoneOf } from "../report/time/time-zone.ts";
import { storeOf } from "./handles.ts";
import type { Ingested, IngestionOptions } from "./ingestion-options.ts";

/**
 * Counts what is new in logs, folders of logs and patterns, and nothing twice. Resolves when everything is committed;
 * inputs that cannot be read are in `failed`. Rejects with a WsaError when the store cannot be written, and for invalid
 * options.
 *
 * @example
 * const store = await openStore("counts.db");
 * const { occurrences, failed } = await ingest(["logs/"], { store, onProgress: ({ bytes, total }) => draw(bytes / total) });
 */
export async function ingestPaths(paths: readonly string[], options: IngestionOptions): Promise<Ingested> {
  const { store, jobs = availableParallelism(), tz, source, catalogue, onProgress, ...reading } = options;
  let failure: Error | null = null;

  function onEvent(event: IngestEvent): void {
    if (event.kind === "progress") onProgress?.(event.progress);
    else if (event.kind === "store-failed" && event.final) failure ??= event.error;
  }

  const result = await ingestLogs(paths, {
    ...reading,
    store: storeOf(store),
    ...{ jobs, name: source, entries: catalogue?.entries, zone: timeZoneOf(tz), onEvent },
  });
  if (failure !== null) throw failure;
  return { ...toIngestRecord(result), interrupted: result.interrupted };
}
