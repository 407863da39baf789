import type { SeekableLog } from "../log/seekable-log.ts";
import type { Generation } from "./generation.ts";

/** Another file that holds everything that was counted in a generation. */
export interface OtherLog extends SeekableLog {
  readonly path: string;
  /** Whether it is what rotation made of the log that is read: its past, unless the two are a copy of each other. */
  readonly isPast: boolean;
  /** Whether the generation was counted in it, and it is no rotation of the log that is read. */
  readonly isOriginal: boolean;
}

/** Finds another file in which a generation lives, none of the `taken` paths; null when there is none. */
export type FindOther = (generation: Generation, taken?: ReadonlySet<string>) => Promise<OtherLog | null>;
