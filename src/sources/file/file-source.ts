import { close, closeSync, createReadStream, fstatSync, read, readSync } from "node:fs";
import { Socket } from "node:net";
import { devNull } from "node:os";
import { pipeline, type Readable } from "node:stream";
import { WsaError } from "../../error.ts";
import type { Blocks } from "../../log/blocks.ts";
import type { SeekableLog } from "../../log/seekable-log.ts";
import type { SharedFile } from "../../log/shared-file.ts";
import type { LogInFile } from "../../log/source.ts";
import { say } from "../../wording.ts";
import type { Archive } from "../archives/archive.ts";
import { brokenArchive, limitUnpacked } from "../archives/limit.ts";
import { createDecoding, type Encoding } from "../encoding/encoding.ts";
import { createMender } from "../encoding/mender.ts";
import type { Mender } from "../encoding/utf16.ts";
import { EventFile } from "../evtx/event-log.ts";
import { openEventSource, readerOf, readerOfBytes } from "../evtx/event-source.ts";
import { unpackEvents } from "../evtx/unpack-events.ts";
import { CONTENT_HEAD_BYTES, type Content, contentOf } from "./content.ts";
import { endBefore } from "./end-before.ts";
import { eventsIn } from "./events-in.ts";
import { createFileBlocks } from "./file-blocks.ts";
import { fileHintOf } from "./file-hint.ts";
import { identityOf } from "./find-logs.ts";
import { lookAhead, lookAtSiblings } from "./look-ahead.ts";
import { type FileNaming, nameOfFile } from "./name-of-file.ts";
import { openFile } from "./open-file.ts";
import { openOther, otherFileAt, otherFilesOf } from "./other-files.ts";
import { unreadable } from "./unreadable.ts";

const READ_BYTES = 256 * 1024;

/** An open file, or a pipe that has a path. */
export interface FileSource extends LogInFile {
  /** Known from its first bytes; always text for a pipe, which is not read ahead. */
  readonly content: Content;
}

/** How a file is read. */
export interface FileOptions extends FileNaming {
  readonly encoding?: Encoding | undefined;
  /** Null for a limit that no log reaches. */
  readonly maxUnpackedBytes?: number | null | undefined;
}

/** Opens a file as a source, without waiting; throws a WsaError `input` when it cannot be read. */
export function openFileSource(path: string, options: FileOptions): FileSource {
  const { name, encoding = "auto", maxUnpackedBytes = null } = options;
  const { fd, stats } = openFile(path);
  const isPipe = !stats.isFile() && path !== devNull;
  const content: Content = isPipe ? { kind: "text" } : contentOf(readHead(fd, path));
  if (content.kind === "events") {
    const unpacked = content.archive === null ? null : unpackEvents(content.archive, fd, path, maxUnpackedBytes);
    const events =
      unpacked === null
        ? new EventFile(readerOf(fd, path), Number(stats.size))
        : new EventFile(readerOfBytes(unpacked), unpacked.length);
    const source = openEventSource(events, { fd, path, stats }, options);
    return { ...source, content };
  }
  let raw: (Readable & { readonly bytesRead: number }) | null = null;
  let straight: ReturnType<typeof createFileBlocks> | null = null;
  let turning: Mender | null = null;
  /** What another thread has read. */
  let elsewhere: { readonly bytesRead: number; readonly isPlain: boolean } | null = null;

  async function open(): Promise<Readable> {
    if (content.kind === "foreign") {
      closeSync(fd);
      throw new WsaError("input", path, say`is ${content.what}`, { hint: content.hint });
    }
    const bytes = isPipe ? new Socket({ fd, readable: true, writable: false }) : readFrom(fd, path);
    raw = bytes;
    const stages: (NodeJS.ReadWriteStream | ((from: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>))[] = [];
    if (content.kind === "archive") {
      stages.push((packed) => unpack(content.archive, packed, path));
      stages.push(limitUnpacked(path, () => bytes.bytesRead, maxUnpackedBytes));
    }
    const decoding = createDecoding(encoding);
    if (decoding !== null) stages.push(decoding);
    const text = stages.length === 0 ? bytes : pipeline([bytes, ...stages] as never, () => undefined);
    return text as Readable;
  }

  const isStraight =
    !isPipe && content.kind !== "archive" && content.kind !== "foreign" && typeof encoding === "string";
  const mender = (inside: boolean) => (encoding === "auto" ? createMender(inside) : null);

  function blocks(from = 0): Blocks | null {
    if (!isStraight) return null;
    turning = mender(from > 0);
    straight = createFileBlocks(fd, path, turning, from);
    return straight;
  }

  function shared(from = 0): SharedFile | null {
    if (!isStraight) return null;
    elsewhere = { bytesRead: from, isPlain: true };
    const progress = (bytesRead: number, isPlain: boolean) => {
      elsewhere = { bytesRead, isPlain };
    };
    return { fd, path, from, mends: encoding === "auto", progress, close: () => closeSync(fd) };
  }

  function seek(): SeekableLog | null {
    if (!isStraight) return null;
    return {
      get size() {
        return fstatSync(fd).size;
      },
      read: async (position, length) => readAt(fd, path, position, length).toString("latin1"),
    };
  }

  const openOtherSource = (other: string) => openFileSource(other, options);
  return {
    name: nameOfFile(path, options),
    subject: path,
    identity: isPipe && name === undefined ? "none" : "content",
    live: isPipe,
    whole: content.kind === "archive",
    file: isPipe ? null : identityOf(stats),
    content,
    size: isPipe ? 0 : Number(stats.size),
    hint: fileHintOf(path, stats),
    bytesRead: () => raw?.bytesRead ?? straight?.bytesRead() ?? elsewhere?.bytesRead ?? 0,
    open,
    blocks,
    shared,
    seek,
    ...(content.kind === "archive" && {
      unpacked: () => openOther(path, openOtherSource).catch(() => null),
    }),
    samples: (of) => (isPipe ? [] : of === "log" ? lookAhead(path) : lookAtSiblings(path)),
    before: (most) => (!isStraight ? "" : endBefore(path, most)),
    others: (known) => (isPipe ? [] : otherFilesOf(path, known, openOtherSource)),
    otherAt: (known) => (isPipe ? null : otherFileAt(path, known, openOtherSource)),
    ...(!isPipe && { events: () => eventsIn(path, content, options) }),
    isPlain: () => elsewhere?.isPlain ?? (straight !== null && turning?.isPlain() !== false),
    close: () => closeSync(fd),
  };
}

function readHead(fd: number, path: string): Uint8Array {
  const head = new Uint8Array(CONTENT_HEAD_BYTES);
  try {
    return head.subarray(0, readSync(fd, head, 0, head.length, 0));
  } catch (error) {
    closeSync(fd);
    throw unreadable(path, error as NodeJS.ErrnoException);
  }
}

/** Reads bytes at a position; fewer only at the end of the file. */
export function readAt(fd: number, path: string, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  const read = attempt(path, () => readSync(fd, bytes, 0, length, position));
  return bytes.subarray(0, read);
}

function attempt<Result>(path: string, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    throw unreadable(path, error as NodeJS.ErrnoException);
  }
}

function readFrom(fd: number, path: string) {
  const readOrExplain: typeof read = ((file: number, ...rest: [Buffer, number, number, number | null, ReadDone]) => {
    const [buffer, offset, length, position, done] = rest;
    read(file, buffer, offset, length, position, (error, bytesRead, into) =>
      done(error === null ? null : unreadable(path, error), bytesRead, into),
    );
  }) as typeof read;
  return createReadStream(path, { fd, start: 0, highWaterMark: READ_BYTES, fs: { read: readOrExplain, close } });
}

type ReadDone = (error: Error | null, bytesRead: number, buffer: Buffer) => void;

async function* unpack(archive: Archive, packed: AsyncIterable<Uint8Array>, path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* archive.unpack(packed);
  } catch (cause) {
    if (cause instanceof WsaError) throw cause;
    throw brokenArchive(archive, path, cause);
  }
}
