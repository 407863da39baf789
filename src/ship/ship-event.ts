import type { WsaError } from "../error.ts";
import type { SkippedFile } from "../sources/file/find-logs.ts";

/** What happens while logs are shipped. */
export type ShipEvent =
  /** An input, a log, or the rest of a log could not be read or shipped. The other logs are. */
  | { readonly kind: "log-failed"; readonly error: WsaError }
  /** An input that is followed cannot be read yet. It is tried again every second, and reported once. */
  | { readonly kind: "log-missing"; readonly error: WsaError }
  /** A file was left alone, because it is no log. */
  | ({ readonly kind: "log-skipped" } & SkippedFile)
  /** The broker is away; what was read waits. Reported once for each time. */
  | { readonly kind: "broker-away"; readonly error: WsaError }
  /** The log was cut or rewritten since it was read last. */
  | { readonly kind: "log-cut"; readonly subject: string }
  /** Bytes that were read could not be sent, because they are gone from the log. */
  | { readonly kind: "bytes-gone"; readonly subject: string; readonly bytes: number }
  /** The last line has no end yet, and waits for it. */
  | { readonly kind: "line-waits"; readonly subject: string; readonly bytes: number }
  /** Another process ships this log. */
  | { readonly kind: "log-yielded"; readonly subject: string }
  /** A message is with the broker. */
  | { readonly kind: "sent"; readonly bytes: Uint8Array; readonly isDuplicate: boolean };

/** Takes events; must not throw. */
export type OnShipEvent = (event: ShipEvent) => void;
