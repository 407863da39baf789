import type { ParquetWriter as Writer } from "hyparquet-writer";
import { WsaError } from "../../error.ts";
import type { Page, Value } from "../../store/page.ts";
import { say } from "../../wording.ts";
import type { QueryFormat } from "./query-format.ts";
import { uniqueNames } from "./unique-names.ts";

/**
 * Apache Parquet, for DuckDB, Spark and ClickHouse. A column has the type that its first values have: INT64, DOUBLE, or
 * text. Rows are written in groups, so that only one of them is in memory.
 */
export const parquet: QueryFormat = { name: "parquet", isBinary: true, render };

/** Rows that are compressed together. */
const GROUP_ROWS = 50_000;

type SchemaElement = Writer["schema"][number];
type ColumnType = "INT64" | "DOUBLE" | "STRING";

async function* render(pages: AsyncIterable<Page>): AsyncGenerator<Uint8Array> {
  // Most queries do without it.
  const { ByteWriter, ParquetWriter } = await import("hyparquet-writer");
  const writer = new ByteWriter();
  let file: Writer | null = null;
  let names: readonly string[] = [];
  let types: readonly ColumnType[] = [];
  for await (const { columns, rows } of inGroups(pages)) {
    if (file === null) {
      names = uniqueNames(columns);
      types = columns.map((_, at) => typeOf(rows.map((row) => row[at] ?? null)));
      file = new ParquetWriter({ writer, schema: schemaOf(names, types), createdBy: "wsa-annotate" });
    }
    const data = types.map((type, at) => rows.map((row) => converted(row[at] ?? null, type, names[at] as string)));
    if (rows.length > 0)
      await file.write({
        columnData: names.map((name, at) => ({ name, data: data[at] ?? [] })),
        rowGroupSize: GROUP_ROWS,
      });
    yield taken(writer);
  }
  await file?.finish();
  yield taken(writer);
}

/** Puts pages together until a group is full; there is at least one. */
async function* inGroups(pages: AsyncIterable<Page>): AsyncGenerator<Page> {
  let columns: Page["columns"] = [];
  let rows: Page["rows"][number][] = [];
  let isFirst = true;
  for await (const page of pages) {
    columns = page.columns;
    for (const row of page.rows) rows.push(row);
    if (rows.length < GROUP_ROWS) continue;
    yield { columns, rows };
    [rows, isFirst] = [[], false];
  }
  if (isFirst || rows.length > 0) yield { columns, rows };
}

/** The bytes that were written since the last call. */
function taken(writer: { index: number; getBytes(): Uint8Array }): Uint8Array {
  const bytes = writer.getBytes().slice();
  writer.index = 0;
  return bytes;
}

function typeOf(values: readonly Value[]): ColumnType {
  const present = values.filter((value) => value !== null);
  if (present.length === 0 || present.some((value) => typeof value === "string")) return "STRING";
  return present.every(Number.isSafeInteger) ? "INT64" : "DOUBLE";
}

function schemaOf(names: readonly string[], types: readonly ColumnType[]): SchemaElement[] {
  const columns = names.map((name, at): SchemaElement => {
    const type = types[at] as ColumnType;
    return type === "STRING"
      ? { name, type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "OPTIONAL" }
      : { name, type, repetition_type: "OPTIONAL" };
  });
  return [{ name: "root", num_children: columns.length }, ...columns];
}

function converted(value: Value, type: ColumnType, column: string): string | number | bigint | null {
  if (value === null) return null;
  if (type === "STRING") return String(value);
  if (type === "DOUBLE" && typeof value === "number") return value;
  if (type === "INT64" && Number.isSafeInteger(value)) return BigInt(value);
  throw new WsaError("query", column, say`has ${String(value)} behind other kinds of values`, {
    hint: say`say its type: CAST(${column} AS TEXT) AS ${column}`,
  });
}
