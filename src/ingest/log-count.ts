import type { Checkpoint } from "../ledger/checkpoint.ts";
import type { Counted } from "../ledger/counted.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Tally } from "../ledger/tally.ts";
import type { Source } from "../log/source.ts";
import type { OnIngestEvent } from "./ingest-event.ts";
import { tryStore } from "./try-store.ts";
import type { WatchedStore } from "./watched-store.ts";

/** The count of one log. Nothing here rejects with a WsaError: what fails is reported. */
export interface LogCount {
  /** What the log is read into. */
  readonly tally: Tally;
  /** Where reading has to begin; null: at the beginning. */
  readonly start: Checkpoint | null;
  /** Occurrences up to the last commit, new or not. */
  met(): number;
  /** Commits what is counted so far, if it is time for that. */
  flush(): Promise<void>;
  /** To be called with every block that is read: commits once so much is counted that memory would grow. */
  bound(): void;
  /** Ends the log and resolves when all of it is committed. `ended` is false when reading was broken off. */
  end(ended: boolean): Promise<Counted>;
  /**
   * Ends the log and resolves when its last batch is handed over. The batch may wait for those of other logs, until
   * they settle, while the next log is read; `counted` resolves when it is committed.
   */
  leave(ended: boolean): Promise<{ readonly counted: Promise<Counted> }>;
}

/** Counts one log into a ledger. */
export function createLogCount(options: {
  readonly source: Source;
  readonly ledger: Ledger;
  readonly start: Checkpoint | null;
  /** The store that the ledger commits into. */
  readonly into: WatchedStore;
  /** Commits what was handed over. */
  readonly settle: () => Promise<void>;
  /** Called when the log has ended; `isComplete` when all of it is counted. */
  readonly onEnd: (isComplete: boolean) => void;
  readonly onEvent: OnIngestEvent;
  readonly now: () => number;
}): LogCount {
  const { source, ledger, start, into, settle, onEvent, now } = options;
  const { subject, live, whole = false, arriving = () => live, arrivedAt = now } = source;
  let hasFailed = false;
  let isEnding = false;
  let flushing: Promise<void> | null = null;

  async function flush(): Promise<void> {
    if (whole || isEnding) return;
    flushing ??= flushOnce();
    await flushing;
    flushing = null;
  }

  async function flushOnce(): Promise<void> {
    // What could not be written stays in memory and is tried again.
    await tryStore(
      () => ledger.flush(),
      (error) => {
        if (!hasFailed) onEvent({ kind: "store-failed", error, final: false });
        hasFailed = true;
      },
    );
  }

  function bound(): void {
    // Where the store fails, the next try is when it is time for that.
    if (hasFailed || flushing !== null || !ledger.due) return;
    into.nextCommit().then(settle);
    flush();
  }

  async function finish(ended: boolean): Promise<Counted> {
    isEnding = true;
    const close = () => (whole && !ended ? ledger.abandon() : ledger.close({ ended }));
    const isWritten = await tryStore(close, (error) => onEvent({ kind: "store-failed", error, final: true }));
    const { counted } = ledger;
    options.onEnd(ended && isWritten && !counted.yielded);
    if (counted.lostBytes > 0) onEvent({ kind: "bytes-lost", subject, bytes: counted.lostBytes });
    if (counted.yielded) onEvent({ kind: "log-yielded", subject });
    return counted;
  }

  async function leave(ended: boolean): Promise<{ readonly counted: Promise<Counted> }> {
    if (flushing !== null) {
      // It may wait for the batches of other logs.
      settle();
      await flushing;
    }
    const handedOver = into.nextCommit();
    const counted = finish(ended);
    await Promise.race([handedOver, counted]);
    return { counted };
  }

  async function end(ended: boolean): Promise<Counted> {
    const { counted } = await leave(ended);
    await settle();
    return await counted;
  }

  return {
    start,
    tally: live ? stampArrivals(ledger, arriving, arrivedAt) : ledger,
    met: () => ledger.counted.occurrences + ledger.counted.already,
    flush,
    bound,
    end,
    leave,
  };
}

/** Gives lines without any time, read as they are written, the time of their arrival. */
function stampArrivals(tally: Tally, arriving: () => boolean, arrivedAt: () => number): Tally {
  return {
    pass: (bytes, lineEnds) => tally.pass(bytes, lineEnds),
    isCounted: (offset, time) => tally.isCounted?.(offset, time) === true,
    reached: (...message) => tally.reached?.(...message),
    stay: () => tally.stay?.(),
    follow: (state) => tally.follow?.(state),
    record: (bytes, line, codes) =>
      tally.record(bytes, line.time === null && arriving() ? { ...line, time: arrivedAt() } : line, codes),
  };
}
