import { sep } from "node:path";
import type { WsaError } from "../error.ts";
import type { Leases } from "../log/leases.ts";
import { readStreams } from "../sources/broker/read-streams.ts";
import { type FoundFile, findLogs } from "../sources/file/find-logs.ts";
import { followLogs } from "../sources/follow/follow-logs.ts";
import { type LogInput, partInputs } from "../sources/log-input.ts";
import { openAddresses } from "../sources/open-sources.ts";
import { countNothing } from "./count-nothing.ts";
import { fileOptionsOf } from "./file-options.ts";
import type { IngestEvent } from "./ingest-event.ts";
import { type IngestOptions, readingOf } from "./ingest-options.ts";
import type { IngestResult } from "./ingest-result.ts";
import { type DueFile, LogReader } from "./log-reader.ts";
import { onceForEachLog } from "./once-for-each-log.ts";
import { openCounting } from "./open-counting.ts";
import { Outcome } from "./outcome.ts";
import { readingLists, totalSize } from "./reading-lists.ts";
import { scanOnThread } from "./scan-on-thread.ts";
import { unchangedFiles } from "./unchanged-files.ts";
import { WorkerPool } from "./worker-pool.ts";

/** Fewer bytes are read before other threads have started. */
const MIN_POOL_BYTES = 32 * 1024 * 1024;
const PROGRESS_EVERY_MS = 200;

/**
 * Reads the logs that inputs name, and counts what is new in them. Files come first, a log's rotated files before it.
 * What cannot be read or written is reported as an event and does not stop the rest. Rejects with a WsaError `usage`
 * for options that make no sense.
 */
export async function ingest(inputs: readonly LogInput[], options: IngestOptions): Promise<IngestResult> {
  const { store, jobs = 1, dryRun = false, windows = sep === "\\", now = Date.now } = options;
  /** What is read behind a store that is gone would be counted nowhere. */
  const storeIsGone = new AbortController();
  const signal = AbortSignal.any([storeIsGone.signal, ...(options.signal === undefined ? [] : [options.signal])]);
  const reading = readingOf(options);
  const fileOptions = fileOptionsOf(reading);
  const fail = (error: WsaError) => onEvent({ kind: "log-failed", error });
  const outcome = new Outcome();
  /** Logs that one thread has left to another; null while one thread reads. */
  let yielded: Set<string> | null = null;
  let pool: WorkerPool | null = null;
  let total = 0;
  /** Messages of brokers that are not counted yet. */
  let behind: number | undefined;
  const report = onceForEachLog((event) => {
    if (event.kind === "store-failed" && event.error.code === "store-gone") storeIsGone.abort();
    outcome.add(event);
    options.onEvent?.(event);
  });

  const opened = await openAddresses(inputs, { ...fileOptions, env: options.env }, fail);
  const { paths, sources, streams } = partInputs(opened);
  const counting = dryRun ? countNothing() : await openCounting(store, { ...reading, onEvent, now });
  const reader = new LogReader({ reading, counting, dryRun, onEvent, signal, now });

  function onEvent(event: IngestEvent): void {
    if (yielded !== null && event.kind === "log-yielded") yielded.add(event.subject);
    else if (yielded === null || event.kind !== "log-read" || !event.log.counted.yielded) report(event);
  }

  function reportProgress(): void {
    const [here, others] = [reader.progress, pool?.progress ?? { bytes: 0, known: 0, occurrences: 0 }];
    const progress = {
      bytes: here.bytes + others.bytes,
      known: here.known + others.known,
      total,
      occurrences: here.occurrences + others.occurrences,
      ...(behind !== undefined && { behind }),
    };
    onEvent({ kind: "progress", progress });
  }

  async function readAll(): Promise<void> {
    const timer = setInterval(reportProgress, PROGRESS_EVERY_MS);
    try {
      await readFiles(await dueFiles());
      for (const source of sources) if (!signal.aborted) await reader.source(source);
      if (!dryRun) await readAllStreams(false);
      reportProgress();
    } finally {
      clearInterval(timer);
    }
  }

  async function readAllStreams(follow: boolean): Promise<void> {
    await readStreams(streams, {
      ...{ follow, signal, now },
      leases: store?.leases === undefined ? null : (stream) => store.leases?.(stream) as Leases,
      visit: (source) => reader.source(source),
      fail: (error) => onEvent(follow ? { kind: "log-missing", error } : { kind: "log-failed", error }),
      setAside: (subject, place, why) => onEvent({ kind: "message-set-aside", subject, place, why }),
      lost: (subject, messages) => onEvent({ kind: "messages-lost", subject, messages }),
      lag: (messages) => {
        behind = messages;
        reportProgress();
      },
    });
  }

  /** Finds the files and reports those that need not be read. Resolves to the others. */
  async function dueFiles(): Promise<readonly FoundFile[]> {
    const { files, skipped, failures } = await findLogs(paths, windows, signal);
    for (const file of skipped) onEvent({ kind: "log-skipped", ...file });
    failures.forEach(fail);
    total = totalSize(files);
    const unchanged = await unchangedFiles(files, store, fileOptions);
    for (const { path, size } of unchanged) {
      onEvent({ kind: "log-unchanged", path });
      reader.pass(size);
    }
    return files.filter((file) => !unchanged.has(file));
  }

  async function readFiles(due: readonly FoundFile[]): Promise<void> {
    const lists = jobs < 2 || dryRun || totalSize(due) < MIN_POOL_BYTES ? [] : readingLists(due);
    if (lists.length < 2)
      return await reader.files(due, jobs < 2 ? undefined : (file) => scanOnThread(file, reading.entries));
    const left = await readSideBySide(lists);
    await reader.files(due.filter(({ path }) => left.has(path)));
    outcome.sort(due);
  }

  /**
   * Reads lists of files on several threads. Resolves to the paths of logs that have to be read again: when two threads
   * count the same log at the same time, one of them leaves the rest to the other.
   */
  async function readSideBySide(lists: readonly (readonly DueFile[])[]): Promise<ReadonlySet<string>> {
    const left = new Set<string>();
    yielded = left;
    pool = new WorkerPool({ reading, run: counting.run, store, jobs, onEvent, signal });
    for (const totals of await pool.read(lists, (files) => reader.files(files))) counting.add(totals);
    yielded = null;
    return left;
  }

  if (options.follow === true) {
    const following = readAllStreams(true);
    await followLogs(opened, {
      ...{ windows, signal, options: fileOptions },
      visit: (source) => reader.source(source),
      fail: (error) => onEvent({ kind: "log-missing", error }),
      readsAgain: true,
    });
    await following;
  } else {
    await readAll();
  }
  const totals = await counting.close();
  return { ...outcome.lists, totals, interrupted: signal.aborted };
}
