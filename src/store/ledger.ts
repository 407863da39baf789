import type { Counted } from "./figures.ts";
import { headBytes } from "./identity.ts";
import type { SourceName, Store } from "./index.ts";
import { type Located, locate } from "./locate.ts";
import { LogLedger } from "./log-ledger.ts";

export type { Counted };

/** What a log is read into, in order and without gaps: every byte of it, from its beginning. */
export interface Tally {
  /**
   * Bytes without occurrences, as a byte string or as they are; `lineEnds` says how many `\n` are in them. An array is
   * looked at during the call only, so it may be a view of memory that is written over afterwards.
   */
  pass(bytes: string | Uint8Array, lineEnds: number): void;
  /** One line with its line end, or a part of one; each of its codes once. */
  record(bytes: string, line: RecordedLine, codes: readonly number[]): void;
  /**
   * Told before the first bytes: what tells the reader's state at the last line start, as plain data, so that another
   * time reading can go on from there; null when it cannot. Without it a log is always read from its beginning.
   */
  follow?(state: () => unknown): void;
}

/** What a line tells beside its codes. */
export interface RecordedLine {
  /** 1-based. */
  readonly number: number;
  /** Unix milliseconds, or null. */
  readonly time: number | null;
  readonly operation: string | null;
  readonly endpoint: string | null;
  /** Byte string without the line end. */
  readonly body: string;
}

/** Counts one log exactly once, however often, under whatever name and by how many processes it is read. */
export interface Ledger extends Tally {
  /** Whether it is time for a flush. */
  readonly due: boolean;
  /** What this ledger has done so far; complete after close. */
  readonly counted: Counted;
  /**
   * Commits what is counted up to the last line end; does nothing while there is nothing new or while it is not known
   * yet what of it is new. Rejects with the store's WsaError: nothing is lost then, the next flush tries again.
   */
  flush(): Promise<void>;
  /**
   * Commits the rest, an unfinished last line included. `ended` is false when reading was broken off: a log that seems
   * too short is then left to the next run instead of being taken for a new one. Rejects as flush does; idempotent.
   */
  close(options?: { readonly ended?: boolean }): Promise<void>;
  /** Ends without committing what is not committed yet, because what was read turned out to be broken. Idempotent. */
  abandon(): Promise<void>;
}

export interface LedgerOptions {
  readonly store: Pick<Store, "generationsFor" | "commit">;
  /** From `store.begin`. */
  readonly run: number;
  readonly source: SourceName;
  /** `content`: the log is known again by its bytes. `none`: whatever comes is new. */
  readonly identity: "content" | "none";
  /** The log grows while it is read: what there is at a flush is taken for its beginning, be it short. */
  readonly live?: boolean;
  /** Unix milliseconds. */
  readonly now?: () => number;
  /** The last time that the log told, Unix milliseconds or null; unless given, the last one of a recorded line. */
  readonly time?: () => number | null;
  /** Whether lines are kept as examples. */
  readonly samples?: boolean;
  /** How lines are read, for `Resume`; without it no state is put away. */
  readonly reading?: string;
}

/**
 * Opens the ledger of a log that is read from its beginning.
 *
 * Generations that begin like the log are candidates. When the bytes before a candidate's position are still the same,
 * everything up to there was counted already. The candidate with the longest position that holds is continued. When
 * none holds the log is a new generation, counted from its beginning. If a generation of the same name agrees with most
 * of it, the log was cut or rewritten: what is met again is not counted again, and what is gone is recorded as lost.
 *
 * When a commit is refused because another process was faster, what it has counted is dropped here if the two positions
 * are the same or its position is still ahead. Otherwise the range cannot be split: the ledger yields.
 */
export function openLedger(options: LedgerOptions): Ledger {
  return new LogLedger(options);
}

/** A log whose bytes can be had anywhere: a regular file. */
export interface SeekableLog {
  readonly size: number;
  /** The bytes from a position on as a byte string, fewer only at the end of the log. */
  read(position: number, length: number): Promise<string>;
}

/** Where reading has to begin: everything before is counted. */
export interface Start {
  readonly position: number;
  /** Lines before the position. */
  readonly lines: number;
  /** The last time that a line before the position told, Unix milliseconds, or null. */
  readonly time: number | null;
  /** What `Tally.follow` told there, or null. */
  readonly state: unknown;
}

/**
 * Opens the ledger of a log where it was left: looks only at its head and at the bytes before the positions where it may
 * have been left, by the same rules as `openLedger`. The ledger then takes what stands at `start` and behind it.
 */
export async function resumeLedger(
  options: LedgerOptions,
  log: SeekableLog,
): Promise<{ readonly ledger: Ledger; readonly start: Start }> {
  const found = await locate(options.store, options.source, log);
  return { ledger: new LogLedger(options, found), start: startOf(found) };
}

/**
 * Opens the ledger of a log where the reader's state was put away with the position; else, with no start, one that takes
 * the log from its beginning. Reading goes on only where a full head is known: up to there the log is as it was, and
 * needed no decoding.
 */
export async function continueLedger(
  options: LedgerOptions,
  log: SeekableLog,
): Promise<{ readonly ledger: Ledger; readonly start: Start | null }> {
  if (log.size < headBytes) return { ledger: openLedger(options), start: null };
  const found = await locate(options.store, options.source, log);
  const { base } = found;
  if (base !== null && base.position >= headBytes && base.resume !== null && base.resume.reading === options.reading)
    return { ledger: new LogLedger(options, found), start: startOf(found) };
  return { ledger: new LogLedger(options, null, found), start: null };
}

function startOf({ base }: Located): Start {
  const { position = 0, lines = 0, time = null, resume = null } = base ?? {};
  return { position, lines, time, state: resume?.state ?? null };
}
