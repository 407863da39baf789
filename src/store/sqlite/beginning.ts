import { createHash } from "node:crypto";
import type { Beginning } from "../../ledger/batch.ts";
import { type Fingerprint, fingerprintOf, fingerprintOfSequence, headBytes } from "../../ledger/fingerprint.ts";
import type { LogKey } from "../../ledger/log-key.ts";
import type { Sequence } from "../../log/identity.ts";
import type { LogName } from "../../log/log-name.ts";
import { logStem } from "../../log/log-name.ts";
import { type GenerationRow, toGeneration } from "../queries/generation-row.ts";
import type { Connection } from "./sqlite.ts";
import { prepared } from "./statements.ts";

/** Reads what is known about a log with these first bytes, or about a sequence. */
export function readBeginning(db: Connection, key: LogKey, source: LogName): Beginning {
  const generations =
    typeof key === "string" ? [...readFullHeads(db, key), ...readShortHeads(db, key, source)] : readSequence(db, key);
  const former = prepared<[string, string], GenerationRow>(
    db,
    `${select} WHERE host = ? AND name = ? ORDER BY g.id DESC LIMIT 1`,
  ).get(source.host, source.name);
  const newest = prepared<[], number>(db, "SELECT coalesce(max(id), 0) FROM generations").pluck().get() ?? 0;
  return {
    generations: generations
      .map(toGeneration)
      .sort((a, b) => b.checkpoint.position - a.checkpoint.position || b.head.bytes - a.head.bytes || b.id - a.id),
    previousGeneration: former === undefined ? null : toGeneration(former),
    newest,
  };
}

const select = "SELECT g.*, host, name FROM generations AS g JOIN sources AS s ON s.id = g.source_id";

function readFullHeads(db: Connection, head: string): GenerationRow[] {
  return head.length < headBytes ? [] : readHead(db, fingerprintOf(head));
}

function readSequence(db: Connection, sequence: Sequence): GenerationRow[] {
  return readHead(db, fingerprintOfSequence(sequence));
}

function readHead(db: Connection, { bytes, hash }: Fingerprint): GenerationRow[] {
  const find = prepared<[number, string], GenerationRow>(db, `${select} WHERE head_bytes = ? AND head_hash = ?`);
  return find.all(bytes, hash);
}

/** Asks for the lengths first: thousands of logs of one name have few. */
function readShortHeads(db: Connection, head: string, { host, name }: LogName): GenerationRow[] {
  const stem = logStem(name);
  const lengths = prepared<[string, string, number, number], number>(
    db,
    `SELECT DISTINCT head_bytes FROM sources AS s CROSS JOIN generations AS g ON g.source_id = s.id
     WHERE host = ? AND stem = ? AND head_bytes BETWEEN 1 AND min(?, ?) ORDER BY head_bytes`,
  )
    .pluck()
    .all(host, stem, head.length, headBytes - 1);
  const find = prepared<[number, string, string, string], GenerationRow>(
    db,
    `${select} WHERE head_bytes = ? AND head_hash = ? AND host = ? AND stem = ?`,
  );
  const running = createHash("sha256");
  let hashed = 0;
  return lengths.flatMap((length) => {
    running.update(head.slice(hashed, length), "latin1");
    hashed = length;
    return find.all(length, running.copy().digest("hex"), host, stem);
  });
}
