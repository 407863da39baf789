import { atBeginning } from "../../src/ledger/checkpoint.ts";
import { fingerprintOf } from "../../src/ledger/fingerprint.ts";
import { openStore } from "../../src/store/open-store.ts";
import { fillMonths, fillSpans, fillSums } from "../../src/store/queries/fill-sums.ts";
import { insertGeneration } from "../../src/store/sqlite/generations.ts";
import { loadSqlite } from "../../src/store/sqlite/load-sqlite.ts";
import { upsert } from "../../src/store/sqlite/upsert.ts";
import { type MadeLog, type MadeSize, madeLogs } from "./made-counts.ts";

/** Writes a store as the program would have left it, but for the lines that it keeps; returns the rows of its tables. */
export async function makeStore(path: string, size: MadeSize): Promise<Readonly<Record<string, number>>> {
  await (await openStore(path, { codes: [] })).close();
  const db = loadSqlite(path).open(path);
  for (const quick of [
    "journal_mode = DELETE",
    "journal_mode = OFF",
    "synchronous = OFF",
    "cache_size = -1000000",
    "foreign_keys = OFF",
  ])
    db.pragma(quick);
  const rows = { counts: 0, endpoints: 0, operations: 0 };
  db.exec(`BEGIN; INSERT INTO runs (id, started, finished, bytes, lines, occurrences, lost_bytes, version)
    VALUES (1, ${size.since}, ${size.since}, 1, 1, 1, 0, '')`);
  for (const log of madeLogs(size)) {
    const id = insertGeneration(db, { host: `host-${log.host}`, name: "app.log" }, generationOf(log), null);
    for (const table of ["counts", "endpoints", "operations"] as const) {
      const made = log[table];
      rows[table] += made.length;
      const values = made.flatMap((row) => [id, ...row]);
      upsert(db, table, { columns: table === "counts" ? 4 : 5, update: "n = excluded.n" }, values);
    }
  }
  for (const statement of [fillSpans(), ...fillSums(), ...fillMonths()]) db.exec(statement);
  db.exec("COMMIT");
  db.pragma("journal_mode = WAL");
  db.close();
  return rows;
}

function generationOf({ generation }: MadeLog) {
  const head = fingerprintOf(String(generation).repeat(600).slice(0, 4096));
  const nothing = { minutes: [], endpoints: [], operations: [] };
  return {
    ...{ head, tail: fingerprintOf(String(generation)), milestones: [], unfinished: nothing, run: 1 },
    checkpoint: { ...atBeginning, position: 1_000_000, lines: 10_000 },
  };
}
