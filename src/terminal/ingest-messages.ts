import type { IngestEvent, OnIngestEvent } from "../ingest/ingest-event.ts";
import { visible } from "../text/visible.ts";
import { say, type Wording } from "../wording.ts";
import { inLanguage } from "../wordings/index.ts";
import { formatError } from "./format-error.ts";
import { type Io, raise } from "./io.ts";

/** Writes what people have to know to standard error, and raises the exit code for what could not be read or counted. */
export function reportTo(io: Io): OnIngestEvent {
  /** What was said of the store: every log that is counted meets the same. */
  const told = new Set<string>();
  return (event) => {
    if (event.kind === "log-failed" || (event.kind === "store-failed" && event.final)) raise(io, 2);
    if (event.kind === "store-failed") {
      if (told.has(event.error.message)) return;
      told.add(event.error.message);
    }
    if ("error" in event) io.stderr.write(formatError(event.error, io.lang));
    else
      for (const [i, wording] of messageOf(event).entries())
        io.stderr.write(`${i === 0 ? "wsa-annotate: " : "  "}${inLanguage(wording, io.lang)}\n`);
  };
}

/** What people read about an event, and a hint; nothing for those that the summary and the progress bar show. */
function messageOf(event: Exclude<IngestEvent, { readonly error: unknown }>): readonly Wording[] {
  switch (event.kind) {
    case "bytes-lost":
      return [
        say`${event.subject}: was cut or rewritten since it was last read; ${event.bytes} bytes that were counted are gone`,
      ];
    case "log-not-utf8":
      return [
        say`${visible(event.subject)}: is no UTF-8: what is not ASCII in it is not understood`,
        say`hint: ${encodingHint(event.encoding)}`,
      ];
    case "log-damaged":
      return [
        say`${visible(event.subject)}: is damaged: ${event.damage.blocks} of its blocks are not as they were written, ${event.damage.events} of its events cannot be read; all others were`,
      ];
    case "message-set-aside":
      return [
        say`${visible(event.subject)}: message ${event.place} ${event.why}; it was set aside, and so are others like it`,
        say`hint: it stays in the stream; how many there are is in the report`,
      ];
    case "messages-lost":
      return [
        say`${visible(event.subject)}: messages were removed before they were read, ${event.messages} at most`,
        say`hint: the stream keeps less than comes between two runs; give it more room, or read it more often`,
      ];
    case "line-too-full":
      return [
        say`${visible(event.subject)}: a line has more than ${event.most} codes; ${event.bytes} bytes of it were not searched for others`,
      ];
    case "log-yielded":
      return [say`${event.subject}: another process counts this log; what it leaves, the next run counts`];
    case "log-read":
    case "log-skipped":
    case "log-unchanged":
    case "progress":
      return [];
  }
}

function encodingHint(encoding: string | null): Wording {
  return encoding === null
    ? say`name its encoding, for example --encoding windows-1252`
    : say`its bytes look like --encoding ${encoding}`;
}
