import type { LogName } from "../log/log-name.ts";
import type { Counted } from "./counted.ts";
import type { Generations } from "./generations.ts";
import type { Tally } from "./tally.ts";

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

/** What a ledger is opened with. */
export interface LedgerOptions {
  readonly store: Generations;
  /** From `store.begin`. */
  readonly run: number;
  readonly source: LogName;
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
