import type { DateOrderChoice } from "../line/time/date-order.ts";
import type { FindOptions } from "./options.ts";
import type { StoreHandle } from "./store-handle.ts";

/** What logs are counted into, and how they are read. */
export interface IngestionOptions extends FindOptions {
  readonly store: StoreHandle;
  /** Encoding of the logs, such as `gb18030`; default `auto`: UTF-8, and UTF-16 or UTF-32 where it is sure. */
  readonly encoding?: string | undefined;
  /** Name of the log; default: its path. */
  readonly source?: string | undefined;
  /** Machine that the logs come from; default: this one. */
  readonly host?: string | undefined;
  /**
   * Takes the machine from each log's path: `folder`, the folder that the log is in, or a pattern with `{host}` in it,
   * such as `logs/{host}/*.log`. Where it does not match, `host` is the machine.
   */
  readonly hostFrom?: string | undefined;
  /** IANA name of the time zone of times that name none; default: the machine's. */
  readonly tz?: string | undefined;
  /** Whether 03/11/2026 is in November (`dmy`) or in March (`mdy`); default `auto`: decided for each log from its dates. */
  readonly dateOrder?: DateOrderChoice | undefined;
  /** Keep lines as examples; default true. */
  readonly samples?: boolean | undefined;
  /** How many logs are read at once, each on a thread of its own; default: one per core. */
  readonly jobs?: number | undefined;
  /** Called a few times a second, and once at the end. */
  readonly onProgress?: ((progress: IngestionProgress) => void) | undefined;
  /** Ends the reading behind the last whole line; what was counted so far is committed. */
  readonly signal?: AbortSignal | undefined;
}

/** How far an ingestion has come. */
export interface IngestionProgress {
  /** Bytes behind it: read, or known to be counted. */
  readonly bytes: number;
  /** Bytes of all files. */
  readonly total: number;
  readonly occurrences: number;
}

/** What an ingestion has done; `wsa-annotate ingest --json` writes the same. */
export interface Ingested {
  /** Whether `signal` has ended it early. */
  readonly interrupted: boolean;
  /** Occurrences that were not counted before. */
  readonly occurrences: number;
  /** Occurrences that an earlier run had counted. */
  readonly already: number;
  /** New occurrences by code. */
  readonly codes: Readonly<Record<string, number>>;
  readonly logs: readonly CountedLog[];
  /** Files that were not opened, because they look as they did when all of them was counted. */
  readonly unchanged: number;
  readonly skipped: readonly LeftOut[];
  readonly failed: readonly LeftOut[];
  /** Logs that are no UTF-8, so that what is not ASCII in them was not understood. */
  readonly notUtf8: readonly NotUtf8[];
}

/** What was new in a log. */
export interface CountedLog {
  readonly path: string;
  readonly source: string;
  /** Bytes of the log. */
  readonly size: number;
  readonly newBytes: number;
  readonly newLines: number;
  readonly occurrences: number;
  readonly already: number;
  /** Bytes that were counted and are gone: the log was cut or rewritten. */
  readonly lostBytes: number;
}

/** A log whose beginning is no UTF-8. */
export interface NotUtf8 {
  readonly path: string;
  /** What its bytes look like, as `encoding` takes it; null where they leave it open. */
  readonly encoding: string | null;
}

/** A file that was not read, and why. */
export interface LeftOut {
  readonly path: string;
  readonly why: string;
}
