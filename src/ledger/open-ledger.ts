import type { Sequence } from "../log/identity.ts";
import type { SeekableLog } from "../log/seekable-log.ts";
import { AnonymousTracker } from "./anonymous-tracker.ts";
import { ByteTracker } from "./byte-tracker.ts";
import { atBeginning, type Checkpoint } from "./checkpoint.ts";
import { headBytes } from "./fingerprint.ts";
import type { Ledger, LedgerOptions } from "./ledger.ts";
import { LogLedger } from "./log-ledger.ts";
import { type Lookup, lookUp } from "./lookup.ts";
import { NumberedTracker } from "./numbered-tracker.ts";
import { SequenceTracker } from "./sequence-tracker.ts";

/**
 * Opens the ledger of a log that is read from its beginning; a sequence has to be opened by `continueLedger`.
 *
 * Generations that begin like the log are candidates. When the bytes before a candidate's position are still the same,
 * everything up to there was counted already. The candidate with the longest position for which this is so is continued.
 * Without one the log is a new generation, counted from its beginning. If a generation of the same name agrees with most
 * of it, the log was cut or rewritten: what both have in common is not counted again, and what is gone is recorded.
 *
 * When a commit is refused because another process was faster, what it has counted is dropped here if the two positions
 * are the same or its position is still ahead. Otherwise the range cannot be split: the ledger yields.
 */
export function openLedger(options: LedgerOptions): Ledger {
  if (typeof options.identity === "object") throw new Error("a sequence is read from its checkpoint");
  if (options.identity === "none") return new LogLedger(options, (counter) => new AnonymousTracker(counter));
  return beginLedger(options, null);
}

/**
 * Opens the ledger of a log at its last checkpoint: reads only its head and the bytes before the positions that it may
 * have, by the same rules as `openLedger`. The ledger then takes what comes behind `start`.
 */
export async function resumeLedger(
  options: LedgerOptions,
  log: SeekableLog,
): Promise<{ readonly ledger: Ledger; readonly start: Checkpoint }> {
  const found = await lookUp(log, options);
  const start = found.base?.checkpoint ?? atBeginning;
  const open = found.base === null ? beginLedger : resume;
  return { ledger: open(options, found), start };
}

/**
 * Opens the ledger of a log at its last checkpoint where it can be read on from there, else at its beginning, with no
 * start. Bytes are read on only behind a full head, where the reader's state was stored: up to there the log is as it
 * was, and needed no decoding. A sequence is always read on.
 *
 * @param options.fromStart whether all of the log is read, because it is shown too.
 */
export async function continueLedger(
  options: LedgerOptions,
  log: SeekableLog | null,
  { fromStart = false }: { readonly fromStart?: boolean } = {},
): Promise<{ readonly ledger: Ledger; readonly start: Checkpoint | null }> {
  const { identity, live, reading } = options;
  if (typeof identity === "object") return await continueSequence(options, identity);
  // A log that grows is looked up once something of it is read: by then it is as long as it was for others.
  if (live === true) return { ledger: openLedger({ ...options, log }), start: null };
  if (log === null || log.size === 0) return { ledger: openLedger(options), start: null };
  const found = await lookUp(log, options);
  const start = found.base?.checkpoint ?? atBeginning;
  const isRead = start.position >= headBytes && start.state !== null && start.reading === reading;
  if (isRead && !fromStart) return { ledger: resume(options, found), start };
  return { ledger: beginLedger(options, found), start: null };
}

async function continueSequence(options: LedgerOptions, sequence: Sequence) {
  const { store, source, reading } = options;
  const beginning = await store.generationsFor(sequence, source);
  const Tracker = sequence.isNumbered === true ? NumberedTracker : SequenceTracker;
  const ledger = new LogLedger(options, (counter) => new Tracker(counter, sequence, beginning));
  const start = beginning.generations[0]?.checkpoint ?? null;
  return { ledger, start: start === null || start.reading === reading ? start : { ...start, state: null } };
}

function beginLedger(options: LedgerOptions, found: Lookup | null): Ledger {
  return new LogLedger(options, (counter) => new ByteTracker(counter), found);
}

function resume(options: LedgerOptions, found: Lookup): Ledger {
  return new LogLedger(options, (counter) => new ByteTracker(counter, found));
}
