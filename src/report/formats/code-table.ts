import { stringWidth } from "../../text/string-width.ts";
import { visible } from "../../text/visible.ts";
import { words } from "../../words/index.ts";
import type { ReportWords } from "../../words/report-words.ts";
import { count, percent } from "../layout/figures.ts";
import { sparkline, squeeze } from "../layout/sparkline.ts";
import { type Column, table, tableWidth } from "../layout/table.ts";
import { truncate } from "../layout/wrap.ts";
import { stepLength } from "../lines/step-length.ts";
import type { CodeRow } from "../model/code-row.ts";
import type { Report } from "../model/report.ts";
import { localTime } from "../time/local-time.ts";

/** Gives a cell the colour of its code. */
export type Paint = (row: CodeRow, cell: string) => string;

/** Returns a table with a line for each code, in `width` columns. The trend takes what the other columns leave. */
export function codeTable({ lang, codes, steps, ...report }: Report, width: number, paint: Paint): string[] {
  const say = words[lang].report;
  const columns = columnsOf(say);
  const [long, short] = stampsOf(report).map((stamp) => codes.map((row) => cellsOf(row, stamp, paint)));
  const roomBeside = (rows: string[][] = []): number => width - tableWidth(columns, rows) - GAP;
  const rows = (roomBeside(long) >= LEAST_TREND ? long : short) ?? [];
  const room = roomBeside(rows);
  if (steps === null || room < LEAST_TREND) return table(columns, rows);

  const trends = codes.map(({ trend }) => squeeze(trend, room));
  const each = say.trend(stepLength(steps.bucket, say, trends[0]?.size));
  const title = stringWidth(each) <= room ? each : say.trendTitle;
  return table(
    [...columns, { title, align: "left" }],
    rows.map((cells, i) => [...cells, sparkline(trends[i]?.values ?? [])]),
  );
}

const GAP = 2;
const LEAST_TREND = 12;
const MOST_NAME = 26;

function columnsOf(say: ReportWords): Column[] {
  return [
    { title: say.code, align: "right" },
    { title: say.name, align: "left" },
    { title: say.count, align: "right" },
    { title: say.share, align: "right" },
    { title: say.first, align: "right" },
    { title: say.last, align: "right" },
  ];
}

type Stamp = (second: number) => string;

function cellsOf(row: CodeRow, stamp: Stamp, paint: Paint): string[] {
  return [
    paint(row, String(row.code)),
    paint(row, truncate(visible(row.name), MOST_NAME)),
    count(row.count),
    percent(row.share),
    ...[row.first, row.last].map((second) => (second === null ? "–" : stamp(second))),
  ];
}

/**
 * Returns how to write first and last, in full and in short: the time alone where all is on one day, else the date with
 * and without the time.
 */
function stampsOf({ period: { zone }, totals }: Pick<Report, "period" | "totals">): readonly [Stamp, Stamp] {
  const from = localTime(totals.first ?? 0, zone).date;
  const to = localTime(totals.last ?? 0, zone).date;
  const time: Stamp = (second) => localTime(second, zone).time;
  if (from === to) return [time, time];
  const skipped = from.slice(0, 5) === to.slice(0, 5) ? "2026-".length : 0;
  const date: Stamp = (second) => localTime(second, zone).date.slice(skipped);
  return [(second) => `${date(second)} ${time(second)}`, date];
}
