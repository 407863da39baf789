import { type BigIntStats, closeSync, readSync } from "node:fs";
import type { FurtherLogs, LogInFile, Source } from "../../log/source.ts";
import { fileHintOf } from "../file/file-hint.ts";
import { type FileNaming, nameOfFile } from "../file/name-of-file.ts";
import { unreadable } from "../file/unreadable.ts";
import type { ReadAt } from "./chunk-file.ts";
import type { EventLog, FileOfEvents } from "./log-of-machine.ts";

/** A log in a file of events. */
export interface EventSource extends LogInFile {
  readonly further: FurtherLogs;
  damage: NonNullable<Source["damage"]>;
}

/**
 * Opens a file of Windows events as the first log in it. A log goes by its computer and channel, wherever its file lies,
 * because it may be in many: copies, archives, exports. Throws a WsaError `input` when it cannot be read.
 */
export function openEventSource(
  file: FileOfEvents,
  { fd, path, stats }: { readonly fd: number; readonly path: string; readonly stats: BigIntStats },
  naming: FileNaming,
): EventSource {
  const size = Number(stats.size);
  const logs = file.logs();
  let taken = 0;
  let isOpen = true;
  const { host } = nameOfFile(path, naming);

  const next = (): EventSource | null => {
    const { value, done } = logs.next();
    if (done === true) return null;
    taken++;
    return sourceOf(value);
  };

  const further: FurtherLogs = {
    get isEmpty() {
      return taken >= file.size;
    },
    next,
    close() {
      if (isOpen) closeSync(fd);
      isOpen = false;
    },
  };

  function sourceOf(log: EventLog | null): EventSource {
    const { hostFrom, hostIsNamed = false } = naming;
    const named = hostFrom?.(path) ?? (hostIsNamed ? naming.host : null);
    const name = { host: named ?? (log?.computer || host), name: naming.name ?? (log?.channel || path) };
    return {
      name,
      subject: path,
      identity: log?.identity ?? "none",
      live: false,
      hint: file.isOpen ? null : fileHintOf(path, stats),
      hintHost: host,
      size,
      further,
      close: further.close,
      // The same bytes may be read again, and there are more of them in an archive.
      bytesRead: () => Math.min(file.bytesRead, size),
      open: () => Promise.reject(new Error("events are messages")),
      messages: (_from, signal, isCounted, _cursor, finder) => log?.messages(signal, isCounted, finder) ?? nothing(),
      damage: () => file.damage(),
    };
  }

  return next() ?? sourceOf(null);
}

/** Reads an open file. */
export function readerOf(fd: number, path: string): ReadAt {
  return (into, at) => {
    try {
      return readSync(fd, into, 0, into.length, at);
    } catch (error) {
      throw unreadable(path, error as NodeJS.ErrnoException);
    }
  };
}

/** Reads what is in memory. */
export function readerOfBytes(bytes: Buffer): ReadAt {
  return (into, at) => bytes.copy(into, 0, at);
}

async function* nothing(): AsyncGenerator<never> {}
