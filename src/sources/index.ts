// Where logs come from. A source opens into a stream of Latin-1 strings (one character per byte) and says how its log
// is told apart from others. lines.ts cuts that stream; nothing else here knows what a line is. The smallest to copy
// is stdin.ts.
import type { Readable } from "node:stream";
import type { SourceName } from "../store/index.ts";
import type { SeekableLog } from "../store/ledger.ts";
import type { Blocks } from "./blocks.ts";

/** One log that can be read from its beginning. */
export interface Source {
  readonly name: SourceName;
  /** What messages call it: the path as it was given, or "standard input". */
  readonly subject: string;
  /** `content`: the same bytes are the same log, counted once. `none`: every reading is a log of its own. */
  readonly identity: "content" | "none";
  /** Whether lines are written as they are read, so that a line without any time was written now. */
  readonly live: boolean;
  /** Whether what comes at this moment has just been written; without it, all of a live source has. */
  readonly arriving?: () => boolean;
  /** Whether it counts as a whole or not at all: an archive that breaks off may be wrong from its beginning. */
  readonly whole?: boolean;
  /** How many of its bytes were read so far, where that is known. */
  bytesRead?(): number;
  /** Throws a WsaError `input` when it cannot be read. */
  open(): Promise<Readable>;
  /**
   * The quicker way in where there is one, instead of `open`: a regular file. Null where it cannot be read so.
   *
   * @param from a line's start inside the log, from `seek`.
   */
  blocks?(from?: number): Blocks | null;
  /** The log as it may be looked at in any place before it is opened; null where that is not to be had. */
  seek?(): SeekableLog | null;
  /** Whether all that was read came as it stands in the log, so that another time reading may begin behind it. */
  isPlain?(): boolean;
}

export { groupByBeginning } from "./beginning.ts";
export { type Encoding, encodingOf } from "./encoding.ts";
export { type FileOptions, type FileSource, openFileSource } from "./file.ts";
export { isSettled, isUnchanged } from "./file-hint.ts";
export { type Found, findLogs, isPattern, type SkippedFile } from "./find.ts";
export { followLogs } from "./follow.ts";
export { logOf } from "./rotation.ts";
export { createStdinSource } from "./stdin.ts";
