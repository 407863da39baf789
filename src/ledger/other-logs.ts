import type { OtherFile } from "../log/other-file.ts";
import type { SeekableLog } from "../log/seekable-log.ts";
import type { Generation } from "./generation.ts";

/** Another file that holds everything that was counted in a generation. */
export interface OtherLog extends SeekableLog {
  readonly path: string;
  /** Whether it is what rotation made of the log that is read: its past, unless the two are a copy of each other. */
  readonly isPast: boolean;
  /** Whether the log that is read is what rotation made of it. */
  readonly isCurrent: boolean;
  /** Whether the generation was counted under its path, and it is no rotation of the log that is read. */
  readonly isOriginal: boolean;
  /** Whether it is the very file that the generation was counted in, under any name. */
  readonly isSameFile: boolean;
}

/**
 * Finds another file in which a generation lives, and that `isTaken` is false for; null when there is none. With
 * `whereRead` only the path is looked at that the generation was counted under.
 */
export type FindOther = (
  generation: Generation,
  where?: { readonly isTaken?: (file: OtherFile) => boolean; readonly whereRead?: boolean },
) => Promise<OtherLog | null>;
