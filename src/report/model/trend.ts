import { WsaError } from "../../error.ts";
import type { BucketCount, Questions } from "../../store/questions.ts";
import type { Scope } from "../../store/scope.ts";
import { say } from "../../wording.ts";
import { type Bucket, createSteps, fittingBucket, minutesOf, type Steps, stepAt } from "../time/buckets.ts";
import { extentOf } from "./extent.ts";
import { knownScope } from "./known-scope.ts";
import { believedScope, timedScope } from "./stray-times.ts";

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

/** What a trend is asked to be about. */
export interface TrendQuestion {
  readonly scope: Scope;
  readonly codes: Trend["codes"];
  readonly bucket: Bucket | null;
  /** Unix milliseconds: times long after now are wrong clocks. */
  readonly nowMs: number;
}

/**
 * Builds a trend from the store, without a bucket one of at most 48 rows. Rejects with a WsaError `usage` when the
 * bucket gives too many rows, and for a log or a machine that is not known.
 */
export async function buildTrend(
  store: Questions,
  { scope: given, codes, bucket, nowMs }: TrendQuestion,
): Promise<Trend> {
  const asked = await knownScope(store, given);
  const believed = await believedScope(store, asked, nowMs);
  const scope = believed.stray === null ? asked : timedScope(asked, believed.stray);
  const numbers = codes?.map(({ code }) => code) ?? null;
  const times = (await store.span(scope, numbers)) ?? { first: null, last: null };
  const extent = extentOf(asked.period, times);
  if (extent === null) return { ...asked, codes, ...times, steps: null, rows: [] };

  const { since, until } = extent;
  const step = bucket ?? fittingBucket(since, until, USUAL_ROWS);
  if ((until - since) / 60 / minutesOf(step) > MOST_ROWS)
    throw new WsaError("usage", "--bucket", say`this period has more than ${MOST_ROWS} such steps`, {
      hint: say`take a longer --bucket, or a shorter period with --since and --until`,
    });
  const steps = createSteps(step, since, until, scope.period.zone);
  const byCode = sumSteps(await store.bucketCounts(scope, numbers, grainOf(step)), steps);
  const columns = numbers?.map((code) => byCode.get(code) ?? []) ?? [sumOf([...byCode.values()])];
  const rows = steps.starts.map((from, i): TrendRow => {
    const counts = columns.map((values) => values[i] ?? 0);
    return { from, to: steps.starts[i + 1] ?? steps.end, counts, total: counts.reduce((sum, n) => sum + n, 0) };
  });
  return { ...asked, codes, ...times, steps, rows };
}

const USUAL_ROWS = 48;
const MOST_ROWS = 100_000;

/** Every zone's offset is a multiple of a quarter of an hour, so longer steps need no finer counts than that. */
const grainOf = (bucket: Bucket): number => (minutesOf(bucket) % 15 === 0 ? 900 : 60);

/** Occurrences in each step, by code. */
function sumSteps(counts: readonly BucketCount[], steps: Steps): Map<number, number[]> {
  const byCode = new Map<number, number[]>();
  for (const { code, start, n } of counts) {
    const values = byCode.get(code) ?? steps.starts.map(() => 0);
    const step = stepAt(steps, start);
    values[step] = (values[step] ?? 0) + n;
    byCode.set(code, values);
  }
  return byCode;
}

function sumOf(columns: readonly number[][]): number[] {
  const longest = columns.reduce((most, { length }) => Math.max(most, length), 0);
  return Array.from({ length: longest }, (_, i) => columns.reduce((sum, values) => sum + (values[i] ?? 0), 0));
}
