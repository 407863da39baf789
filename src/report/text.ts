import pc from "picocolors";
import stringWidth from "string-width";
import { categoryColors } from "../annotate/colors.ts";
import { visible } from "../annotate/visible.ts";
import { type Bucket, minutesOf } from "./buckets.ts";
import { count, localTime, percent } from "./figures.ts";
import { endpointsHeading, readLine } from "./footer.ts";
import { headline, totalsLine } from "./headline.ts";
import type { RenderOptions, ReportFormat } from "./index.ts";
import { sparkline, squeeze } from "./layout/sparkline.ts";
import { type Column, table, tableWidth } from "./layout/table.ts";
import { truncate, wrap } from "./layout/wrap.ts";
import type { CodeRow, Report } from "./report.ts";
import { type Words, words } from "./words.ts";

/** For a person at a terminal: fits the width, colours the codes by category. */
export const text: ReportFormat = { name: "text", render };

function render(report: Report, { width, color }: RenderOptions): string {
  const say = words[report.lang];
  const colors = pc.createColors(color);
  const title = (line: string): string => colors.bold(line);
  const head = wrap(headline(report), width).map(title);
  if (report.codes.length === 0) return `${head.join("\n")} · ${say.empty}\n`;

  const paint: Paint = ({ category }, cell) => (category === null ? cell : colors[categoryColors[category]](cell));
  const sections = [
    [...head, totalsLine(report)],
    codeLines(report, width, paint, say),
    endpointLines(report, width, title),
    adviceLines(report, width, title, paint, say),
    wrap(readLine(report), width),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

type Paint = (row: CodeRow, cell: string) => string;

const INDENT = "  ";
const MOST_ADVICE = 5;

function codeLines(report: Report, width: number, paint: Paint, say: Words): string[] {
  const { codes, steps } = report;
  const stamp = stampOf(report);
  const columns: Column[] = [
    { title: say.code, align: "right" },
    { title: say.name, align: "left" },
    { title: say.count, align: "right" },
    { title: say.share, align: "right" },
    { title: say.first, align: "right" },
    { title: say.last, align: "right" },
  ];
  const rowsWith = (style: (second: number) => string): string[][] =>
    codes.map((row) => [
      paint(row, String(row.code)),
      paint(row, truncate(visible(row.name), 26)),
      count(row.count),
      percent(row.share),
      ...[row.first, row.last].map((second) => (second === null ? "–" : style(second))),
    ]);
  const room = (rows: string[][]): number => width - INDENT.length - tableWidth(columns, rows) - 2;
  const long = rowsWith(stamp.long);
  const rows = room(long) >= LEAST_TREND ? long : rowsWith(stamp.short);
  if (steps === null || room(rows) < LEAST_TREND) return table(columns, rows).map((line) => INDENT + line);

  const trends = codes.map(({ trend }) => squeeze(trend, room(rows)));
  const each = say.trend(duration(steps.bucket, trends[0]?.size ?? 1, say));
  const title = stringWidth(each) <= room(rows) ? each : say.trendTitle;
  const lines = table(
    [...columns, { title, align: "left" }],
    rows.map((cells, i) => [...cells, sparkline(trends[i]?.values ?? [])]),
  );
  return lines.map((line) => INDENT + line);
}

const LEAST_TREND = 12;

/** How first and last are told: the time alone where all is on one day, else the date, with the time where there is room. */
function stampOf({
  period: { zone },
  totals: { first, last },
}: Report): Record<"long" | "short", (at: number) => string> {
  const from = localTime(first ?? 0, zone).date;
  const to = localTime(last ?? 0, zone).date;
  if (from === to) return { long: (at) => localTime(at, zone).time, short: (at) => localTime(at, zone).time };
  const skip = from.slice(0, 5) === to.slice(0, 5) ? 5 : 0;
  const short = (at: number): string => localTime(at, zone).date.slice(skip);
  return { long: (at) => `${short(at)} ${localTime(at, zone).time}`, short };
}

function duration(bucket: Bucket, size: number, say: Words): string {
  const minutes = minutesOf(bucket) * size;
  if (minutes % 1440 === 0) return say.days(minutes / 1440);
  return minutes % 60 === 0 ? say.hours(minutes / 60) : say.minutes(minutes);
}

function endpointLines(report: Report, width: number, title: (line: string) => string): string[] {
  if (report.endpoints.length === 0) return [];
  const rows = report.endpoints.map(({ endpoint, code, name, count: n }) => [
    count(n),
    String(code),
    visible(name),
    visible(endpoint),
  ]);
  const lines = table(
    ["right", "right", "left", "left"].map((align) => ({ title: "", align: align as Column["align"] })),
    rows,
  );
  return [title(endpointsHeading(report)), ...lines.slice(1).map((line) => truncate(INDENT + line, width))];
}

function adviceLines(
  report: Report,
  width: number,
  title: (line: string) => string,
  paint: Paint,
  say: Words,
): string[] {
  const advised = report.codes.filter(({ advice }) => advice !== null).slice(0, MOST_ADVICE);
  if (advised.length === 0) return [];
  const indented = (line: string, indent: string, first = indent): string[] =>
    wrap(line, width - indent.length).map((part, i) => (i === 0 ? first : indent) + part);
  return [
    title(say.firstSteps),
    ...advised.flatMap((row) => [
      `${INDENT}${paint(row, `${row.code} ${visible(row.name)}`)}  ${visible(row.title)}`,
      ...indented(row.advice?.cause ?? "", "    "),
      ...indented(row.advice?.next ?? "", "      ", "    → "),
    ]),
  ];
}
