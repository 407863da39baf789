import type { OnIngestEvent } from "./ingest-event.ts";

/** Drops `log-not-utf8` where the log was reported before, in an earlier generation or by another thread. */
export function onceForEachLog(onEvent: OnIngestEvent): OnIngestEvent {
  const reported = new Set<string>();
  return (event) => {
    if (event.kind === "log-not-utf8") {
      if (reported.has(event.subject)) return;
      reported.add(event.subject);
    }
    onEvent(event);
  };
}
