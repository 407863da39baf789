import { sep } from "node:path";
import { WsaError } from "../error.ts";
import { unchangedFiles } from "../ingest/unchanged-files.ts";
import type { FileHint } from "../log/file-hint.ts";
import type { Source } from "../log/source.ts";
import { settled } from "../sources/file/file-hint.ts";
import { type FileOptions, openFileSource } from "../sources/file/file-source.ts";
import { findLogs } from "../sources/file/find-logs.ts";
import { followLogs } from "../sources/follow/follow-logs.ts";
import { type LogInput, partInputs } from "../sources/log-input.ts";
import type { Store } from "../store/store.ts";
import { filled, say } from "../wording.ts";
import type { Publisher } from "./publisher.ts";
import type { OnShipEvent } from "./ship-event.ts";
import { type Shipping, shipLog } from "./ship-log.ts";

/** How logs are shipped. */
export interface ShipOptions {
  /** Where positions are kept; nothing else may be in it. */
  readonly positions: Store;
  readonly publisher: Publisher;
  readonly fileOptions: FileOptions;
  readonly follow: boolean;
  readonly signal: AbortSignal;
  readonly onEvent: OnShipEvent;
  readonly now: () => number;
  readonly windows?: boolean;
}

const MOST_UNSENT = 64 * 1024 * 1024;
const MOST_UNSENT_OF_LOG = 4 * 1024 * 1024;

/**
 * Sends the lines of logs that were not sent yet to a broker. What cannot be read or sent is reported as an event and does not
 * stop the rest. Resolves to the number of logs that were read.
 */
export async function ship(inputs: readonly LogInput[], options: ShipOptions): Promise<number> {
  const { positions, publisher, fileOptions, follow, signal, onEvent, now, windows = sep === "\\" } = options;
  const run = await positions.begin(now());
  const open = new Set<Source>();
  const complete = new Map<string, FileHint[]>();
  let logs = 0;
  const shipping: Shipping = {
    ...{ store: positions, run, publisher, fileOptions, signal, onEvent, now },
    reading: `ship ${publisher.identity}`,
    mostUnsent: () => Math.min(MOST_UNSENT_OF_LOG, Math.ceil(MOST_UNSENT / Math.max(1, open.size))),
  };

  async function visit(source: Source): Promise<void> {
    open.add(source);
    logs++;
    await attempt(async () => {
      const isAll = await shipLog(source, shipping);
      const hint = source.hint ?? null;
      if (!isAll || source.live || hint === null) return;
      const { host } = source.name;
      complete.set(host, [...(complete.get(host) ?? []), settled(hint, now())]);
    });
    open.delete(source);
  }

  async function attempt(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof WsaError)) throw error;
      onEvent({ kind: "log-failed", error });
    }
  }

  async function shipFiles(paths: readonly string[]): Promise<void> {
    const { files, skipped, failures } = await findLogs(paths, windows, signal);
    for (const file of skipped) onEvent({ kind: "log-skipped", ...file });
    for (const error of failures) onEvent({ kind: "log-failed", error });
    const unchanged = await unchangedFiles(files, positions, fileOptions);
    for (const file of files) {
      if (signal.aborted) return;
      if (!unchanged.has(file)) await attempt(() => shipFile(file.path, file.named));
    }
  }

  async function shipFile(path: string, named: boolean): Promise<void> {
    const file = openFileSource(path, fileOptions);
    const { content } = file;
    const why = content.kind === "foreign" ? filled(content.what) : content.kind === "binary" ? "binary" : null;
    if (content.kind !== "events" && (named || why === null)) return await visit(file);
    file.close();
    if (content.kind === "events") throw eventLog(path);
    onEvent({ kind: "log-skipped", path, why: why ?? "" });
  }

  if (follow) {
    await followLogs(inputs, {
      ...{ windows, signal, options: fileOptions },
      visit: (source) => (source.messages === undefined ? visit(source) : attempt(async () => refuse(source))),
      fail: (error) => onEvent({ kind: "log-missing", error }),
    });
  } else {
    const { paths, sources } = partInputs(inputs);
    await shipFiles(paths);
    for (const source of sources) if (!signal.aborted) await visit(source);
  }
  await attempt(async () => {
    for (const [host, files] of complete) await positions.rememberFiles(host, files);
    await positions.finish(run, now());
  });
  return logs;
}

function refuse(source: Source): void {
  source.further?.close();
  throw eventLog(source.subject);
}

function eventLog(path: string): WsaError {
  return new WsaError("input", path, say`is a Windows event log, which has no lines to ship`, {
    hint: say`count it where it is with ingest, or ship what Winlogbeat or Vector make of it`,
  });
}
