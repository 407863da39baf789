import { type BigIntStats, closeSync, readSync } from "node:fs";
import type { FileHint } from "../../log/file-hint.ts";
import type { FurtherLogs, Source } from "../../log/source.ts";
import { fileHintOf } from "../file/file-hint.ts";
import { type FileNaming, nameOfFile } from "../file/name-of-file.ts";
import { unreadable } from "../file/unreadable.ts";
import type { ReadAt } from "./chunk-file.ts";
import { EventFile, type EventLog } from "./event-log.ts";

/** A log in a file of events. */
export interface EventSource extends Source {
  readonly hint: FileHint | null;
  readonly further: FurtherLogs;
  bytesRead(): number;
  damage: NonNullable<Source["damage"]>;
}

/**
 * Opens a file of Windows events as the first log in it. A log goes by its computer and channel, wherever its file lies,
 * because it may be in many: copies, archives, exports. `unpacked` is the content of one that is compressed. Throws a
 * WsaError `input` when it cannot be read.
 */
export function openEventSource(
  fd: number,
  path: string,
  stats: BigIntStats,
  { unpacked, ...naming }: FileNaming & { readonly unpacked: Buffer | null },
): EventSource {
  const size = Number(stats.size);
  const file =
    unpacked === null
      ? new EventFile(readerOf(fd, path), size)
      : new EventFile((into, at) => unpacked.copy(into, 0, at), unpacked.length);
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
      further,
      // The same bytes may be read again, and there are more of them in an archive.
      bytesRead: () => Math.min(file.bytesRead, size),
      open: () => Promise.reject(new Error("events are messages")),
      messages: (_from, signal, isCounted) => log?.messages(signal, isCounted) ?? nothing(),
      damage: () => file.damage(),
    };
  }

  return next() ?? sourceOf(null);
}

function readerOf(fd: number, path: string): ReadAt {
  return (into, at) => {
    try {
      return readSync(fd, into, 0, into.length, at);
    } catch (error) {
      throw unreadable(path, error as NodeJS.ErrnoException);
    }
  };
}

async function* nothing(): AsyncGenerator<never> {}
