import { secondsPerQuarter } from "./sum-changes.ts";
import { secondsPerDay } from "./whole-day.ts";

/** Statements that add up counts that are in no sum yet; `condition` chooses their rows. SQLite and PostgreSQL know them. */
export function fillSums(condition = "1 = 1"): string[] {
  const day = `CASE WHEN minute = 0 THEN -1 WHEN minute % 60 = 1 THEN minute ELSE minute - minute % 86400 END`;
  return [
    `INSERT INTO quarters (code, start, n, first, last)
     SELECT code, CASE WHEN minute = 0 THEN -1 ELSE minute - minute % 900 END, sum(n),
       min(nullif(minute, 0)), max(nullif(minute, 0))
     FROM counts WHERE ${condition} GROUP BY 1, 2 ORDER BY 1, 2`,
    `INSERT INTO source_days (start, code, source_id, n)
     SELECT ${day}, code, source_id, sum(n) FROM counts JOIN generations ON generations.id = generation_id
     WHERE ${condition} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    `INSERT INTO endpoint_days (start, code, endpoint, n)
     SELECT ${day}, code, endpoint, sum(n) FROM endpoints WHERE ${condition} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    `INSERT INTO operation_days (start, code, operation, n)
     SELECT ${day}, code, operation, sum(n) FROM operations WHERE ${condition} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
  ];
}

/** Notes the first and the last minute of each generation. */
export const fillSpans = `UPDATE generations SET
  first_minute = (SELECT min(first) FROM (
    SELECT min(minute) AS first FROM counts WHERE generation_id = generations.id AND minute > 0
    UNION ALL SELECT min(minute) FROM endpoints WHERE generation_id = generations.id AND minute > 0
    UNION ALL SELECT min(minute) FROM operations WHERE generation_id = generations.id AND minute > 0) AS firsts),
  last_minute = (SELECT max(last) FROM (
    SELECT max(minute) AS last FROM counts WHERE generation_id = generations.id AND minute > 0
    UNION ALL SELECT max(minute) FROM endpoints WHERE generation_id = generations.id AND minute > 0
    UNION ALL SELECT max(minute) FROM operations WHERE generation_id = generations.id AND minute > 0) AS lasts)`;

/**
 * Statements for sums after counts before a moment were removed: the sums that begin before it are removed, and what is
 * left of those that the moment cuts is added up again.
 */
export function pruneSums(before: number): string[] {
  const tables = ["quarters", "source_days", "endpoint_days", "operation_days"];
  const left = (seconds: number) =>
    fillSums(`minute >= ${before} AND minute < ${before - (before % seconds) + seconds} AND minute % 60 <> 1`);
  const isCut = (seconds: number) => before % seconds > 0;
  return [
    ...tables.map((table) => `DELETE FROM ${table} WHERE start >= 0 AND start < ${before}`),
    ...(isCut(secondsPerQuarter) ? left(secondsPerQuarter).slice(0, 1) : []),
    ...(isCut(secondsPerDay) ? left(secondsPerDay).slice(1) : []),
  ];
}
