import { hostname } from "node:os";
import type { Entry } from "../catalogue/entry.ts";
import type { DateOrderChoice } from "../line/time/date-order.ts";
import type { Store } from "../store/store.ts";
import type { OnIngestEvent } from "./ingest-event.ts";

/** How logs are read and counted: plain data, so that a worker thread can be given it. */
export interface ReadingOptions {
  /** The machine that the logs come from. */
  readonly host: string;
  /** Whether a person named the host: else a log that names its machine is that machine's. */
  readonly hostIsNamed?: boolean | undefined;
  /** Where to find the host in the path of a log, as `--host-from` takes it; `host` is for paths without one. */
  readonly hostFrom?: string | undefined;
  /** What the logs are called in the store, instead of their paths. */
  readonly name?: string | undefined;
  /** As `--encoding` takes it; "auto" unless given. */
  readonly encoding?: string | undefined;
  /** Null for a limit that no log reaches. */
  readonly maxUnpackedBytes?: number | null | undefined;
  /** Only what the spelling alone proves. */
  readonly strict?: boolean | undefined;
  /** Whether ECONNRESET and its like are Winsock errors wherever they appear. */
  readonly posixNames?: boolean | undefined;
  /** The catalogue's entries; the built-in ones unless given. */
  readonly entries?: readonly Entry[] | undefined;
  /** Time zone of the logs' clocks where a time has none, such as "Europe/Berlin". */
  readonly zone: string;
  /** Whether the day or the month is first in dates such as 03/11/2026; decided for each log unless given. */
  readonly dateOrder?: DateOrderChoice | undefined;
  /** Whether lines are kept as examples; true unless given. */
  readonly samples?: boolean | undefined;
}

/** What an ingestion works with. */
export interface IngestOptions extends Omit<ReadingOptions, "host" | "zone"> {
  /** The machine that the logs come from; this one unless given. */
  readonly host?: string | undefined;
  /** Time zone of the logs' clocks; the machine's unless given. */
  readonly zone?: string | undefined;
  /** Where occurrences are counted, open; it is not closed. Null counts nothing. */
  readonly store: Store | null;
  /** Goes on as the logs grow and are rotated, until the signal is aborted. */
  readonly follow?: boolean | undefined;
  /** Whether files are looked at, but not read. */
  readonly dryRun?: boolean | undefined;
  /** How many logs are read at once, each on a thread of its own; 1 unless given. */
  readonly jobs?: number | undefined;
  /** Whether `\` separates folders in a pattern. */
  readonly windows?: boolean | undefined;
  /** Where brokers' credentials may be. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  readonly onEvent?: OnIngestEvent | undefined;
  /** Once it is aborted, reading ends behind the line that is being read, and what was read is committed. */
  readonly signal?: AbortSignal | undefined;
  /** Unix milliseconds. */
  readonly now?: (() => number) | undefined;
}

/** The part of the options that is plain data, with their defaults. */
export function readingOf(options: Omit<IngestOptions, "store">): ReadingOptions & { readonly samples: boolean } {
  const { host = hostname(), hostIsNamed = options.host !== undefined } = options;
  const { zone = Intl.DateTimeFormat().resolvedOptions().timeZone, samples = true } = options;
  const { hostFrom, name, encoding, maxUnpackedBytes, strict, posixNames, entries, dateOrder } = options;
  return {
    ...{ host, hostIsNamed, hostFrom, name, encoding, maxUnpackedBytes },
    ...{ strict, posixNames, entries, zone, dateOrder, samples },
  };
}
