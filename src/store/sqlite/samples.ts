import type { Batch } from "../../ledger/batch.ts";
import { quietSeconds } from "../../ledger/sums.ts";
import { openingsPerCode } from "../samples.ts";
import type { Connection } from "./sqlite.ts";
import { prepared } from "./statements.ts";

/** Writes a batch's samples inside the caller's transaction, which calls `keepFew` when all of its batches are written. */
export function writeSamples(db: Connection, generation: number, batch: Batch): void {
  if (batch.samples.length === 0) return;
  // The counts of the batch are in the table already: a line is an opening when nothing was counted shortly before it.
  const insert = prepared(
    db,
    `INSERT INTO samples (generation_id, code, line, minute, operation, endpoint, text, opening)
     VALUES (@generation, @code, @line, @minute, @operation, @endpoint, @text, @minute > 0 AND NOT EXISTS (
       SELECT 1 FROM counts WHERE generation_id = @generation AND code = @code
       AND minute BETWEEN @minute - ${quietSeconds} AND @minute - 1
     ) AND NOT EXISTS (
       SELECT 1 FROM samples WHERE generation_id = @generation AND code = @code AND minute = @minute AND line < @line
     ))
     ON CONFLICT (generation_id, code, line) DO UPDATE SET minute = excluded.minute, operation = excluded.operation,
       endpoint = excluded.endpoint, text = excluded.text, opening = excluded.opening`,
  );
  for (const sample of batch.samples) insert.run({ generation, ...sample });
}

/**
 * Removes samples of these codes. Each code keeps its first quarter and its latest three quarters (how it began and how
 * it is now), and its latest openings: the lines that incidents begin with.
 */
export function keepFew(db: Connection, codes: Iterable<number>, maxSamplesPerCode: number): void {
  const first = Math.floor(maxSamplesPerCode / 4);
  const latest = maxSamplesPerCode - first;
  const prune = prepared(
    db,
    `DELETE FROM samples WHERE code = @code
     AND id NOT IN (SELECT id FROM samples WHERE code = @code ORDER BY id LIMIT @first)
     AND id NOT IN (SELECT id FROM samples WHERE code = @code ORDER BY id DESC LIMIT @latest)
     AND id NOT IN (SELECT id FROM samples WHERE code = @code AND opening = 1 ORDER BY id DESC LIMIT ${openingsPerCode})`,
  );
  for (const code of codes) prune.run({ code, first, latest });
}
