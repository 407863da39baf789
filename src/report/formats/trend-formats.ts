import type { Language } from "../../catalogue/entry.ts";
import { visible } from "../../text/visible.ts";
import { words } from "../../words/index.ts";
import { csvLine } from "../layout/csv-line.ts";
import { count } from "../layout/figures.ts";
import { jsonText } from "../layout/json-text.ts";
import { markdownCell as cell, markdownTable } from "../layout/markdown-cell.ts";
import { bar } from "../layout/sparkline.ts";
import { type Column, table, tableWidth } from "../layout/table.ts";
import { wrap } from "../layout/wrap.ts";
import { scopeParts } from "../lines/headline.ts";
import type { Trend } from "../model/trend.ts";
import { minutesOf } from "../time/buckets.ts";
import { isoTime, localTime } from "../time/local-time.ts";
import type { RenderOptions } from "./report-format.ts";

/** One way to write a trend. */
export interface TrendFormat {
  readonly name: string;
  /** Returns the whole trend, its last line end included. */
  render(trend: Trend, options: RenderOptions & { readonly lang: Language }): string;
}

const text: TrendFormat = {
  name: "text",
  render(trend, { width, lang }) {
    const head = wrap(headline(trend, lang), width).join("\n");
    if (trend.rows.length === 0) return `${head} · ${words[lang].report.empty}\n`;
    const columns = columnsOf(trend, lang);
    const rows = rowsOf(trend);
    const most = trend.rows.reduce((n, { total }) => Math.max(n, total), 0);
    const room = Math.max(width - 2 - tableWidth(columns, rows) - 2, 0);
    const lines = table(
      [...columns, { title: "", align: "left" }],
      rows.map((cells, i) => [...cells, bar(trend.rows[i]?.total ?? 0, most, room)]),
    );
    return `${head}\n\n${lines.map((line) => `  ${line}`).join("\n")}\n`;
  },
};

const markdown: TrendFormat = {
  name: "markdown",
  render(trend, { lang }) {
    const body =
      trend.rows.length === 0
        ? words[lang].report.empty
        : markdownTable(columnsOf(trend, lang), rowsOf(trend)).join("\n");
    return `# ${cell(headline(trend, lang))}\n\n${body}\n`;
  },
};

/**
 * `{"version":1,…,"rows":[{"from":…,"to":…,"counts":[…],"total":…}]}`. Counts are in the order of `codes`; when that is
 * null, `total` alone counts all codes.
 */
const json: TrendFormat = {
  name: "json",
  render({ period: { since, until, zone }, source, host, codes, steps, rows }) {
    const at = (second: number | null): string | null => (second === null ? null : isoTime(second, zone));
    const document = {
      version: 1,
      period: { since: at(since), until: at(until), zone },
      source,
      host,
      codes,
      minutes: steps && minutesOf(steps.bucket),
      rows: rows.map((row) => ({ ...row, from: at(row.from), to: at(row.to) })),
    };
    return `${jsonText(document, 2)}\n`;
  },
};

const csv: TrendFormat = {
  name: "csv",
  render({ period: { zone }, codes, rows }) {
    const titles = ["from", "to", ...(codes?.map(({ code }) => code) ?? []), "total"];
    const lines = rows.map(({ from, to, counts, total }) => [
      isoTime(from, zone),
      isoTime(to, zone),
      ...(codes ? counts : []),
      total,
    ]);
    return [titles, ...lines].map(csvLine).join("");
  },
};

/** In the order in which `--help` lists them; the first is the default. */
export const trendFormats: readonly [TrendFormat, ...TrendFormat[]] = [text, markdown, json, csv];

function headline(trend: Trend, lang: Language): string {
  const names =
    trend.codes?.map(({ code, name }) => `${code} ${visible(name)}`).join(", ") ?? words[lang].report.heading;
  return [names, ...scopeParts(trend, trend, words[lang].report)].join(" · ");
}

function columnsOf({ codes }: Trend, lang: Language): Column[] {
  const say = words[lang].report;
  const each = codes?.map(({ code }) => String(code)) ?? [];
  const titles = each.length === 1 ? each : [...each, codes === null ? say.count : say.total];
  return [{ title: say.start, align: "left" }, ...titles.map((title): Column => ({ title, align: "right" }))];
}

function rowsOf({ period: { zone }, codes, rows }: Trend): string[][] {
  return rows.map(({ from, counts, total }, i) => {
    const { date, time, offset } = localTime(from, zone);
    // An hour that the clocks repeat gets its offset.
    const repeated = [rows[i - 1], rows[i + 1]].some(
      (other) => other !== undefined && isRepeat(other.from, from, zone),
    );
    const numbers = codes === null || codes.length === 1 ? [total] : [...counts, total];
    return [`${date} ${time}${repeated ? ` ${offset}` : ""}`, ...numbers.map(count)];
  });
}

function isRepeat(a: number, b: number, zone: string): boolean {
  const [one, other] = [localTime(a, zone), localTime(b, zone)];
  return one.date === other.date && one.time === other.time;
}
