import { placeOf } from "../annotate/place.ts";
import { adviceFor, fillIn } from "../catalogue/advice.ts";
import type { Catalogue } from "../catalogue/catalogue.ts";
import type { Language } from "../catalogue/entry.ts";
import { createSteps, fittingBucket, type Steps } from "./buckets.ts";
import { codeCounts, endpointCounts, type Reader, runTotals, sourceCount, trends, withoutTime } from "./queries.ts";
import type { CodeRow, Report, Totals } from "./report.ts";
import { extentOf, type Scope } from "./scope.ts";

/** Asks the store everything that a report says about the scope. */
export async function buildReport(
  store: Reader,
  { catalogue, scope, lang }: { readonly catalogue: Catalogue; readonly scope: Scope; readonly lang: Language },
): Promise<Report> {
  const counts = await codeCounts(store, scope);
  const endpoints = await endpointCounts(store, scope, MOST_ENDPOINTS);
  const totals = totalsOf(counts, await sourceCount(store, scope));
  const steps = stepsOf(scope, totals);
  const values = steps === null ? new Map<number, number[]>() : await trends(store, scope, steps, null);
  const nameOf = (code: number): string => catalogue.byCode(code)?.name ?? String(code);

  const codes = counts.map(({ code, n, first, last }): CodeRow => {
    const entry = catalogue.byCode(code);
    const endpoint = endpoints.find((row) => row.code === code)?.endpoint ?? null;
    const advice = entry === undefined ? undefined : adviceFor(entry, null)[0];
    return {
      code,
      name: nameOf(code),
      title: entry?.title[lang] ?? "",
      category: entry?.category ?? null,
      retryable: entry?.retryable ?? null,
      acknowledged: false,
      before: null,
      weekBefore: null,
      sources: [],
      operations: [],
      endpoints: endpoints
        .filter((row) => row.code === code)
        .map((row) => ({ endpoint: row.endpoint, code, name: nameOf(code), count: row.n })),
      explanation: null,
      samples: [],
      count: n,
      share: n / totals.occurrences,
      first,
      last,
      trend: values.get(code) ?? steps?.starts.map(() => 0) ?? [],
      endpoint,
      advice:
        advice === undefined ? null : { cause: advice.cause[lang], next: fillIn(advice.next[lang], placeOf(endpoint)) },
    };
  });
  return {
    ...scope,
    lang,
    extent: extentOf(scope.period, totals),
    totals,
    change: { before: null, weekBefore: null },
    history: { first: null, weeks: 0 },
    news: [],
    spikes: [],
    quiet: [],
    incidents: [],
    before: null,
    heatMap: null,
    steps,
    codes,
    endpoints: endpoints
      .slice(0, MOST_ENDPOINTS)
      .map(({ endpoint, code, n }) => ({ endpoint, code, name: nameOf(code), count: n })),
    read: { ...(await runTotals(store)), withoutTime: await withoutTime(store, scope) },
  };
}

const MOST_ENDPOINTS = 10;
const MOST_STEPS = 48;

function totalsOf(counts: Awaited<ReturnType<typeof codeCounts>>, sources: number): Totals {
  const times = counts.flatMap(({ first, last }) => (first === null || last === null ? [] : [first, last]));
  return {
    occurrences: counts.reduce((sum, { n }) => sum + n, 0),
    codes: counts.length,
    sources,
    first: times.length === 0 ? null : Math.min(...times),
    last: times.length === 0 ? null : Math.max(...times),
  };
}

function stepsOf({ period }: Scope, totals: Totals): Steps | null {
  const extent = totals.first === null ? null : extentOf(period, totals);
  if (extent === null) return null;
  const { since, until } = extent;
  return createSteps(fittingBucket(since, until, MOST_STEPS), since, until, period.zone);
}
