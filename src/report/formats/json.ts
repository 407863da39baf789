import type { TimeRange } from "../../store/scope.ts";
import { jsonText } from "../layout/json-text.ts";
import type { RowAdvice, SampleLine } from "../model/code-row.ts";
import type { Report } from "../model/report.ts";
import { minutesOf } from "../time/buckets.ts";
import { isoTime } from "../time/local-time.ts";
import type { ReportFormat } from "./report-format.ts";

/**
 * For programs: one object of `version` 1, which may gain keys but loses none. Its keys are those of `Report`, where
 * each is described. Moments are ISO 8601 in the report's zone with its offset, or null where unknown. Shares and
 * chances are 0 to 1; a `change` of 0.5 is half as many again. `trend.starts` are the starts of the steps that
 * `trend.before` and the `trend` of each code count in, and `trend.minutes` is their usual length. Text from logs is
 * not escaped.
 */
export const jsonFormat = { name: "json", endings: [".json"], render } as const satisfies ReportFormat;

function render(report: Report): string {
  return `${jsonText(documentOf(report), 2)}\n`;
}

function documentOf(report: Report): object {
  const { period, source, host, onlyCodes, onlyEndpoint, onlyOperation, lang, extent, totals, change, steps } = report;
  const { stray } = report.read;
  const at = (second: number | null): string | null => (second === null ? null : isoTime(second, period.zone));
  const timed = <Part extends TimeRange>(part: Part) => ({ ...part, since: at(part.since), until: at(part.until) });
  const line = (sample: SampleLine) => ({ ...sample, minute: at(sample.minute) });
  const advised = (advice: RowAdvice) => ({ ...advice, incident: advice.incident && timed(advice.incident) });
  return {
    version: 1,
    period: { since: at(period.since), until: at(period.until), zone: period.zone },
    extent: extent && timed(extent),
    source,
    host,
    onlyCodes: onlyCodes ?? null,
    onlyEndpoint: onlyEndpoint ?? null,
    onlyOperation: onlyOperation ?? null,
    lang,
    totals: { ...totals, first: at(totals.first), last: at(totals.last) },
    change: {
      before: change.before && timed(change.before),
      weekBefore: change.weekBefore && timed(change.weekBefore),
    },
    history: { ...report.history, first: at(report.history.first) },
    news: report.news.map((one) => ({ ...one, first: at(one.first), before: at(one.before) })),
    spikes: report.spikes.map(timed),
    quiet: report.quiet,
    incidents: report.incidents.map((one) => ({
      ...timed(one),
      peakAt: at(one.peakAt),
      began: one.began && line(one.began),
    })),
    trend: steps && {
      minutes: minutesOf(steps.bucket),
      starts: steps.starts.map(at),
      end: at(steps.end),
      before: report.before,
    },
    codes: report.codes.map((row) => ({
      ...row,
      first: at(row.first),
      last: at(row.last),
      samples: row.samples.map(line),
      advice: row.advice && advised(row.advice),
      explanation: row.explanation && { ...row.explanation, advice: row.explanation.advice.map(advised) },
    })),
    endpoints: report.endpoints,
    hosts: report.hosts,
    sources: report.sources,
    otherHosts: report.otherHosts,
    otherSources: report.otherSources,
    heatMap: report.heatMap && timed(report.heatMap),
    read: { ...report.read, stray: stray && { n: stray.occurrences, first: at(stray.first), last: at(stray.last) } },
  };
}
