import type { Page, Value } from "../../store/page.ts";
import { visible } from "../../text/visible.ts";
import { csvLine } from "../layout/csv-line.ts";
import { jsonText } from "../layout/json-text.ts";
import { type Column, table, widthsOf } from "../layout/table.ts";
import { truncate } from "../layout/wrap.ts";
import { parquet } from "./parquet.ts";
import type { QueryFormat } from "./query-format.ts";
import { uniqueNames } from "./unique-names.ts";

/** Columns are as wide as the first page needs; NULL is empty. */
const aligned: QueryFormat = {
  name: "table",
  async *render(pages, width) {
    let columns: Column[] | undefined;
    for await (const page of pages) {
      const rows = page.rows.map((row) => row.map(shown));
      const titled = columns === undefined;
      columns ??= columnsOf(page, rows);
      const rule = columns.map(({ least = 0 }) => "─".repeat(least));
      const lines = table(columns, titled ? [rule, ...rows] : rows).slice(titled ? 0 : 1);
      yield lines.map((line) => `${truncate(line, width)}\n`).join("");
    }
  },
};

/** One array of objects. Of columns with the same name the later ones get a number; integers beyond 2^53 are text. */
const json: QueryFormat = {
  name: "json",
  async *render(pages) {
    let before = "[";
    for await (const page of pages) {
      for (const row of objectsOf(page)) {
        yield `${before}\n  ${jsonText(row)}`;
        before = ",";
      }
    }
    yield before === "[" ? "[]\n" : "\n]\n";
  },
};

/** One object per line. */
const ndjson: QueryFormat = {
  name: "ndjson",
  async *render(pages) {
    for await (const page of pages)
      yield objectsOf(page)
        .map((row) => `${jsonText(row)}\n`)
        .join("");
  },
};

const csv: QueryFormat = {
  name: "csv",
  async *render(pages) {
    let titled = false;
    for await (const { columns, rows } of pages) {
      yield (titled ? rows : [columns, ...rows]).map(csvLine).join("");
      titled = true;
    }
  },
};

/** In the order in which `--help` lists them; the first is the default. */
export const queryFormats: readonly [QueryFormat, ...QueryFormat[]] = [aligned, json, ndjson, csv, parquet];

const shown = (cell: Value): string => (cell === null ? "" : visible(String(cell)));

function columnsOf({ columns, rows }: Page, cells: readonly (readonly string[])[]): Column[] {
  const titles = columns.map((name, i): Column => {
    const isNumber = rows.some((row) => row[i] !== null) && rows.every((row) => typeof row[i] !== "string");
    return { title: visible(name), align: isNumber ? "right" : "left" };
  });
  const widths = widthsOf(titles, cells);
  return titles.map((column, i) => ({ ...column, least: widths[i] ?? 0 }));
}

function objectsOf({ columns, rows }: Page): Record<string, Value>[] {
  const names = uniqueNames(columns);
  return rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i] ?? null])));
}
