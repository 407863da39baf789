import type { SeekableLog } from "./seekable-log.ts";

/** A file beside a log. */
export interface OtherFile {
  readonly path: string;
  /** Whether rotation gave it its name, and the log is the one that it was rotated from. */
  readonly isPast: boolean;
  /** Whether it is the log that the one that is read was rotated from. */
  readonly isCurrent: boolean;
  /** Whether it is where the log was when it was read, and no rotation of this one. */
  readonly isOriginal: boolean;
  /** `Source.file` of it. */
  key(): string | null;
  /** Opens it for reads at any place; resolves to null when it cannot be read so. */
  open(): Promise<(SeekableLog & { close(): void }) | null>;
}
