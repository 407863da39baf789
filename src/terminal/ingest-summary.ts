import type { Totals } from "../ingest/counting.ts";
import type { IngestionFigures } from "../ingest/ingestion.ts";
import { formatBytes } from "../text/format-bytes.ts";
import { visible } from "../text/visible.ts";

/** All that an `ingest` has to say at its end. */
export interface IngestSummary extends IngestionFigures {
  readonly totals: Totals;
  readonly dryRun: boolean;
  readonly interrupted: boolean;
}

/** The closing lines for people: what was read, what was new, what was skipped and why. */
export function describeIngestion(summary: IngestSummary): string {
  const { logs, unchanged, skipped, totals, dryRun } = summary;
  const size = formatBytes(logs.reduce((sum, log) => sum + log.size, 0));
  const rest = unchanged.length > 0 ? `, ${unchanged.length} unchanged` : "";
  const lines = dryRun
    ? [`${plural(logs.length, "log")} would be read (${size})${rest}`, ...logs.map(({ path }) => `  ${visible(path)}`)]
    : [`${plural(logs.length, "log")} read (${size})${rest}, ${newIn(summary)}; ${countedIn(totals)}`];
  for (const [why, paths] of byReason(skipped)) lines.push(`  skipped: ${describeSkipped(why, paths, dryRun)}`);
  return `wsa-annotate: ${lines.join("\n")}\n`;
}

/** The same for machines (`--json`): one object, whose `version` changes when a field changes its meaning. */
export function ingestionRecord({ logs, unchanged, skipped, failed, totals, dryRun, interrupted }: IngestSummary) {
  return {
    version: 1,
    store: totals.store,
    dryRun,
    interrupted,
    occurrences: totals.occurrences,
    already: totals.already,
    codes: Object.fromEntries([...totals.codes].filter(([, n]) => n !== 0).sort(([a], [b]) => a - b)),
    logs: logs.map(({ path, source, size, counted }) => ({
      path,
      source,
      size,
      newBytes: counted.bytes,
      newLines: counted.lines,
      occurrences: counted.occurrences,
      already: counted.already,
      lostBytes: counted.lostBytes,
    })),
    unchanged: unchanged.length,
    skipped,
    failed,
  };
}

function newIn({ logs }: IngestSummary): string {
  const fresh = logs.filter(({ counted }) => counted.bytes > 0);
  const bytes = fresh.reduce((sum, { counted }) => sum + counted.bytes, 0);
  return fresh.length === 0 ? "nothing new" : `${formatBytes(bytes)} new in ${fresh.length}`;
}

function countedIn({ store, occurrences, codes, already }: Totals): string {
  const distinct = [...codes.values()].filter((n) => n !== 0).length;
  const what = `${plural(occurrences, "occurrence")} of ${plural(distinct, "code")}`;
  if (store === null) return `${what} found, not counted`;
  return `${what} counted in ${visible(store)}${already > 0 ? `, ${already} more were counted before` : ""}`;
}

/** What is hidden is only counted, unless it is asked for; the rest is named while it is not too much. */
function describeSkipped(why: string, paths: readonly string[], all: boolean): string {
  if (!all && (why === "hidden" || paths.length > 3)) return `${plural(paths.length, "file")} (${why})`;
  return `${paths.map(visible).join(", ")} (${why})`;
}

function byReason(skipped: IngestionFigures["skipped"]): Map<string, string[]> {
  const reasons = new Map<string, string[]>();
  for (const { path, why } of skipped) reasons.set(why, [...(reasons.get(why) ?? []), path]);
  return reasons;
}

function plural(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}
