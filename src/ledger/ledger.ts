import type { Identity } from "../log/identity.ts";
import type { LogName } from "../log/log-name.ts";
import type { SeekableLog } from "../log/seekable-log.ts";
import type { Counted } from "./counted.ts";
import type { Generations } from "./generations.ts";
import type { FindOther } from "./other-logs.ts";
import type { Tally } from "./tally.ts";

/** Counts one log exactly once, however often, under whatever name and by however many processes it is read. */
export interface Ledger extends Tally {
  /** Whether it is time for a flush. */
  readonly due: boolean;
  /** The generation that is continued, once that is known; null for a new one. */
  readonly generation: number | null;
  /** What this ledger has done so far; complete after close. */
  readonly counted: Counted;
  /**
   * Commits what is counted up to the last line end, or the last message. Does nothing while nothing is new or while it
   * is unknown what is. Rejects with the store's WsaError: nothing is lost then, the next flush tries again.
   */
  flush(): Promise<void>;
  /**
   * Commits the rest, an unfinished last line included. `ended` is false when reading was broken off: a log that seems
   * too short is then left to the next run instead of being taken for a new one. Rejects as flush does; idempotent.
   */
  close(options?: { readonly ended?: boolean }): Promise<void>;
  /** Ends without committing the rest, because the log turned out to be broken. Idempotent. */
  abandon(): Promise<void>;
}

/** What a ledger is opened with. */
export interface LedgerOptions {
  readonly store: Generations;
  /** From `store.begin`. */
  readonly run: number;
  readonly source: LogName;
  readonly identity: Identity;
  /** A growing log for reads at any place, where that is possible. */
  readonly log?: SeekableLog | null | undefined;
  /** `Source.unpacked`. */
  readonly unpacked?: (() => Promise<SeekableLog | null>) | undefined;
  /** `Source.file`. */
  readonly file?: string | null | undefined;
  /** The log grows while it is read: the bytes that are there at a flush are its beginning, however few. */
  readonly live?: boolean;
  /** Unix milliseconds. */
  readonly now?: () => number;
  /** The last time in the log, Unix milliseconds or null; by default the last one of a recorded line. */
  readonly time?: () => number | null;
  /** Whether lines are kept as examples. */
  readonly samples?: boolean;
  /** `Source.committed`. */
  readonly committed?: ((position: number | null) => void) | undefined;
  /** `Source.abandoned`. */
  readonly abandoned?: (() => void) | undefined;
  /** How lines are read, for the checkpoint; without it the reader's state is not stored. */
  readonly reading?: string;
  /** Finds a generation in another file; without it, none is known to live elsewhere. */
  readonly findOther?: FindOther;
}
