import type { Sample } from "../../ledger/batch.ts";
import { quietSeconds } from "../../ledger/sums.ts";
import { openingsPerCode } from "../samples.ts";
import type { Connection } from "./database.ts";

/** Writes a batch's samples inside the caller's transaction, which calls `keepFew` when all of its batches are written. */
export async function writeSamples(db: Connection, generation: number, samples: readonly Sample[]): Promise<void> {
  // The counts of the batch are in the table already: a line is an opening when nothing was counted shortly before it.
  for (const { code, line, minute, operation, endpoint, text } of samples)
    await db.rows(
      `INSERT INTO samples (generation_id, code, line, minute, operation, endpoint, text, opening)
       SELECT $1::bigint, $2::bigint, $3::bigint, $4::bigint, $5::text, $6::text, $7::text,
         ($4::bigint > 0 AND NOT EXISTS (
           SELECT 1 FROM counts WHERE generation_id = $1 AND code = $2 AND minute BETWEEN $4 - ${quietSeconds} AND $4 - 1
         ) AND NOT EXISTS (
           SELECT 1 FROM samples WHERE generation_id = $1 AND code = $2 AND minute = $4 AND line < $3
         ))::integer
       ON CONFLICT (generation_id, code, line) DO UPDATE SET minute = excluded.minute, operation = excluded.operation,
         endpoint = excluded.endpoint, text = excluded.text, opening = excluded.opening`,
      [generation, code, line, minute, operation, endpoint, text],
    );
}

/** Removes samples of these codes as the other stores do: the first quarter stays, the latest three, and openings. */
export async function keepFew(db: Connection, codes: Iterable<number>, maxSamplesPerCode: number): Promise<void> {
  const first = Math.floor(maxSamplesPerCode / 4);
  for (const code of [...codes].sort((a, b) => a - b))
    await db.rows(
      `DELETE FROM samples WHERE id IN (
         SELECT id FROM samples WHERE code = $1
         EXCEPT (SELECT id FROM samples WHERE code = $1 ORDER BY id LIMIT $2)
         EXCEPT (SELECT id FROM samples WHERE code = $1 ORDER BY id DESC LIMIT $3)
         EXCEPT (SELECT id FROM samples WHERE code = $1 AND opening = 1 ORDER BY id DESC LIMIT ${openingsPerCode})
         ORDER BY id)`,
      [code, first, maxSamplesPerCode - first],
    );
}
