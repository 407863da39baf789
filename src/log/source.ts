import type { Readable } from "node:stream";
import type { Blocks } from "./blocks.ts";
import type { FileHint } from "./file-hint.ts";
import type { Identity } from "./identity.ts";
import type { LogName } from "./log-name.ts";
import type { Message } from "./message.ts";
import type { OtherFile } from "./other-file.ts";
import type { SeekableLog } from "./seekable-log.ts";
import type { SharedFile } from "./shared-file.ts";

/** What of a file could not be read. */
export interface Damage {
  /** Parts of the file that are not as they were written. */
  readonly blocks: number;
  readonly events: number;
}

/** Whether a message with this offset and time is counted. */
export type IsCounted = (offset: number, time: number) => boolean;

/** Finds lines that may hold a code among bytes in a memory of its own, which is on loan until anybody else gets a turn. */
export interface LineFinder {
  /** The memory; another array after every `reserve`. */
  readonly bytes: Uint8Array;
  reserve(length: number): void;
  /** Writes where each line in `[from, to)` that may hold a code begins and ends; returns their number. More may follow where `found` is full. */
  candidates(from: number, to: number): number;
  readonly found: Int32Array;
}

/** The logs in a file behind its first. The file is open until it is closed here. */
export interface FurtherLogs {
  /** Whether none is left, once the one before was read. */
  readonly isEmpty: boolean;
  /** The next one, once the one before was read; null behind the last. */
  next(): Source | null;
  /** Idempotent. */
  close(): void;
}

/** A log in a file that is open. */
export interface LogInFile extends Source {
  /** Bytes in the file; 0 for a pipe. */
  readonly size: number;
  /** The file as it was before anything of it was read; null for a pipe. */
  readonly hint: FileHint | null;
  /** How many bytes of the file were read or passed over so far. */
  bytesRead(): number;
  /** Closes it unread. */
  close(): void;
}

/** The events of a file that shows them only when all of it was looked at. */
export interface EventsOfFile {
  /** The first log in it. Its `further` has the others, and closes the file. */
  readonly first: LogInFile;
  /** Whether the file is text, which is shown as it is. */
  readonly isText: boolean;
}

/** One log that can be read from its beginning, or from a position. */
export interface Source {
  readonly name: LogName;
  /** What messages for people call it: the path as it was given, or "standard input". */
  readonly subject: string;
  readonly identity: Identity;
  /** Whether lines arrive as they are written, so that a line without any time was written now. */
  readonly live: boolean;
  /** Whether the lines that arrive at this moment have just been written; without it, all lines of a live source have. */
  readonly arriving?: () => boolean;
  /** Whether it counts as a whole or not at all: an archive that breaks off may be wrong from its beginning. */
  readonly whole?: boolean;
  /** The same for the file as long as it exists, under any name; null or absent where there is none. */
  readonly file?: string | null;
  /** The file as it was before anything of it was read; null or absent where there is none. */
  readonly hint?: FileHint | null;
  /** The host under which the hint is kept, where it is not the log's. */
  readonly hintHost?: string;
  /** The other logs that are in the same file. */
  readonly further?: FurtherLogs;
  /** What of the file could not be read so far; null where it is whole. */
  damage?(): Damage | null;
  /** How many of its bytes were read so far, where that is known. */
  bytesRead?(): number;
  /** Opens it as a stream of bytes. Throws a WsaError `input` when it cannot be read. */
  open(): Promise<Readable>;
  /**
   * The quicker way in, instead of `open`, where there is one: a regular file. Null where there is none.
   *
   * @param from the start of a line inside the log, from a checkpoint.
   */
  blocks?(from?: number): Blocks | null;
  /** The same way in for another thread; null where there is none. */
  shared?(from?: number): SharedFile | null;
  /**
   * The only way in where the identity is a sequence, instead of `open`: the messages from an offset on, in order.
   * Offsets may be missing, and a message may come again. Ends when the signal is aborted; throws a WsaError `input`.
   *
   * @param isCounted whether a message need not be read: it may come without its bytes.
   * @param cursor that of the last message before.
   * @param finder where nothing is shown of a line without a code: an empty line may come in its place.
   */
  messages?(
    from: number,
    signal: AbortSignal,
    isCounted?: IsCounted,
    cursor?: string,
    finder?: () => LineFinder,
  ): AsyncIterable<Message>;
  /** When the message that was asked for last was written or arrived, Unix milliseconds: lines without any time have it. */
  arrivedAt?(): number;
  /** Takes the position up to which all is committed, each time that it moves; null when the rest is left to another process. */
  committed?(position: number | null): void;
  /** Takes note that another process, to which the rest was left, does not count it any more. */
  abandoned?(): void;
  /** The events that the file has, where each counts by itself; null where it has none. The file is opened again. */
  events?(): Promise<EventsOfFile | null>;
  /** Closes it unread, where it is open already. */
  close?(): void;
  /** Whether it has no lines, but only the position in a stream whose logs are sources of their own. */
  readonly isIndex?: boolean;
  /** The log for reads at any place before it is opened; null where that is impossible. */
  seek?(): SeekableLog | null;
  /** All of an archive for reads at any place, unpacked into memory; null where that is not possible. */
  unpacked?(): Promise<SeekableLog | null>;
  /** Samples of the log, or of its rotated files, as byte strings, without opening it; empty where there are none. */
  samples?(of: "log" | "siblings"): readonly string[];
  /**
   * The last lines of the file that this log was in before it was rotated, at most so many bytes as a byte string; empty
   * where they are not known.
   */
  before?(most: number): string;
  /**
   * The other files, without opening this one, in which a log that begins like this one may live on.
   *
   * @param known where such a log was when it was read, if its name is a path.
   */
  others?(known: string): readonly OtherFile[];
  /** Of these the file at the known path alone; null where there is none. */
  otherAt?(known: string): OtherFile | null;
  /** Whether all bytes that were read are the log's own, undecoded, so that reading can begin behind them another time. */
  isPlain?(): boolean;
}
