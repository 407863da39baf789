import { toIngestRecord } from "../ingest/ingest-record.ts";
import type { IngestResult, IngestTotals } from "../ingest/ingest-result.ts";
import { formatBytes } from "../text/format-bytes.ts";
import { visible } from "../text/visible.ts";

/** What the closing message of `ingest` is made of. */
export interface IngestSummary extends IngestResult {
  /** Path or URL of the store; null when nothing was counted. */
  readonly store: string | null;
  readonly dryRun: boolean;
}

/** The closing lines for people: what was read, what was new, what was skipped and why. */
export function describeIngestion(summary: IngestSummary): string {
  const { logs, unchanged, skipped, totals, store, dryRun } = summary;
  const size = formatBytes(logs.reduce((sum, log) => sum + log.size, 0));
  const rest = unchanged.length > 0 ? `, ${unchanged.length} unchanged` : "";
  const lines = dryRun
    ? [`${plural(logs.length, "log")} would be read (${size})${rest}`, ...logs.map(({ path }) => `  ${visible(path)}`)]
    : [`${plural(logs.length, "log")} read (${size})${rest}, ${newIn(summary)}; ${describeTotals(totals, store)}`];
  if (summary.interrupted && !dryRun) lines.push("  interrupted: the next run goes on where this one ended");
  for (const [why, paths] of byReason(skipped)) lines.push(`  skipped: ${describeSkipped(why, paths, dryRun)}`);
  return `wsa-annotate: ${lines.join("\n")}\n`;
}

/** The same for machines (`--json`): one object, whose `version` changes when a field changes its meaning. */
export function ingestionRecord(summary: IngestSummary) {
  const { store, dryRun, interrupted } = summary;
  return { version: 1, store, dryRun, interrupted, ...toIngestRecord(summary) };
}

/** What was counted, and where; `store` is null when nothing was. */
export function describeTotals({ occurrences, codes, already }: IngestTotals, store: string | null): string {
  const distinct = [...codes.values()].filter((n) => n !== 0).length;
  const what = `${plural(occurrences, "occurrence")} of ${plural(distinct, "code")}`;
  if (store === null) return `${what} found, not counted`;
  return `${what} counted in ${visible(store)}${already > 0 ? `, ${already} more were counted before` : ""}`;
}

function newIn({ logs }: IngestSummary): string {
  const fresh = logs.filter(({ counted }) => counted.bytes > 0);
  const bytes = fresh.reduce((sum, { counted }) => sum + counted.bytes, 0);
  return fresh.length === 0 ? "nothing new" : `${formatBytes(bytes)} new in ${fresh.length}`;
}

/** Hidden files are only counted, and so are more than three with one reason; a dry run names them all. */
function describeSkipped(why: string, paths: readonly string[], all: boolean): string {
  if (!all && (why === "hidden" || paths.length > 3)) return `${plural(paths.length, "file")} (${why})`;
  return `${paths.map(visible).join(", ")} (${why})`;
}

function byReason(skipped: IngestResult["skipped"]): Map<string, string[]> {
  const reasons = new Map<string, string[]>();
  for (const { path, why } of skipped) reasons.set(why, [...(reasons.get(why) ?? []), path]);
  return reasons;
}

function plural(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}
