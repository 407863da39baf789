import type { MessageMark } from "../log/message.ts";
import type { SeekableLog } from "../log/seekable-log.ts";
import type { Batch, Beginning } from "./batch.ts";
import type { Fingerprint } from "./fingerprint.ts";
import type { Generation } from "./generation.ts";
import type { LogKey } from "./log-key.ts";
import type { Decision } from "./lookup.ts";
import type { MessageRuns } from "./message-runs.ts";
import type { RecordedLine } from "./tally.ts";

/**
 * Knows which part of a log is new, and what identifies the log and a position in it. There is one class for each kind of
 * position. A tracker counts nothing and asks nobody: its ledger gives it every piece of the log and what the store knows.
 */
export interface Tracker {
  /**
   * - `beginning`: the log has to be looked up first, by its key.
   * - `comparing`: a stored generation may cover what was taken and what comes. Nothing is committed meanwhile.
   * - `known`: what was taken behind the base is new.
   * - `whole`: all of the log is counted, as the generation that ends where it does.
   * - `lost`: another process has counted a part of what was taken, and it is unknown which part.
   */
  readonly state: "beginning" | "comparing" | "known" | "whole" | "lost";
  readonly key: LogKey;
  /** The generation that is continued; null for a new one. */
  readonly base: Base | null;
  /** Where the next checkpoint would be. */
  readonly position: number;
  /** Bytes between the base's position and this one. */
  readonly bytes: number;
  /** Where the first line that counts begins, once there is one. */
  readonly first: number | undefined;
  /** The first bytes behind the position; undefined where nothing can be unfinished. */
  readonly rest: Fingerprint | undefined;
  /** Whether the log may end in a line that is not finished; what is counted in it is taken back when it is read again. */
  readonly mayBeUnfinished: boolean;
  /**
   * Takes the next piece and hands it to the counter, now or once the log is looked up. Returns whether the key has just
   * become complete, so that the log can be looked up.
   */
  take(bytes: string | Uint8Array, lineEnds: number, line: RecordedLine | null, codes: readonly number[]): boolean;
  /** Keeps the position from here on: what is taken now is in a record that is not finished. */
  stay(): void;
  /** The messages that are counted, where each counts by itself; they grow. */
  readonly messages?: MessageRuns;
  /** The broker's own name for the position, where it has one. */
  readonly cursor?: string | undefined;
  /** Messages up to the position that were set aside since the base. */
  readonly setAside?: number;
  /** Messages before the position that the broker has removed unread, since the base. */
  readonly lostMessages?: number;
  /** Messages behind the position. */
  readonly behind?: number | undefined;
  /** Moves the position of a sequence behind a message. */
  reached(offset: number, time?: number, mark?: MessageMark, size?: number): void;
  /** Whether the log can be looked up: its key is complete, or is as long as it will be (`asItIs`). */
  canBegin(asItIs: boolean): boolean;
  /** Whether a log still holds what was taken before the lookup. */
  isIn(log: SeekableLog): Promise<boolean>;
  /** Goes on from what was found. */
  begin(found: Decision): void;
  /** Stops comparing: the log has ended, so whatever it has not reached is another one, unless all of it is a copy. */
  end(isCopy: boolean): void;
  /** What identifies the log and the position, for the next batch. */
  identify(): Pick<Batch, "newest" | "copied" | "head" | "tail" | "milestones" | "replaces" | "lostBytes">;
  /** Continues the generation that the batch was committed to. */
  committed(generation: number, batch: Batch): void;
  /**
   * Gives way to another process, after a batch was refused. Returns true when the other one has counted exactly the
   * batch, and the generation is continued behind it; else the state is `comparing` or `lost`.
   */
  giveWay(beginning: Beginning, batch: Batch): boolean;
}

/** A generation that is continued. */
export type Base = Pick<Generation, "id" | "checkpoint" | "unfinished" | "milestones">;

/** Where a tracker hands on what it takes, in order. */
export interface Counter {
  /** Counts a piece; `isComplete` when the position is behind it, or behind its last line end. */
  count(lineEnds: number, line: RecordedLine | null, codes: readonly number[], isComplete: boolean): void;
  /** Drops what is counted and not committed: another run had counted it, in this generation or `elsewhere`. */
  passOver(elsewhere: boolean): void;
}

/** The generation that a batch was committed to. */
export function baseOf(id: number, { checkpoint, unfinished, milestones }: Batch): Base {
  return { id, checkpoint, unfinished, milestones };
}
