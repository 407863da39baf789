import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { expect, test } from "vitest";
import { run, temporaryFolder } from "../program.ts";
import { friday, storeOf } from "../report/sample.ts";

/** The bytes that `query --format parquet` writes for some SQL over the sample store. */
async function parquetOf(sql: string) {
  const folder = temporaryFolder();
  const store = join(folder, "counts.db");
  await (await storeOf(store, friday)).close();
  return { ...(await run(["query", sql, "--store", store, "--format", "parquet"])), folder };
}

/** What DuckDB answers; `$file` in its SQL is a file with these bytes. */
async function ask(bytes: Buffer, folder: string, sql: string) {
  const path = join(folder, "rows.parquet");
  writeFileSync(path, bytes);
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  try {
    return (await connection.runAndReadAll(sql.replaceAll("$file", `'${path}'`))).getRowObjectsJson();
  } finally {
    connection.closeSync();
  }
}

test("DuckDB reads the rows with their types and NULLs", async () => {
  const sql = "SELECT code, n, 0.5 AS share, NULL AS empty, 'é;\n中' AS text FROM totals ORDER BY code";
  const { bytes, folder } = await parquetOf(sql);
  expect(await ask(bytes, folder, "SELECT * FROM $file")).toEqual([
    { code: "10054", n: "78", share: 0.5, empty: null, text: "é;\n中" },
    { code: "10061", n: "1102", share: 0.5, empty: null, text: "é;\n中" },
    { code: "12345", n: "1", share: 0.5, empty: null, text: "é;\n中" },
  ]);
  const types = await ask(bytes, folder, "SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM $file)");
  expect(types.map((row) => row["column_type"])).toEqual(["BIGINT", "BIGINT", "DOUBLE", "VARCHAR", "VARCHAR"]);
});

test("more rows than are written at once all come", async () => {
  const sql = `WITH RECURSIVE up(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM up WHERE n < 120000)
    SELECT n, 'row ' || n AS text FROM up`;
  const { bytes, folder } = await parquetOf(sql);
  const [row] = await ask(bytes, folder, "SELECT count(*) AS rows, sum(n) AS sum, max(text) AS last FROM $file");
  expect(row).toEqual({ rows: "120000", sum: "7200060000", last: "row 99999" });
});

test("no rows are a file without rows, and columns with one name get numbers", async () => {
  const { bytes, folder } = await parquetOf("SELECT code, code FROM counts WHERE 0");
  expect(await ask(bytes, folder, "SELECT count(code) AS a, count(code_2) AS b FROM $file")).toEqual([
    { a: "0", b: "0" },
  ]);
});

test("a value of another kind behind the first rows is an error with a remedy", async () => {
  const sql = `WITH RECURSIVE up(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM up WHERE n < 60000)
    SELECT CASE WHEN n < 55000 THEN n ELSE 'late' END AS mixed FROM up`;
  const { stderr, code } = await parquetOf(sql);
  expect(code).toBe(2);
  expect(stderr).toContain("CAST(mixed AS TEXT)");
});
