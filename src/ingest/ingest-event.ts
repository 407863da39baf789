import type { WsaError } from "../error.ts";
import type { Damage } from "../log/source.ts";
import type { SkippedFile } from "../sources/file/find-logs.ts";
import type { Wording } from "../wording.ts";
import type { IngestedLog } from "./ingest-result.ts";

/** What happens while logs are read and counted, as it happens. */
export type IngestEvent =
  /** An input, a log, or the rest of a log could not be read. The other logs are read. */
  | { readonly kind: "log-failed"; readonly error: WsaError }
  /** An input that is followed cannot be read yet. It is tried again every second, and reported once. */
  | { readonly kind: "log-missing"; readonly error: WsaError }
  /** A log was read to its end, or up to the interruption, and what is new in it is committed. */
  | { readonly kind: "log-read"; readonly log: IngestedLog }
  /** A file was left alone, because it is no log. */
  | ({ readonly kind: "log-skipped" } & SkippedFile)
  /** A file was not opened, because all of it was counted and it looks as it did then. */
  | { readonly kind: "log-unchanged"; readonly path: string }
  /** Bytes that an earlier run had counted are gone: the log was cut or rewritten. */
  | { readonly kind: "bytes-lost"; readonly subject: string; readonly bytes: number }
  /**
   * The beginning of a log is no UTF-8, and what is not ASCII in it is not understood. Its bytes prove an encoding, as
   * `encoding` of the options takes it, or null. Reported once for each log, before its `log-read`.
   */
  | { readonly kind: "log-not-utf8"; readonly subject: string; readonly encoding: string | null }
  /** A part of a log is damaged, and was left out. Reported once for each file, behind its logs. */
  | { readonly kind: "log-damaged"; readonly subject: string; readonly damage: Damage }
  /** A message cannot be read, and counts nothing; it stays in its stream. Reported once for each partition and reason. */
  | { readonly kind: "message-set-aside"; readonly subject: string; readonly place: string; readonly why: Wording }
  /** A broker has removed messages before they were read; not more than so many. */
  | { readonly kind: "messages-lost"; readonly subject: string; readonly messages: number }
  /** A line of a log has more than the `most` codes that are searched for in a line: so many bytes were left out. */
  | { readonly kind: "line-too-full"; readonly subject: string; readonly most: number; readonly bytes: number }
  /** Another process counts this log. The rest of it is left to the other, and to the next run. */
  | { readonly kind: "log-yielded"; readonly subject: string }
  /**
   * The store could not be written. It is tried again with the next commit; `final` is true when no commit follows, so
   * that counts are missing. Of failures that are not final, each log reports its first.
   */
  | { readonly kind: "store-failed"; readonly error: WsaError; readonly final: boolean }
  /** How far the run has come, five times a second. */
  | { readonly kind: "progress"; readonly progress: IngestProgress };

/** Takes events; must not throw. */
export type OnIngestEvent = (event: IngestEvent) => void;

/** How far a run has come. */
export interface IngestProgress {
  /** Bytes that were read, or need not be read because they are counted. */
  readonly bytes: number;
  /** How many of these bytes were not read. */
  readonly known: number;
  /** Bytes of all files. */
  readonly total: number;
  /** Messages of brokers that are not counted yet, where streams are read. */
  readonly behind?: number;
  readonly occurrences: number;
}
