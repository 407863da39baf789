import type { Language } from "../catalogue/entry.ts";
import { toIngestRecord } from "../ingest/ingest-record.ts";
import type { IngestResult, IngestTotals } from "../ingest/ingest-result.ts";
import { formatBytes } from "../text/format-bytes.ts";
import { visible } from "../text/visible.ts";
import { allOf, fixed, say, type Wording } from "../wording.ts";
import { inLanguage } from "../wordings/index.ts";

/** What the closing message of `ingest` is made of. */
export interface IngestSummary extends IngestResult {
  /** Path or URL of the store; null when nothing was counted. */
  readonly store: string | null;
  readonly dryRun: boolean;
}

/** The closing lines for people: what was read, what was new, what was skipped and why. */
export function describeIngestion(summary: IngestSummary, lang: Language): string {
  const { logs, unchanged, skipped, totals, store, dryRun } = summary;
  const size = formatBytes(logs.reduce((sum, log) => sum + log.size, 0));
  const some = logsOf(logs.length);
  const read = dryRun ? say`${some} would be read (${size})` : say`${some} read (${size})`;
  const seen = unchanged.length > 0 ? say`${read}, ${unchanged.length} unchanged` : read;
  const lines = dryRun
    ? [seen, ...logs.map(({ path }) => say`  ${visible(path)}`)]
    : [say`${seen}, ${newIn(summary)}; ${describeTotals(totals, store)}`];
  if (summary.interrupted && !dryRun) lines.push(say`  interrupted: the next run goes on where this one ended`);
  for (const [why, paths] of byReason(skipped)) lines.push(say`  skipped: ${describeSkipped(why, paths, dryRun)}`);
  return `wsa-annotate: ${lines.map((line) => inLanguage(line, lang)).join("\n")}\n`;
}

/** The same for machines (`--json`): one object, whose `version` changes when a field changes its meaning. */
export function ingestionRecord(summary: IngestSummary) {
  const { store, dryRun, interrupted } = summary;
  return { version: 1, store, dryRun, interrupted, ...toIngestRecord(summary) };
}

/** What was counted, and where; `store` is null when nothing was. */
export function describeTotals({ occurrences, codes, already }: IngestTotals, store: string | null): Wording {
  const distinct = [...codes.values()].filter((n) => n !== 0).length;
  const what = say`${occurrencesOf(occurrences)} of ${distinct === 1 ? say`${distinct} code` : say`${distinct} codes`}`;
  if (store === null) return say`${what} found, not counted`;
  const counted = say`${what} counted in ${visible(store)}`;
  return already > 0 ? say`${counted}, ${already} more were counted before` : counted;
}

function newIn({ logs }: IngestSummary): Wording {
  const fresh = logs.filter(({ counted }) => counted.bytes > 0);
  const bytes = formatBytes(fresh.reduce((sum, { counted }) => sum + counted.bytes, 0));
  return fresh.length === 0 ? say`nothing new` : say`${bytes} new in ${fresh.length}`;
}

/** Hidden files are only counted, and so are more than three with one reason; a dry run names them all. */
function describeSkipped(why: string, paths: readonly string[], all: boolean): Wording {
  if (all || (why !== "hidden" && paths.length <= 3)) return say`${allOf(paths)} (${fixed(why)})`;
  return say`${paths.length === 1 ? say`${1} file` : say`${paths.length} files`} (${fixed(why)})`;
}

function byReason(skipped: IngestResult["skipped"]): Map<string, string[]> {
  const reasons = new Map<string, string[]>();
  for (const { path, why } of skipped) reasons.set(why, [...(reasons.get(why) ?? []), path]);
  return reasons;
}

const logsOf = (n: number): Wording => (n === 1 ? say`${n} log` : say`${n} logs`);

const occurrencesOf = (n: number): Wording => (n === 1 ? say`${n} occurrence` : say`${n} occurrences`);
