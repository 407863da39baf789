import { visible } from "../../text/visible.ts";
import { words } from "../../words/index.ts";
import { LEAST_WEEKS } from "../detect/usual.ts";
import { count } from "../layout/figures.ts";
import type { NewCode, Report } from "../model/report.ts";
import { localTime } from "../time/local-time.ts";
import { isFirstDay } from "./is-first-day.ts";
import { endStamp, momentStamp } from "./stamps.ts";

/** One unusual thing, in words. */
export interface UnusualLine {
  readonly label: string;
  /** Null for a line that is not about one code. */
  readonly code: number | null;
  readonly name: string;
  readonly detail: string;
}

/** Says what is new, more and less than usual, at most eight of each, or in one line that there is nothing. */
export function unusualLines(report: Report): UnusualLine[] {
  const say = words[report.lang].report;
  const stamp = (second: number): string => momentStamp(report, second);
  const join = (...parts: (string | null)[]): string =>
    parts.filter((part) => part !== null && part !== "").join(say.comma);
  const lines = [
    ...capped(report, say.newCode, report.news, (one) => {
      const before = one.before === null ? null : say.notSeenSince(localTime(one.before, report.period.zone).date);
      return join(say.firstSeen(stamp(one.first), visible(one.source)), placed(one), before);
    }),
    ...capped(report, say.spike, report.spikes, ({ count: n, expected, since, until, endpoint }) =>
      join(
        say.against(count(n), about(expected)) + say.aside(`${stamp(since)}–${endStamp(report, since, until)}`),
        visible(endpoint ?? ""),
      ),
    ),
    ...capped(report, say.quiet, report.quiet, ({ count: n, expected }) => say.against(count(n), about(expected))),
  ];
  if (lines.length > 0) return lines;
  const young = report.history.weeks < LEAST_WEEKS;
  const detail = isFirstDay(report) ? say.firstDay : young ? say.tooYoung : say.nothingUnusual;
  return [{ label: "", code: null, name: "", detail }];
}

const MOST_LINES = 8;

function capped<Found extends { readonly code: number; readonly name: string }>(
  { lang }: Report,
  label: string,
  found: readonly Found[],
  detailOf: (one: Found) => string,
): UnusualLine[] {
  const lines: UnusualLine[] = found.slice(0, MOST_LINES).map((one) => ({
    label,
    code: one.code,
    name: visible(one.name),
    detail: detailOf(one),
  }));
  const left = found.length - lines.length;
  return left === 0 ? lines : [...lines, { label, code: null, name: "", detail: words[lang].report.more(count(left)) }];
}

/** `bind 0.0.0.0:80` */
const placed = ({ operation, endpoint }: NewCode): string =>
  [operation, endpoint === null ? null : visible(endpoint)].filter((part) => part !== null).join(" ");

/** Small expectations keep one decimal, because 0.4 must not read as none. */
const about = (expected: number): string =>
  expected > 0 && expected < 10 ? String(Number(expected.toFixed(1)) || "<0.1") : count(Math.round(expected));
