import type { Catalogue } from "../../catalogue/catalogue.ts";
import type { Language, Operation } from "../../catalogue/entry.ts";
import type { CodeTotal, EndpointTotal, Questions, SourceTotal, StoredLine } from "../../store/questions.ts";
import type { Scope, TimeRange } from "../../store/scope.ts";
import type { FoundIncident } from "../detect/incidents.ts";
import { clipped, type Series } from "../time/series.ts";
import { companionOf, explainCode } from "./code-explanation.ts";
import type { CodeRow, SampleLine, SourceRow } from "./code-row.ts";
import type { Counterparts, Shift } from "./counterparts.ts";
import type { Report } from "./report.ts";

/** What the rows are built from. */
export interface RowOptions {
  readonly catalogue: Catalogue;
  readonly scope: Scope;
  readonly lang: Language;
  readonly counts: readonly CodeTotal[];
  readonly extent: TimeRange | null;
  readonly steps: Report["steps"];
  readonly series: readonly Series[];
  readonly counterparts: Counterparts;
  readonly incidents: readonly FoundIncident[];
  /** The times that are believed, where some are not; null: all. */
  readonly believed: TimeRange | null;
  /** Of each code, most frequent first. */
  readonly sourceTotals: readonly (SourceTotal & { readonly code: number })[];
  /** Of each code at least five, most frequent first. */
  readonly endpoints: readonly EndpointTotal[];
  /** Whether a code is acknowledged at a moment. */
  readonly isKnown: (code: number, moment: number) => boolean;
}

/** Builds the row of each code of the period, in the order of the counts. */
export async function codeRows(store: Questions, options: RowOptions): Promise<CodeRow[]> {
  const { catalogue, scope, lang, counts, extent, steps, counterparts, incidents, believed, isKnown } = options;
  const parts = steps && extent ? clipped(steps, extent) : [];
  const total = counts.reduce((sum, { n }) => sum + n, 0);
  const series = new Map(options.series.map((one) => [one.code, one]));
  const endpoints = byCode(options.endpoints);
  const operations = byCode(await store.operationTotals(scope));
  const sources = byCode(options.sourceTotals);
  const samples = byCode(await store.sampleLines(scope, LATEST_SAMPLES));

  const operationOf = (code: number) => (operations.get(code)?.[0]?.operation ?? null) as Operation | null;

  return counts.map(({ code, n, first, last }): CodeRow => {
    const entry = catalogue.byCode(code);
    const name = entry?.name ?? String(code);
    const blamed = (endpoints.get(code) ?? []).slice(0, MOST_ROWS);
    const endpoint = blamed[0]?.endpoint ?? null;
    const failed = (operations.get(code) ?? []).map(({ operation, n: count }) => ({
      operation: operation as Operation,
      count,
    }));
    const explanation =
      entry === undefined
        ? null
        : explainCode(entry, {
            ...{ catalogue, lang, failed: failed.map(({ operation }) => operation), endpoint },
            companion: extent && companionOf(entry, { incidents, series: options.series, extent, operationOf }),
          });
    const countThen = (shift: Shift | null): number | null =>
      shift && extent && (series.get(code)?.sum(shift(extent.since), shift(extent.until)) ?? 0);
    return {
      code,
      name,
      title: entry?.title[lang] ?? "",
      category: entry?.category ?? null,
      retryable: entry?.retryable ?? null,
      severity: entry?.severity ?? null,
      acknowledged: isKnown(code, first ?? 0),
      count: n,
      share: n / total,
      before: countThen(counterparts.before),
      weekBefore: countThen(counterparts.weekBefore),
      first,
      last,
      trend: parts.map(({ since, until }) => series.get(code)?.sum(since, until) ?? 0),
      sources: (sources.get(code) ?? []).slice(0, MOST_ROWS).map(toSourceRow),
      operations: failed,
      endpoints: blamed.map((row) => ({ endpoint: row.endpoint, code, name, count: row.n, byDay: row.byDay })),
      endpoint,
      advice: explanation?.advice[0] ?? null,
      explanation,
      samples: (samples.get(code) ?? []).map((sample) => toSampleLine(sample, believed)),
    };
  });
}

/** A source as a report has it. */
export function toSourceRow({ host, source, n }: SourceTotal): SourceRow {
  return { host, source, count: n };
}

/** A line as a report has it, without a time that is not believed. */
export function toSampleLine({ host, source, line, minute, text }: StoredLine, believed: TimeRange | null): SampleLine {
  const isStray = believed !== null && minute !== null && (minute < believed.since || minute >= believed.until);
  return { host, source, line, minute: isStray ? null : minute, text };
}

const MOST_ROWS = 5;
const LATEST_SAMPLES = 2;

function byCode<Row extends { readonly code: number }>(rows: readonly Row[]): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) groups.set(row.code, [...(groups.get(row.code) ?? []), row]);
  return groups;
}
