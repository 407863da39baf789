import { createHash } from "node:crypto";
import type { Beginning } from "../../ledger/batch.ts";
import { type Fingerprint, fingerprintOf, fingerprintOfSequence, headBytes } from "../../ledger/fingerprint.ts";
import type { LogKey } from "../../ledger/log-key.ts";
import { type LogName, logStem } from "../../log/log-name.ts";
import { type GenerationRow, toGeneration } from "../queries/generation-row.ts";
import type { Connection } from "./database.ts";

/** Reads what is known about a log with these first bytes, or about a sequence; in a transaction that sees one state. */
export async function readBeginning(db: Connection, key: LogKey, source: LogName): Promise<Beginning> {
  const rows =
    typeof key === "string"
      ? [...(await readFullHeads(db, key)), ...(await readShortHeads(db, key, source))]
      : await readHead(db, fingerprintOfSequence(key));
  const [former] = await db.rows<GenerationRow>(`${select} WHERE host = $1 AND name = $2 ORDER BY g.id DESC LIMIT 1`, [
    source.host,
    source.name,
  ]);
  const [newest] = await db.rows<{ id: number }>("SELECT coalesce(max(id), 0) AS id FROM generations");
  return {
    generations: rows
      .map(toGeneration)
      .sort((a, b) => b.checkpoint.position - a.checkpoint.position || b.head.bytes - a.head.bytes || b.id - a.id),
    previousGeneration: former === undefined ? null : toGeneration(former),
    newest: newest?.id ?? 0,
  };
}

/** Generations with their sources. */
export const select = "SELECT g.*, host, name FROM generations AS g JOIN sources AS s ON s.id = g.source_id";

async function readFullHeads(db: Connection, head: string): Promise<GenerationRow[]> {
  return head.length < headBytes ? [] : await readHead(db, fingerprintOf(head));
}

function readHead(db: Connection, { bytes, hash }: Fingerprint): Promise<GenerationRow[]> {
  return db.rows(`${select} WHERE head_bytes = $1 AND head_hash = $2`, [bytes, hash]);
}

/** Asks for the lengths first: thousands of logs of one name have few. */
async function readShortHeads(db: Connection, head: string, { host, name }: LogName): Promise<GenerationRow[]> {
  const stem = logStem(name);
  const lengths = await db.rows<{ length: number }>(
    `SELECT DISTINCT head_bytes AS length FROM sources AS s JOIN generations AS g ON g.source_id = s.id
     WHERE host = $1 AND stem = $2 AND head_bytes BETWEEN 1 AND $3 ORDER BY head_bytes`,
    [host, stem, Math.min(head.length, headBytes - 1)],
  );
  const running = createHash("sha256");
  let hashed = 0;
  const hashes = lengths.map(({ length }) => {
    running.update(head.slice(hashed, length), "latin1");
    hashed = length;
    return running.copy().digest("hex");
  });
  if (hashes.length === 0) return [];
  return await db.rows(
    `${select} JOIN unnest($1::bigint[], $2::text[]) AS h (bytes, hash) ON head_bytes = h.bytes AND head_hash = h.hash
     WHERE host = $3 AND stem = $4`,
    [lengths.map(({ length }) => length), hashes, host, stem],
  );
}
