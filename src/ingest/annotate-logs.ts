import { setMaxListeners } from "node:events";
import { sep } from "node:path";
import type { Writable } from "node:stream";
import { WsaError } from "../error.ts";
import { createClock } from "../line/time/create-clock.ts";
import type { Source } from "../log/source.ts";
import { MAX_LINE_FINDINGS } from "../read/long-line.ts";
import { readLog } from "../read/read-log.ts";
import type { Stages } from "../read/stages.ts";
import { type Work, watchStages } from "../read/watch-stages.ts";
import { createLogSample } from "../sources/encoding/legacy/log-sample.ts";
import { openLogs } from "../sources/file/open-logs.ts";
import { visitLogs } from "../sources/file/visit-logs.ts";
import { followLogs } from "../sources/follow/follow-logs.ts";
import type { LogInput } from "../sources/log-input.ts";
import { openAddresses } from "../sources/open-sources.ts";
import { countNothing } from "./count-nothing.ts";
import type { Counting } from "./counting.ts";
import { fileOptionsOf } from "./file-options.ts";
import { findingStages } from "./finding-stages.ts";
import { type IngestOptions, readingOf } from "./ingest-options.ts";
import type { IngestTotals } from "./ingest-result.ts";
import { onceForEachLog } from "./once-for-each-log.ts";
import { openCounting } from "./open-counting.ts";

/** What annotating works with. */
export interface AnnotateOptions extends Omit<IngestOptions, "dryRun" | "jobs"> {
  readonly renderer: Stages["renderer"];
  /** Takes the annotated logs, and stays open. Once nobody reads it any more (EPIPE), reading ends. */
  readonly sink: Writable;
  /** What is done is added to it. */
  readonly work?: Work | undefined;
}

/** Counts without output. */
const SILENT: Stages["renderer"] = { plain: () => "", annotated: () => "" };

/**
 * Passes the logs that inputs name through to a sink, in the order of the inputs, every code explained and counted.
 * What cannot be read or stored is reported as an event and does not stop the rest. Rejects when the sink fails.
 */
export async function annotateLogs(inputs: readonly LogInput[], options: AnnotateOptions): Promise<IngestTotals> {
  const { store, renderer, sink, work, windows = sep === "\\", now = Date.now } = options;
  const reading = readingOf(options);
  const fileOptions = fileOptionsOf(reading);
  const finding = findingStages(reading);
  const onEvent = onceForEachLog((event) => options.onEvent?.(event));
  const fail = (error: WsaError) => onEvent({ kind: "log-failed", error });
  const opened = await openAddresses(inputs, fileOptions, fail);
  const counting = await openCounting(store, { ...reading, onEvent, now });
  const ending = new AbortController();
  const signal = options.signal === undefined ? ending.signal : AbortSignal.any([options.signal, ending.signal]);
  let failure: unknown = null;

  async function visit(source: Source, isShown: boolean, counts: Counting = counting): Promise<void> {
    const log = await counts.begin(source);
    const clock = createClock({ zone: reading.zone, dateOrder: reading.dateOrder, now });
    const sample = createLogSample((encoding) => onEvent({ kind: "log-not-utf8", subject: source.subject, encoding }));
    const look = (bytes: string | Uint8Array) => {
      sample.push(bytes);
      log.bound();
    };
    let isRead = false;
    let unsearched = 0;
    const leave = (bytes: number) => {
      unsearched += bytes;
    };
    try {
      const shown = isShown ? renderer : SILENT;
      const stages = { ...finding, clock, renderer: shown, tally: log.tally, look, leave };
      await readLog(source, work === undefined ? stages : watchStages(stages, work), sink, signal);
      sample.end();
      if (unsearched > 0)
        onEvent({ kind: "line-too-full", most: MAX_LINE_FINDINGS, subject: source.subject, bytes: unsearched });
      isRead = true;
    } catch (error) {
      if (error instanceof WsaError) fail(error);
      else {
        if ((error as NodeJS.ErrnoException).code !== "EPIPE") failure ??= error;
        ending.abort();
      }
    } finally {
      await log.end(isRead && !signal.aborted);
    }
  }

  async function visitAll(source: Source, isShown: boolean): Promise<void> {
    const events = await attempt(async () => (await source.events?.()) ?? null);
    if (events === undefined) return source.close?.();
    if (events === null) return await visitEach(source, isShown);
    // A text passes through as it is, and its events are counted.
    if (events.isText) await visit(source, isShown, countNothing());
    else source.close?.();
    await visitEach(events.first, isShown && !events.isText);
  }

  async function visitEach(first: Source, isShown: boolean): Promise<void> {
    await visitLogs(first, signal, (log) => visit(log, isShown));
    const damage = first.damage?.() ?? null;
    if (damage !== null) onEvent({ kind: "log-damaged", subject: first.subject, damage });
  }

  async function attempt<Result>(act: () => Promise<Result>): Promise<Result | undefined> {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof WsaError)) throw error;
      fail(error);
      return undefined;
    }
  }

  if (options.follow === true) {
    setMaxListeners(0, sink);
    await followLogs(opened, {
      ...{ windows, signal, options: fileOptions },
      async visit(source, past) {
        // Without a store, nobody knows what of it was found before.
        if (past && store === null) source.close?.();
        else await visitAll(source, !past);
      },
      fail: (error) => onEvent({ kind: "log-missing", error }),
    });
  } else {
    for await (const log of openLogs(opened, fileOptions, { windows, signal })) {
      if (log instanceof WsaError) fail(log);
      else await visitAll(log, true);
    }
  }
  const totals = await counting.close();
  if (failure !== null) throw failure;
  return totals;
}
