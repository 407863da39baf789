import { visible } from "../../text/visible.ts";
import { LEAST_WEEKS } from "../detect/usual.ts";
import { count, localTime } from "../layout/figures.ts";
import type { EndpointRow, Incident, NewCode, Report } from "../model/report.ts";
import { words } from "./words.ts";

/** One thing that is not as usual, in words. */
export interface Unusual {
  readonly label: string;
  /** Null for a sentence that is about no code. */
  readonly code: number | null;
  readonly name: string;
  readonly detail: string;
}

/** What is new, more and less than usual, at most eight of each; where nothing is, one line that says so. */
export function unusualLines(report: Report): Unusual[] {
  const say = words[report.lang];
  const stamp = stampOf(report);
  const join = (...parts: (string | null)[]): string =>
    parts.filter((part) => part !== null && part !== "").join(say.comma);
  const lines = [
    ...capped(report, say.newCode, report.news, (one) => {
      const before = one.before === null ? null : say.notSeenSince(localTime(one.before, report.period.zone).date);
      return join(say.firstSeen(stamp(one.first), fileName(one.source)), placed(one), before);
    }),
    ...capped(report, say.spike, report.spikes, ({ count: n, expected, since, until, endpoint }) =>
      join(
        `${say.against(count(n), about(expected))} (${stamp(since)}–${stampOfEnd(report, since, until)})`,
        visible(endpoint ?? ""),
      ),
    ),
    ...capped(report, say.quiet, report.quiet, ({ count: n, expected }) => say.against(count(n), about(expected))),
  ];
  if (lines.length > 0) return lines;
  const young = report.history.weeks < LEAST_WEEKS;
  return [{ label: "", code: null, name: "", detail: young ? say.tooYoung : say.nothingUnusual }];
}

/** How a moment of the period is told: the time alone where the period is a day, else with the date. */
export function stampOf({ extent, period: { zone } }: Report): (second: number) => string {
  const from = localTime(extent?.since ?? 0, zone).date;
  const to = localTime((extent?.until ?? 60) - 60, zone).date;
  const skipped = from.slice(0, 5) === to.slice(0, 5) ? "2026-".length : 0;
  return (second) => {
    const { date, time } = localTime(second, zone);
    return from === to ? time : `${date.slice(skipped)} ${time}`;
  };
}

/** The end of a stretch: the time alone where it ends on the day that it began. */
export function stampOfEnd(report: Report, since: number, until: number): string {
  const [from, to] = [since, until].map((second) => localTime(second, report.period.zone));
  return from?.date === to?.date ? (to?.time ?? "") : stampOf(report)(until);
}

/** `10061 WSAECONNREFUSED 1,098 → db-2:5432` for each code of an incident. */
export function incidentParts({ codes, endpoints }: Incident): string[] {
  return codes.map(({ code, name, count: n }) => {
    const blamed = weighty(endpoints.filter((row) => row.code === code)).map(({ endpoint }) => visible(endpoint));
    return `${code} ${visible(name)} ${count(n)}${blamed.length === 0 ? "" : ` → ${blamed.join(", ")}`}`;
  });
}

/** The last part of a path, made visible. */
export const fileName = (source: string): string =>
  visible(source.slice(Math.max(source.lastIndexOf("/"), source.lastIndexOf("\\")) + 1));

const MOST_LINES = 8;

function capped<Found extends { readonly code: number; readonly name: string }>(
  { lang }: Report,
  label: string,
  found: readonly Found[],
  detailOf: (one: Found) => string,
): Unusual[] {
  const lines: Unusual[] = found.slice(0, MOST_LINES).map((one) => ({
    label,
    code: one.code,
    name: visible(one.name),
    detail: detailOf(one),
  }));
  const left = found.length - lines.length;
  return left === 0 ? lines : [...lines, { label, code: null, name: "", detail: words[lang].more(count(left)) }];
}

/** `bind 0.0.0.0:80` */
const placed = ({ operation, endpoint }: NewCode): string =>
  [operation, endpoint === null ? null : visible(endpoint)].filter((part) => part !== null).join(" ");

/** Small expectations keep a digit behind the point, so that none is not mistaken for few. */
const about = (expected: number): string =>
  expected > 0 && expected < 10 ? String(Number(expected.toFixed(1)) || "<0.1") : count(Math.round(expected));

/** Those with at least a tenth of what the first has. */
function weighty(rows: readonly EndpointRow[]): EndpointRow[] {
  const most = rows[0]?.count ?? 0;
  return rows.filter((row) => row.count * 10 >= most);
}
