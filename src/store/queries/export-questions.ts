import type { ExportedSample, HeldRow } from "../exported.ts";
import type { Questions } from "../questions.ts";
import { type RunSql, type Sql, sql } from "../sql.ts";
import { type GenerationRow, toGeneration } from "./generation-row.ts";

/** Questions of another store that takes over everything. */
export function createExportQuestions(run: RunSql) {
  return {
    async exportGenerations() {
      const rows = await run<GenerationRow>(
        sql`SELECT g.*, host, name FROM generations AS g JOIN sources AS s ON s.id = g.source_id ORDER BY g.id`,
      );
      const uids = new Map<number, string[]>(rows.map(({ id }) => [id, []]));
      const identities = sql`SELECT generation_id AS id, uid FROM identities ORDER BY generation_id, uid`;
      for (const { id, uid } of await run<{ id: number; uid: string }>(identities)) uids.get(id)?.push(uid);
      return rows.map((row) => ({ ...toGeneration(row), replaces: row.replaces, uids: uids.get(row.id) ?? [] }));
    },
    async exportContent(generation) {
      const samples = await run<Omit<ExportedSample, "opening"> & { opening: number }>(sql`
        SELECT code, line, minute, opening, operation, endpoint, text FROM samples
        WHERE generation_id = ${generation} ORDER BY id`);
      return {
        held: await run<HeldRow>(heldRows(generation)),
        samples: samples.map((sample) => ({ ...sample, opening: sample.opening !== 0 })),
      };
    },
  } satisfies Partial<Questions>;
}

/** Asks for the `HeldRow`s of a generation, in any order. */
export function heldRows(generation: number): Sql {
  return sql`
    SELECT kind, minute, code, subject, sum(n) AS n, sum(again) AS again FROM (
      SELECT 'counts' AS kind, minute, code, '' AS subject, n, 0 AS again
        FROM counts WHERE generation_id = ${generation}
      UNION ALL SELECT 'endpoints', minute, code, endpoint, n, 0 FROM endpoints WHERE generation_id = ${generation}
      UNION ALL SELECT 'operations', minute, code, operation, n, 0 FROM operations WHERE generation_id = ${generation}
      UNION ALL SELECT kind, minute, code, subject, n, n FROM again WHERE generation_id = ${generation}
    ) AS held GROUP BY kind, minute, code, subject`;
}
