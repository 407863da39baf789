import type { SeekableLog } from "../log/seekable-log.ts";
import type { Ledger, LedgerOptions, Start } from "./ledger.ts";
import { LogLedger } from "./log-ledger.ts";
import { type Located, locate } from "./lookup.ts";
import { headBytes } from "./trail.ts";

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
