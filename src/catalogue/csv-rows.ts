import { CsvError, parse } from "csv-parse/sync";
import { say } from "../wording.ts";
import { exportColumns } from "./columns.ts";
import { MOST_ROWS, type RawFile } from "./raw-file.ts";

/** The columns that a catalogue in CSV may have; a text can be one for both languages. */
const catalogueColumns = [...exportColumns, "title", "meaning", "cause", "next"] as const;

type Column = (typeof catalogueColumns)[number];
type Cells = Readonly<Partial<Record<Column, string>>>;

/** Reads the rows of a CSV file (RFC 4180, with a header); one row makes one entry with one piece of advice. */
export function readCsvRows(text: string): RawFile {
  try {
    const records = parse(text.replaceAll("\r\n", "\n"), {
      columns: readHeader,
      info: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as {
      readonly record: Cells;
      readonly info: { readonly lines: number };
    }[];
    if (records.length > MOST_ROWS) return { line: 1, unreadable: say`has more than ${MOST_ROWS} codes` };
    const rows = records.map(({ record, info }) => ({
      value: toValue(record),
      // The parser has the line on which a record ends.
      lineOf: () => info.lines - Object.values(record).join("").split("\n").length + 1,
    }));
    return { heading: {}, rows };
  } catch (cause) {
    if (cause instanceof UnknownColumn)
      return {
        line: 1,
        unreadable: say`has the unknown column ${cause.message}; known are ${catalogueColumns.join(", ")}`,
      };
    if (!(cause instanceof CsvError)) throw cause;
    return { line: Number(cause["lines"] ?? 1), unreadable: say`is not CSV: ${cause.message}` };
  }
}

class UnknownColumn extends Error {}

function readHeader(names: readonly string[]): string[] {
  const header = names.map((name) => name.toLowerCase());
  const unknown = header.find((name) => !(catalogueColumns as readonly string[]).includes(name));
  if (unknown !== undefined) throw new UnknownColumn(unknown);
  return header;
}

/** The entry of a row, as JSON would have it. */
function toValue(cells: Cells): object {
  const { code = "", name, category, retryable, severity } = cells;
  const cause = textOf(cells, "cause");
  const next = textOf(cells, "next");
  const advice =
    cause === undefined && next === undefined
      ? undefined
      : [{ operations: listOf(cells.operations) ?? [], cause, next }];
  const value = {
    ...{ code: /^\d+$/.test(code) ? Number(code) : code, name, category, retryable, severity },
    ...{ title: textOf(cells, "title"), meaning: textOf(cells, "meaning"), advice },
    ...{ aliases: listOf(cells.aliases), cues: listOf(cells.cues), ignore: listOf(cells.ignore) },
  };
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined && field !== ""));
}

function textOf(cells: Cells, column: "title" | "meaning" | "cause" | "next") {
  const { [`${column}_en` as const]: en, [`${column}_zh` as const]: zh, [column]: both } = cells;
  return en || zh ? { en: en || zh, zh: zh || en } : both || undefined;
}

function listOf(cell: string | undefined): string[] | undefined {
  const values = cell?.split("|").map((value) => value.trim());
  const given = values?.filter((value) => value !== "");
  return given?.length === 0 ? undefined : given;
}
