import type { IngestEvent, OnIngestEvent } from "../ingest/ingest-event.ts";
import { visible } from "../text/visible.ts";
import { formatError } from "./format-error.ts";
import { type Io, raise } from "./io.ts";

/** Writes what people have to know to standard error, and raises the exit code for what could not be read or counted. */
export function reportTo(io: Io): OnIngestEvent {
  return (event) => {
    if (event.kind === "log-failed" || (event.kind === "store-failed" && event.final)) raise(io, 2);
    const message = messageOf(event);
    if (message !== null) io.stderr.write(message);
  };
}

/** What people read about an event; null for those that the summary and the progress bar show. */
function messageOf(event: IngestEvent): string | null {
  switch (event.kind) {
    case "log-failed":
    case "log-missing":
    case "store-failed":
      return formatError(event.error, false);
    case "bytes-lost":
      return `wsa-annotate: ${event.subject}: was cut or rewritten since it was last read; ${event.bytes} bytes that were counted are gone\n`;
    case "log-not-utf8":
      return `wsa-annotate: ${visible(event.subject)}: is no UTF-8: what is not ASCII in it is not understood\n  hint: ${encodingHint(event.encoding)}\n`;
    case "line-too-full":
      return `wsa-annotate: ${visible(event.subject)}: a line has more than ${event.most} codes; ${event.bytes} bytes of it were not searched for others\n`;
    case "log-yielded":
      return `wsa-annotate: ${event.subject}: another process counts this log; what it leaves, the next run counts\n`;
    case "log-read":
    case "log-skipped":
    case "log-unchanged":
    case "progress":
      return null;
  }
}

function encodingHint(encoding: string | null): string {
  return encoding === null
    ? "name its encoding, for example --encoding windows-1252"
    : `its bytes look like --encoding ${encoding}`;
}
