import type { OnShipEvent, ShipEvent } from "../ship/ship-event.ts";
import { formatBytes } from "../text/format-bytes.ts";
import { visible } from "../text/visible.ts";
import { say, type Wording } from "../wording.ts";
import { inLanguage } from "../wordings/index.ts";
import { formatError } from "./format-error.ts";
import { type Io, raise } from "./io.ts";

/** Says what happens while logs are shipped, and sums up what was sent. */
export interface ShipReport {
  readonly take: OnShipEvent;
  /** The closing line; `subject` is where the lines went. */
  summary(logs: number, subject: string): string;
}

/** Writes what people have to know to standard error, and raises the exit code for what could not be read or shipped. */
export function createShipReport(io: Io): ShipReport {
  const said = new Set<string>();
  let [lines, bytes, messages, duplicates] = [0, 0, 0, 0];

  function take(event: ShipEvent): void {
    if (event.kind === "sent") {
      messages++;
      duplicates += Number(event.isDuplicate);
      bytes += event.bytes.length;
      lines += linesIn(event.bytes);
      return;
    }
    if (event.kind === "log-failed" || event.kind === "bytes-gone") raise(io, 2);
    if (event.kind === "log-skipped") return;
    const text =
      "error" in event ? formatError(event.error, io.lang) : `wsa-annotate: ${inLanguage(messageOf(event), io.lang)}\n`;
    // A log that is followed is tried again and again; a broker may be away many times.
    if (event.kind !== "broker-away" && said.has(text)) return;
    said.add(text);
    io.stderr.write(text);
  }

  function summary(logs: number, subject: string): string {
    const read = logs === 1 ? say`${logs} log read` : say`${logs} logs read`;
    const n = lines.toLocaleString("en");
    const sent = lines === 1 ? say`${n} line (${formatBytes(bytes)})` : say`${n} lines (${formatBytes(bytes)})`;
    const parts = messages === 1 ? say`${messages} message` : say`${messages} messages`;
    const all = say`${read}, ${sent} sent to ${visible(subject)} in ${parts}`;
    const told = duplicates === 0 ? all : say`${all}; ${duplicates} of them were there`;
    return `wsa-annotate: ${inLanguage(told, io.lang)}\n`;
  }

  return { take, summary };
}

type Told = Exclude<ShipEvent, { readonly error: unknown } | { readonly kind: "sent" | "log-skipped" }>;

function messageOf(event: Told): Wording {
  const subject = visible(event.subject);
  switch (event.kind) {
    case "log-cut":
      return say`${subject}: was cut or rewritten since it was last read; lines may be missing, and others be sent again`;
    case "bytes-gone":
      return say`${subject}: ${event.bytes} bytes that were read are gone, and were not sent`;
    case "line-waits":
      return say`${subject}: its last line (${event.bytes} bytes) has no end, and waits for it`;
    case "log-yielded":
      return say`${subject}: another process ships this log; what it leaves, the next run ships`;
  }
}

function linesIn(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines++;
  return lines;
}
