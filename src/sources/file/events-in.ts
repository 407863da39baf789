import { type BigIntStats, closeSync, createReadStream, readFileSync } from "node:fs";
import type { EventsOfFile } from "../../log/source.ts";
import type { Archive } from "../archives/archive.ts";
import { brokenArchive, tooLarge } from "../archives/limit.ts";
import type { Encoding } from "../encoding/encoding.ts";
import { createMender } from "../encoding/mender.ts";
import { EventFile } from "../evtx/event-log.ts";
import { openEventSource, readerOf, readerOfBytes } from "../evtx/event-source.ts";
import { ExportFile } from "../evtx/export-file.ts";
import { isExport } from "../evtx/exported-facts.ts";
import type { FileOfEvents } from "../evtx/log-of-machine.ts";
import { DEFAULT_MAX_BYTES } from "../evtx/unpack-events.ts";
import { CONTENT_HEAD_BYTES, type Content, isEventFile } from "./content.ts";
import type { FileNaming } from "./name-of-file.ts";
import { openFile } from "./open-file.ts";

interface EventOptions extends FileNaming {
  readonly encoding?: Encoding | undefined;
  readonly maxUnpackedBytes?: number | null | undefined;
}

interface OpenFile {
  readonly fd: number;
  readonly path: string;
  readonly stats: BigIntStats;
}

/**
 * The events of a file that is no log of events at first sight: an export as XML, also compressed, or a file of events that
 * is compressed in a way that has to be unpacked piece by piece. Null for every other file. Throws a WsaError `input` when
 * it cannot be read.
 */
export async function eventsIn(path: string, content: Content, options: EventOptions): Promise<EventsOfFile | null> {
  if (content.kind === "text" && content.isExport !== true) return null;
  if (content.kind !== "text" && content.kind !== "archive") return null;
  const file = { path, ...openFile(path) };
  let events: FileOfEvents | null = null;
  try {
    events = content.kind === "text" ? exported(file, options) : await packed(file, content.archive, options);
    return events && { first: openEventSource(events, file, options), isText: events instanceof ExportFile };
  } finally {
    if (events === null) closeSync(file.fd);
  }
}

/** An export; what is no UTF-8 is decoded in memory. */
function exported({ fd, path, stats }: OpenFile, { encoding = "auto" }: EventOptions): FileOfEvents | null {
  const head = Buffer.alloc(CONTENT_HEAD_BYTES);
  const reader = readerOf(fd, path);
  const begin = head.subarray(0, reader(head, 0));
  const isPlain = typeof encoding === "string" && !begin.includes(0) && isExport(begin);
  if (isPlain) return orNull(new ExportFile(reader, Number(stats.size)));
  return stats.size > DEFAULT_MAX_BYTES ? null : exportedText(readFileSync(fd), encoding);
}

/** The events of an archive; all of it is unpacked only where it begins as they do. */
async function packed({ path }: OpenFile, archive: Archive, options: EventOptions): Promise<FileOfEvents | null> {
  const { encoding = "auto", maxUnpackedBytes } = options;
  const most = maxUnpackedBytes ?? DEFAULT_MAX_BYTES;
  const pieces: Uint8Array[] = [];
  let size = 0;
  let kind: "events" | "export" | null = null;
  try {
    for await (const piece of archive.unpack(createReadStream(path))) {
      pieces.push(Uint8Array.from(piece));
      size += piece.length;
      if (kind === null && size >= CONTENT_HEAD_BYTES) {
        kind = kindOf(Buffer.concat(pieces));
        if (kind === null) return null;
      }
      if (size > most) break;
    }
  } catch (cause) {
    // The text of an export is read once more, and is broken there too.
    if (kind === "events") throw brokenArchive(archive, path, cause);
    return null;
  }
  const whole = Buffer.concat(pieces);
  kind ??= kindOf(whole);
  if (size > most && kind === "events") throw tooLarge(path, most);
  if (size > most || kind === null) return null;
  return kind === "events" ? new EventFile(readerOfBytes(whole), size) : exportedText(whole, encoding);
}

function kindOf(head: Buffer): "events" | "export" | null {
  if (isEventFile(head)) return "events";
  return isExport(head.subarray(0, CONTENT_HEAD_BYTES)) ? "export" : null;
}

function exportedText(bytes: Buffer, encoding: Encoding): FileOfEvents | null {
  const text = decoded(bytes, encoding);
  return orNull(new ExportFile(readerOfBytes(text), text.length));
}

function decoded(bytes: Buffer, encoding: Encoding): Buffer {
  if (encoding === "bytes") return bytes;
  if (encoding !== "auto") return Buffer.from(new TextDecoder(encoding.encoding).decode(bytes));
  const mender = createMender();
  return Buffer.concat([mender.push(bytes), mender.end()]);
}

/** Events without a number are lines of a text like any other. */
function orNull(file: ExportFile): ExportFile | null {
  return file.size === 0 ? null : file;
}
