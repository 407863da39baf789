import type { OnIngestEvent } from "./ingest-event.ts";

/** Drops what was reported of a log before, in an earlier generation or by another thread, and may come many times. */
export function onceForEachLog(onEvent: OnIngestEvent): OnIngestEvent {
  const reported = new Set<string>();
  return (event) => {
    if (event.kind === "log-not-utf8" || event.kind === "message-set-aside") {
      const what = JSON.stringify([event.kind, event.subject, "why" in event ? event.why.template : ""]);
      if (reported.has(what)) return;
      reported.add(what);
    }
    onEvent(event);
  };
}
