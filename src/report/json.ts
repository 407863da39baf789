import { minutesOf } from "./buckets.ts";
import { isoTime } from "./figures.ts";
import type { ReportFormat } from "./index.ts";
import { jsonText } from "./layout/json-text.ts";
import type { Report } from "./report.ts";

/**
 * For programs: one object, `version` 1, which gets new keys but loses none.
 * Moments are ISO 8601 in the report's zone with its offset, or null where unknown; `share` is 0 to 1; `trend.starts` are the
 * beginnings of the steps that each code's `trend` counts in, `trend.minutes` their usual length; text is as it was stored.
 */
export const json: ReportFormat = { name: "json", render };

function render(report: Report): string {
  const { zone } = report.period;
  const at = (second: number | null): string | null => (second === null ? null : isoTime(second, zone));
  const document = {
    version: 1,
    period: { since: at(report.period.since), until: at(report.period.until), zone },
    source: report.source,
    host: report.host,
    lang: report.lang,
    totals: { ...report.totals, first: at(report.totals.first), last: at(report.totals.last) },
    trend: report.steps && {
      minutes: minutesOf(report.steps.bucket),
      starts: report.steps.starts.map(at),
      end: at(report.steps.end),
    },
    codes: report.codes.map(({ code, name, title, category, count, share, first, last, trend, endpoint, advice }) => ({
      code,
      name,
      title,
      category,
      count,
      share,
      first: at(first),
      last: at(last),
      trend,
      endpoint,
      advice,
    })),
    endpoints: report.endpoints,
    read: report.read,
  };
  return `${jsonText(document, 2)}\n`;
}
