import type { Readable } from "node:stream";
import type { Blocks } from "./blocks.ts";
import type { LogName } from "./log-name.ts";
import type { SeekableLog } from "./seekable-log.ts";

/** One log that can be read from its beginning. */
export interface Source {
  readonly name: LogName;
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
