import type { LogName } from "../../log/log-name.ts";
import type { Ack } from "../ack.ts";
import type { LastOccurrence, PartitionLag, Questions, RunTotals, SourceOccurrences } from "../questions.ts";
import { type RunSql, type Sql, sql } from "../sql.ts";
import type { CatalogueRow } from "../store-options.ts";
import { spansOf } from "./sums.ts";

/** Questions about a whole store. */
export function createStoreQuestions(run: RunSql) {
  return {
    async codeNames() {
      const rows = await run<Omit<CatalogueRow, "retryable"> & { readonly retryable: number }>(
        sql`SELECT code, name, category, retryable, title_en, title_zh, catalogue FROM codes ORDER BY code`,
      );
      return rows.map((row) => ({ ...row, retryable: row.retryable !== 0 }));
    },
    acks() {
      return run<Ack>(sql`SELECT code, until, note, acknowledged FROM acks ORDER BY code`);
    },
    async runTotals() {
      const [row] = await run<RunTotals>(sql`
        SELECT count(*) AS runs, min(started) AS began, coalesce(sum(bytes), 0) AS bytes, coalesce(sum(lines), 0) AS lines,
          coalesce(sum(occurrences), 0) AS occurrences, coalesce(sum(lost_bytes), 0) AS "lostBytes",
          coalesce(sum(set_aside), 0) AS "setAside", coalesce(sum(lost_messages), 0) AS "lostMessages" FROM runs`);
      const none = { runs: 0, began: null, bytes: 0, lines: 0, occurrences: 0, lostBytes: 0 };
      return row ?? { ...none, setAside: 0, lostMessages: 0 };
    },
    lags() {
      return run<PartitionLag>(sql`
        SELECT s.name AS partition, g.behind AS messages, g.behind_at AS at
        FROM generations AS g JOIN sources AS s ON s.id = g.source_id WHERE g.behind IS NOT NULL ORDER BY s.name, g.id`);
    },
    occurrencesBySource() {
      return run<SourceOccurrences>(sql`
        SELECT c.code AS code, coalesce(codes.name, '') AS name, s.name AS source, s.host AS host, sum(c.n) AS n
        FROM (SELECT code, source_id, n FROM source_months UNION ALL SELECT code, source_id, n FROM pruned) AS c JOIN sources AS s ON s.id = c.source_id LEFT JOIN codes ON codes.code = c.code
        GROUP BY c.code, codes.name, s.id ORDER BY c.code, s.name, s.host`);
    },
    lastOccurrences() {
      return run<LastOccurrence>(sql`
        SELECT c.code AS code, coalesce(codes.name, '') AS name, c.last AS minute
        FROM (${spansOf({ since: null, until: null })}) AS c LEFT JOIN codes ON codes.code = c.code
        WHERE c.last IS NOT NULL ORDER BY c.code`);
    },
    logNames() {
      return run<LogName>(sql`SELECT host, name FROM sources ORDER BY host, name`);
    },
    async choices(most) {
      const list = async <Value>(query: Sql): Promise<Value[]> =>
        (await run<{ value: Value }>(sql`${query} LIMIT ${most}`)).map(({ value }) => value);
      return {
        codes: await list<number>(sql`SELECT code AS value FROM hours GROUP BY code ORDER BY sum(n) DESC, code`),
        sources: await list<string>(sql`SELECT DISTINCT name AS value FROM sources ORDER BY name`),
        hosts: await list<string>(sql`SELECT DISTINCT host AS value FROM sources ORDER BY host`),
        endpoints: await list<string>(
          sql`SELECT endpoint AS value FROM endpoint_months GROUP BY endpoint ORDER BY sum(n) DESC, endpoint`,
        ),
      };
    },
  } satisfies Partial<Questions>;
}
