import type { CountRow } from "../count-rows.ts";
import type { HeldRow } from "../exported.ts";
import type { MergeTarget } from "../merge/merge-target.ts";
import { heldRows } from "../queries/export-questions.ts";
import { type GenerationRow, toGeneration } from "../queries/generation-row.ts";
import { samplesPerCode } from "../samples.ts";
import type { SumChanges } from "../sum-changes.ts";
import { select } from "./beginning.ts";
import { type Connection, rowsOf } from "./database.ts";
import { insertGeneration, updateGeneration } from "./generations.ts";
import { putAgain, putRows, removeRows, summedLog } from "./rows.ts";
import { keepFew } from "./samples.ts";

/**
 * A store in PostgreSQL that takes over what another one has counted, inside the caller's transaction, which writes the
 * changes of sums at its end.
 */
export function createMergeTarget(
  db: Connection,
  { started, version }: { readonly started: number; readonly version: string },
  sums: SumChanges,
): MergeTarget {
  return {
    async beginRun() {
      const [row] = await db.rows<{ id: number }>(
        `INSERT INTO runs (started, bytes, lines, occurrences, lost_bytes, version) VALUES ($1, 0, 0, 0, 0, $2)
         RETURNING id`,
        [started, version],
      );
      return (row as { id: number }).id;
    },
    async removeRun(run) {
      await db.rows("DELETE FROM runs WHERE id = $1", [run]);
    },
    async addToRun(run, { bytes, lines, occurrences }) {
      await db.rows(
        `UPDATE runs SET bytes = bytes + $1, lines = lines + $2, occurrences = occurrences + $3, finished = started
         WHERE id = $4`,
        [bytes, lines, occurrences, run],
      );
    },

    async findByUid(uid) {
      const [row] = await db.rows<{ id: number }>("SELECT generation_id AS id FROM identities WHERE uid = $1", [uid]);
      return row?.id;
    },
    async findSameHead({ source: { host, name }, head }, replaces) {
      const rows = await db.rows<GenerationRow>(
        `${select} WHERE host = $1 AND name = $2 AND head_bytes = $3 AND head_hash = $4
         AND replaces IS NOT DISTINCT FROM $5 ORDER BY g.id`,
        [host, name, head.bytes, head.hash, replaces],
      );
      return rows.map(toGeneration);
    },
    async read(id) {
      const [row] = await db.rows<GenerationRow>(`${select} WHERE g.id = $1`, [id]);
      const { replaces } = row as GenerationRow;
      return { ...toGeneration(row as GenerationRow), replaces };
    },
    async successorsOf(id) {
      const rows = await db.rows<{ id: number }>(
        `SELECT id FROM generations WHERE id > $1 AND replaces = $1
         AND source_id = (SELECT source_id FROM generations WHERE id = $1) ORDER BY id`,
        [id],
      );
      return rows.map((row) => row.id);
    },

    insert: (generation, replaces, run) => insertGeneration(db, generation.source, { ...generation, run }, replaces),
    update: (id, generation, run) => updateGeneration(db, id, { ...generation, run }),
    async addUid(id, uid) {
      await db.rows("INSERT INTO identities VALUES ($1, $2) ON CONFLICT DO NOTHING", [uid, id]);
    },
    async fold(removed, into) {
      await db.rows("UPDATE identities SET generation_id = $1 WHERE generation_id = $2", [into, removed]);
      await db.rows(
        `UPDATE samples AS s SET generation_id = $1 WHERE generation_id = $2 AND NOT EXISTS (
           SELECT 1 FROM samples AS o WHERE o.generation_id = $1 AND o.code = s.code AND o.line = s.line)`,
        [into, removed],
      );
      await db.rows("UPDATE generations SET replaces = $1 WHERE replaces = $2", [into, removed]);
      await removeRows(db, await summedLog(db, removed), sums);
      for (const table of ["again", "samples"])
        await db.rows(`DELETE FROM ${table} WHERE generation_id = $1`, [removed]);
      await db.rows("DELETE FROM generations WHERE id = $1", [removed]);
    },

    heldBy: (id) => rowsOf<HeldRow>(db, heldRows(id)),
    async hold(id, rows) {
      await putRows(
        db,
        await summedLog(db, id),
        rows.map((row): CountRow => ({ ...row, n: row.n - row.again })),
        sums,
      );
      await putAgain(
        db,
        id,
        rows.map((row): CountRow => ({ ...row, n: row.again })),
      );
    },

    async addSamples(id, samples) {
      const fresh = await db.rows<{ code: number }>(
        `INSERT INTO samples (generation_id, code, line, minute, opening, operation, endpoint, text)
         SELECT $1::bigint, c, l, m, o, p, e, t
         FROM unnest($2::bigint[], $3::bigint[], $4::bigint[], $5::integer[], $6::text[], $7::text[], $8::text[])
           WITH ORDINALITY AS r (c, l, m, o, p, e, t, place) ORDER BY place
         ON CONFLICT DO NOTHING RETURNING code`,
        [
          id,
          samples.map(({ code }) => code),
          samples.map(({ line }) => line),
          samples.map(({ minute }) => minute),
          samples.map(({ opening }) => Number(opening)),
          samples.map(({ operation }) => operation),
          samples.map(({ endpoint }) => endpoint),
          samples.map(({ text }) => text),
        ],
      );
      await keepFew(db, new Set(fresh.map(({ code }) => code)), samplesPerCode);
    },
    async addCodes(codes) {
      for (const { code, name, category, retryable, title_en, title_zh, catalogue } of codes)
        await db.rows("INSERT INTO codes VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING", [
          ...[code, name, category, Number(retryable), title_en, title_zh, catalogue],
        ]);
    },
    async addAcks(acks) {
      for (const { code, until, note, acknowledged } of acks)
        await db.rows(
          `INSERT INTO acks VALUES ($1, $2, $3, $4) ON CONFLICT (code) DO UPDATE
           SET until = excluded.until, note = excluded.note, acknowledged = excluded.acknowledged
           WHERE excluded.acknowledged > acks.acknowledged`,
          [code, until, note, acknowledged],
        );
    },
  };
}
