import { Writable } from "node:stream";
import { WsaError } from "../error.ts";
import type { Counted } from "../ledger/counted.ts";
import { createClock } from "../line/time/create-clock.ts";
import type { LogInFile, Source } from "../log/source.ts";
import { MAX_LINE_FINDINGS } from "../read/long-line.ts";
import { readLog } from "../read/read-log.ts";
import type { Scan } from "../read/read-scanned.ts";
import type { Stages } from "../read/stages.ts";
import { createLogSample } from "../sources/encoding/legacy/log-sample.ts";
import { settled } from "../sources/file/file-hint.ts";
import { type FileOptions, type FileSource, openFileSource } from "../sources/file/file-source.ts";
import type { FoundFile } from "../sources/file/find-logs.ts";
import { visitLogs } from "../sources/file/visit-logs.ts";
import { filled } from "../wording.ts";
import { nothingCounted } from "./count-nothing.ts";
import type { Counting } from "./counting.ts";
import { fileOptionsOf } from "./file-options.ts";
import { findingStages } from "./finding-stages.ts";
import type { IngestProgress, OnIngestEvent } from "./ingest-event.ts";
import type { ReadingOptions } from "./ingest-options.ts";
import type { LogCount } from "./log-count.ts";

/** A file to read; plain data. */
export type DueFile = Pick<FoundFile, "path" | "named">;

/** What a reader works with. */
export interface LogReaderOptions {
  readonly reading: ReadingOptions;
  readonly counting: Counting;
  readonly dryRun?: boolean;
  readonly onEvent: OnIngestEvent;
  readonly signal: AbortSignal;
  readonly now: () => number;
}

/** A thread takes as long to start as it takes to read so many bytes. */
const MIN_SCAN_BYTES = 32 * 1024 * 1024;

/** Reads logs and counts what is new in them, one log at a time. What fails is reported, and the others are read. */
export class LogReader {
  readonly #options: LogReaderOptions;
  readonly #fileOptions: FileOptions;
  #finding: Pick<Stages, "sieve" | "recognise"> | null = null;
  #current: { readonly file: LogInFile | null; readonly log: LogCount } | null = null;
  /** Logs that were read and whose counts are not committed yet. */
  #leaving: Promise<void>[] = [];
  #bytes = 0;
  #known = 0;
  #occurrences = 0;

  constructor(options: LogReaderOptions) {
    this.#options = options;
    this.#fileOptions = fileOptionsOf(options.reading);
  }

  /** Reads files, and resolves when their counts are committed. `scan` has another thread read large ones ahead of this. */
  async files(files: readonly DueFile[], scan?: Scan): Promise<void> {
    for (const { path, named } of files) {
      if (this.#options.signal.aborted) break;
      await this.#attempt(() => this.#file(path, named, scan));
    }
    await this.#options.counting.settle();
    await Promise.all(this.#leaving);
    this.#leaving = [];
  }

  /** Reads a log that is no file, or that grows; several may be read at a time. */
  async source(source: Source): Promise<void> {
    await this.#attempt(async () => {
      await visitLogs(await inEvents(source), this.#options.signal, (log) => this.#read(log, null));
    });
  }

  /** Takes note of a file that need not be read. */
  pass(size: number): void {
    this.#bytes += size;
    this.#known += size;
  }

  get progress(): Omit<IngestProgress, "total"> {
    const { file, log } = this.#current ?? {};
    return {
      bytes: this.#bytes + (file?.bytesRead() ?? 0),
      known: this.#known,
      occurrences: this.#occurrences + (log?.met() ?? 0),
    };
  }

  async #file(path: string, named: boolean, scan: Scan | undefined): Promise<void> {
    const { onEvent, dryRun = false } = this.#options;
    const file = openFileSource(path, this.#fileOptions);
    const why = named ? null : reasonToSkip(file);
    if (why !== null) {
      onEvent({ kind: "log-skipped", path, why });
      file.close();
    } else if (dryRun) {
      onEvent({ kind: "log-read", log: { path, source: file.name.name, size: file.size, counted: nothingCounted } });
      file.close();
    } else {
      const first = await inEvents(file);
      await visitLogs(first, this.#options.signal, (log) => this.#read(log, first, scan));
      const damage = first.damage?.() ?? null;
      if (damage !== null) onEvent({ kind: "log-damaged", subject: path, damage });
    }
    this.#bytes += file.size;
  }

  async #read(source: Source, file: LogInFile | null, scan?: Scan): Promise<void> {
    const { counting, onEvent, signal, now } = this.#options;
    const hint = file?.hint ?? null;
    const log = await counting.resume(source, hint && settled(hint, now())).catch((error) => {
      file?.close();
      throw error;
    });
    this.#current = { file, log };
    this.#known += log.start?.position ?? 0;
    const { subject } = source;
    const sample = createLogSample((encoding) => onEvent({ kind: "log-not-utf8", subject, encoding }));
    const look = (bytes: string | Uint8Array) => {
      sample.push(bytes);
      log.bound();
    };
    let ended = false;
    let unsearched = 0;
    const leave = (bytes: number) => {
      unsearched += bytes;
    };
    try {
      const stages = { ...this.#stages(), tally: log.tally, look, leave };
      const left = (file?.size ?? 0) - (log.start?.position ?? 0);
      await readLog(source, stages, nowhere(), signal, log.start, left >= MIN_SCAN_BYTES ? scan : undefined);
      sample.end();
      if (unsearched > 0) onEvent({ kind: "line-too-full", most: MAX_LINE_FINDINGS, subject, bytes: unsearched });
      ended = !signal.aborted;
    } finally {
      this.#current = null;
      const isListed = ended || signal.aborted;
      const note = (counted: Counted) => this.#note(source, file, counted, isListed);
      if (file === null) note(await log.end(ended));
      else this.#leaving.push((await log.leave(ended)).counted.then(note));
    }
  }

  /** The clock is fresh for each log, because it follows one. */
  #stages(): Omit<Stages, "tally"> {
    this.#finding ??= findingStages(this.#options.reading);
    const { reading, now } = this.#options;
    const clock = createClock({ zone: reading.zone, dateOrder: reading.dateOrder, now });
    return { ...this.#finding, clock, renderer: { plain: () => "", annotated: () => "" } };
  }

  #note(source: Source, file: LogInFile | null, counted: Counted, isListed: boolean): void {
    this.#occurrences += counted.occurrences;
    if (!isListed || source.isIndex === true) return;
    // Of the logs in a file the first one has its size.
    const size = file === null ? (source.bytesRead?.() ?? counted.bytes) : source === file ? file.size : 0;
    this.#options.onEvent({
      kind: "log-read",
      log: { path: source.subject, source: source.name.name, size, counted },
    });
  }

  async #attempt(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof WsaError)) throw error;
      this.#options.onEvent({ kind: "log-failed", error });
    }
  }
}

/** The events of a file, in the place of its lines, where it has such that count by themselves. */
async function inEvents<Log extends Source>(file: Log): Promise<Log | LogInFile> {
  const events = (await file.events?.()) ?? null;
  if (events === null) return file;
  file.close?.();
  return events.first;
}

function reasonToSkip({ content }: FileSource): string | null {
  if (content.kind === "foreign") return filled(content.what);
  return content.kind === "binary" ? "binary" : null;
}

function nowhere(): Writable {
  return new Writable({ write: (_bytes, _encoding, done) => done() });
}
