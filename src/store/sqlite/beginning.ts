import { createHash } from "node:crypto";
import type { Beginning } from "../../ledger/batch.ts";
import type { Counts } from "../../ledger/counts.ts";
import type { Milestone } from "../../ledger/fingerprint.ts";
import type { Generation, Resume } from "../../ledger/generation.ts";
import { headBytes } from "../../ledger/trail.ts";
import type { LogName } from "../../log/log-name.ts";
import { logStem } from "../../log/log-name.ts";
import type { Connection } from "./connection.ts";
import { prepared } from "./statements.ts";

/** What the store knows about a log that begins with these bytes. */
export function readBeginning(db: Connection, head: string, source: LogName): Beginning {
  const generations = [...readFullHeads(db, head), ...readShortHeads(db, head, source)];
  const former = prepared<[string, string], GenerationRow>(
    db,
    `${select} WHERE host = ? AND name = ? ORDER BY g.id DESC LIMIT 1`,
  ).get(source.host, source.name);
  const newest = prepared<[], number>(db, "SELECT coalesce(max(id), 0) FROM generations").pluck().get() ?? 0;
  return {
    generations: generations.map(toGeneration).sort((a, b) => b.position - a.position || b.id - a.id),
    former: former === undefined ? null : toGeneration(former),
    newest,
  };
}

interface GenerationRow {
  readonly id: number;
  readonly host: string;
  readonly name: string;
  readonly position: number;
  readonly head_bytes: number;
  readonly head_hash: string;
  readonly window_bytes: number;
  readonly window_hash: string;
  readonly unfinished: string;
  readonly lines: number;
  readonly time: number | null;
  readonly milestones: string;
  readonly resume: string | null;
}

const select = "SELECT g.*, host, name FROM generations AS g JOIN sources AS s ON s.id = g.source_id";

function readFullHeads(db: Connection, head: string): GenerationRow[] {
  if (head.length < headBytes) return [];
  const hash = createHash("sha256").update(head, "latin1").digest("hex");
  return prepared<[number, string], GenerationRow>(db, `${select} WHERE head_bytes = ? AND head_hash = ?`).all(
    head.length,
    hash,
  );
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

function toGeneration(row: GenerationRow): Generation {
  return {
    id: row.id,
    source: { host: row.host, name: row.name },
    position: row.position,
    head: { bytes: row.head_bytes, hash: row.head_hash },
    window: { bytes: row.window_bytes, hash: row.window_hash },
    unfinished: JSON.parse(row.unfinished) as Counts,
    lines: row.lines,
    time: row.time,
    milestones: (JSON.parse(row.milestones) as [number, string][]).map(
      ([position, hash]): Milestone => ({ position, hash }),
    ),
    resume: row.resume === null ? null : (JSON.parse(row.resume) as Resume),
  };
}
