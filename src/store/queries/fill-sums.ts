import { secondsPerHour, secondsPerMonth, secondsPerQuarter } from "../sum-changes.ts";
import { secondsPerDay } from "../whole-day.ts";

// Statements that SQLite and PostgreSQL understand; see `SumChanges` for what the tables of sums hold.

/** Adds up all counts. */
export function fillSums(): string[] {
  return [fillQuarters(), fillHours(), ...fillDays()];
}

/** Before counts from before a moment are removed: notes them for the counters that do not fall. */
export function notePruned(before: number): string {
  return `INSERT INTO pruned (code, source_id, n)
    SELECT code, source_id, sum(n) FROM counts JOIN generations ON generations.id = generation_id
    WHERE minute > 0 AND minute < ${before} GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (code, source_id) DO UPDATE SET n = pruned.n + excluded.n`;
}

/** Adds up all days. */
export function fillMonths(condition = ALL): string[] {
  return ["source", "endpoint", "operation"].map((summed) => {
    const column = summed === "source" ? "source_id" : summed;
    return `
    INSERT INTO ${summed}_months (start, code, ${column}, n)
    SELECT ${monthOfDay}, code, ${column}, sum(n) FROM ${summed}_days
    WHERE ${condition} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;
  });
}

/** Notes the first and the last minute of each generation. */
export function fillSpans(): string {
  const ends = (end: "min" | "max") => {
    const [one, ...others] = ["counts", "endpoints", "operations"].map(
      (table) => `SELECT ${end}(minute) AS minute FROM ${table} WHERE generation_id = generations.id AND minute > 0`,
    );
    return `(SELECT ${end}(minute) FROM (${[one, ...others].join(" UNION ALL ")}) AS ends)`;
  };
  return `UPDATE generations SET first_minute = ${ends("min")}, last_minute = ${ends("max")}`;
}

/**
 * After counts before a moment were removed: removes the sums that begin before it, and adds up again what is left of
 * those that it cuts.
 */
export function pruneSums(before: number): string[] {
  const tables = ["quarters", "hours", "source_days", "endpoint_days", "operation_days"];
  const startOf = (seconds: number) => before - (before % seconds);
  const left = (seconds: number) =>
    `minute >= ${before} AND minute < ${startOf(seconds) + seconds} AND minute % 60 <> 1`;
  const leftOfHour = `start >= ${startOf(secondsPerQuarter)} AND start < ${startOf(secondsPerHour) + secondsPerHour}`;
  const month = startOf(secondsPerMonth);
  const ifCut = (seconds: number, statements: readonly string[]) => statements.filter(() => before > startOf(seconds));
  return [
    ...tables.map((table) => `DELETE FROM ${table} WHERE start >= 0 AND start < ${before}`),
    ...ifCut(secondsPerQuarter, [fillQuarters(left(secondsPerQuarter))]),
    ...ifCut(secondsPerHour, [fillHours(leftOfHour)]),
    ...ifCut(secondsPerDay, fillDays(left(secondsPerDay))),
    // What was counted by whole days is at the second second of a month.
    ...["source", "endpoint", "operation"].map(
      (summed) => `DELETE FROM ${summed}_months WHERE start >= 0 AND start < ${month + 2}`,
    ),
    ...fillMonths(`start >= ${month} AND start < ${month + secondsPerMonth}`),
  ];
}

const fillQuarters = (condition = ALL) => `
  INSERT INTO quarters (code, start, n, first, last)
  SELECT code, CASE WHEN minute = 0 THEN -1 ELSE minute - minute % 900 END, sum(n),
    min(nullif(minute, 0)), max(nullif(minute, 0))
  FROM counts WHERE ${condition} GROUP BY 1, 2 ORDER BY 1, 2`;

const fillHours = (condition = ALL) => `
  INSERT INTO hours (code, start, n)
  SELECT code, CASE WHEN start < 0 THEN -1 ELSE start - start % 3600 END, sum(n)
  FROM quarters WHERE ${condition} GROUP BY 1, 2 ORDER BY 1, 2`;

const fillDays = (condition = ALL) => [
  `INSERT INTO source_days (start, code, source_id, n)
   SELECT ${dayOfMinute}, code, source_id, sum(n) FROM counts JOIN generations ON generations.id = generation_id
   WHERE ${condition} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
  ...["endpoint", "operation"].map(
    (subject) => `
    INSERT INTO ${subject}_days (start, code, ${subject}, n)
    SELECT ${dayOfMinute}, code, ${subject}, sum(n) FROM ${subject}s
    WHERE ${condition} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
  ),
];

const ALL = "1 = 1";
const dayOfMinute = "CASE WHEN minute = 0 THEN -1 WHEN minute % 60 = 1 THEN minute ELSE minute - minute % 86400 END";
const monthOfDay = `CASE WHEN start < 0 THEN -1 ELSE start - start % ${secondsPerMonth} + CASE WHEN start % 60 = 1 THEN 1 ELSE 0 END END`;
