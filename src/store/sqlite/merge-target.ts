import type { HeldRow } from "../exported.ts";
import type { MergeTarget } from "../merge/merge-target.ts";
import { heldRows } from "../queries/export-questions.ts";
import { type GenerationRow, toGeneration } from "../queries/generation-row.ts";
import { samplesPerCode } from "../samples.ts";
import type { SumChanges } from "../sum-changes.ts";
import { putCount, removeCounts, summedLog } from "./counts.ts";
import { insertGeneration, updateGeneration } from "./generations.ts";
import { keepFew } from "./samples.ts";
import type { Connection } from "./sqlite.ts";
import { prepared, rowsOf } from "./statements.ts";

/**
 * A SQLite store that takes over what another one has counted, inside the caller's transaction, which writes the changes of
 * sums at its end.
 */
export function createMergeTarget(
  db: Connection,
  { started, version }: { readonly started: number; readonly version: string },
  sums: SumChanges,
): MergeTarget {
  return {
    beginRun() {
      const insert =
        "INSERT INTO runs (started, bytes, lines, occurrences, lost_bytes, version) VALUES (?, 0, 0, 0, 0, ?)";
      return Number(prepared(db, insert).run(started, version).lastInsertRowid);
    },
    removeRun(run) {
      prepared(db, "DELETE FROM runs WHERE id = ?").run(run);
    },
    addToRun(run, { bytes, lines, occurrences }) {
      prepared(
        db,
        `UPDATE runs SET bytes = bytes + ?, lines = lines + ?, occurrences = occurrences + ?, finished = started
         WHERE id = ?`,
      ).run(bytes, lines, occurrences, run);
    },

    findByUid(uid) {
      return prepared<[string], number>(db, "SELECT generation_id FROM identities WHERE uid = ?").pluck().get(uid);
    },
    findSameHead({ source: { host, name }, head }, replaces) {
      const find = prepared<unknown[], GenerationRow>(
        db,
        `${select} WHERE host = ? AND name = ? AND head_bytes = ? AND head_hash = ? AND replaces IS ?`,
      );
      return find.all(host, name, head.bytes, head.hash, replaces).map(toGeneration);
    },
    read(id) {
      const row = prepared<[number], GenerationRow>(db, `${select} WHERE g.id = ?`).get(id) as GenerationRow;
      return { ...toGeneration(row), replaces: row.replaces };
    },
    successorsOf(id) {
      const find = prepared<number[], number>(
        db,
        `SELECT id FROM generations WHERE id > ? AND replaces = ?
         AND source_id = (SELECT source_id FROM generations WHERE id = ?) ORDER BY id`,
      );
      return find.pluck().all(id, id, id);
    },

    insert(generation, replaces, run) {
      return insertGeneration(db, generation.source, { ...generation, run }, replaces);
    },
    update(id, generation, run) {
      updateGeneration(db, id, { ...generation, run });
    },
    addUid(id, uid) {
      prepared(db, "INSERT OR IGNORE INTO identities VALUES (?, ?)").run(uid, id);
    },
    fold(removed, into) {
      prepared(db, "UPDATE identities SET generation_id = ? WHERE generation_id = ?").run(into, removed);
      prepared(db, "UPDATE OR IGNORE samples SET generation_id = ? WHERE generation_id = ?").run(into, removed);
      prepared(db, "UPDATE generations SET replaces = ? WHERE replaces = ?").run(into, removed);
      removeCounts(db, removed, sums);
      for (const table of ["again", "samples"])
        prepared(db, `DELETE FROM ${table} WHERE generation_id = ?`).run(removed);
      prepared(db, "DELETE FROM generations WHERE id = ?").run(removed);
    },

    heldBy(id) {
      return rowsOf<HeldRow>(db, heldRows(id));
    },
    hold(id, rows) {
      const log = summedLog(db, id);
      for (const row of rows) putCount(db, log, row, { n: row.n - row.again, again: row.again }, sums);
    },

    addSamples(id, samples) {
      const insert = prepared(
        db,
        `INSERT OR IGNORE INTO samples (generation_id, code, line, minute, opening, operation, endpoint, text)
         VALUES (@id, @code, @line, @minute, @opening, @operation, @endpoint, @text)`,
      );
      const fresh = samples.filter((one) => insert.run({ ...one, opening: one.opening ? 1 : 0, id }).changes > 0);
      keepFew(db, new Set(fresh.map(({ code }) => code)), samplesPerCode);
    },
    addCodes(codes) {
      const insert = prepared(
        db,
        `INSERT INTO codes VALUES (@code, @name, @category, @retryable, @title_en, @title_zh, @catalogue)
         ON CONFLICT DO NOTHING`,
      );
      for (const row of codes) insert.run({ ...row, retryable: Number(row.retryable) });
    },
    addAcks(acks) {
      const insert = prepared(
        db,
        `INSERT INTO acks (code, until, note, acknowledged) VALUES (@code, @until, @note, @acknowledged)
         ON CONFLICT DO UPDATE SET until = excluded.until, note = excluded.note, acknowledged = excluded.acknowledged
         WHERE excluded.acknowledged > acks.acknowledged`,
      );
      for (const ack of acks) insert.run(ack);
    },
  };
}

const select = "SELECT g.*, host, name FROM generations AS g JOIN sources AS s ON s.id = g.source_id";
