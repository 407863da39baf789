import { WsaError } from "../../error.ts";
import type { Reader } from "../../store/store.ts";
import { type Bucket, createSteps, fittingBucket, minutesOf, type Steps } from "../time/buckets.ts";
import { span, trends } from "./queries.ts";
import { extentOf, type Scope } from "./scope.ts";

/** Occurrences over time: a row for every step, also for those without any. */
export interface Trend extends Scope {
  /** One column each, in the order asked for; null: all codes in one column. */
  readonly codes: readonly { readonly code: number; readonly name: string }[] | null;
  readonly first: number | null;
  readonly last: number | null;
  /** Null when nothing with a time was counted and the period has an open end. */
  readonly steps: Steps | null;
  readonly rows: readonly TrendRow[];
}

/** One step. */
export interface TrendRow {
  /** Unix seconds, half-open. */
  readonly from: number;
  readonly to: number;
  /** In the order of the trend's columns. */
  readonly counts: readonly number[];
  readonly total: number;
}

/**
 * Builds a trend from the store, without a bucket one of at most 48 rows. Rejects with a WsaError `usage` when the
 * bucket gives too many rows.
 */
export async function buildTrend(
  store: Reader,
  { scope, codes, bucket }: { readonly scope: Scope; readonly codes: Trend["codes"]; readonly bucket: Bucket | null },
): Promise<Trend> {
  const numbers = codes?.map(({ code }) => code) ?? null;
  const times = (await span(store, scope, numbers)) ?? { first: null, last: null };
  const extent = extentOf(scope.period, times);
  if (extent === null) return { ...scope, codes, ...times, steps: null, rows: [] };

  const { since, until } = extent;
  const step = bucket ?? fittingBucket(since, until, USUAL_ROWS);
  if ((until - since) / 60 / minutesOf(step) > MOST_ROWS)
    throw new WsaError("usage", "--bucket", `this period has more than ${MOST_ROWS} such steps`, {
      hint: "take a longer --bucket, or a shorter period with --since and --until",
    });
  const steps = createSteps(step, since, until, scope.period.zone);
  const byCode = await trends(store, scope, steps, numbers);
  const columns = numbers?.map((code) => byCode.get(code) ?? []) ?? [sumOf([...byCode.values()])];
  const rows = steps.starts.map((from, i): TrendRow => {
    const counts = columns.map((values) => values[i] ?? 0);
    return { from, to: steps.starts[i + 1] ?? steps.end, counts, total: counts.reduce((sum, n) => sum + n, 0) };
  });
  return { ...scope, codes, ...times, steps, rows };
}

const USUAL_ROWS = 48;
const MOST_ROWS = 100_000;

function sumOf(columns: readonly number[][]): number[] {
  const longest = Math.max(...columns.map(({ length }) => length), 0);
  return Array.from({ length: longest }, (_, i) => columns.reduce((sum, values) => sum + (values[i] ?? 0), 0));
}
