import { join } from "node:path";
import { expect, test } from "vitest";
import { createQueryCommand } from "../../src/commands/query.ts";
import { temporaryFolder } from "../program.ts";
import { friday, type Log, storeOf } from "../report/sample.ts";
import { type Done, runCommand } from "./run-command.ts";

async function query(
  args: readonly string[],
  options: Parameters<typeof runCommand>[2] & { readonly logs?: readonly Log[] } = {},
): Promise<Done> {
  const path = join(temporaryFolder(), "counts.db");
  await (await storeOf(path, options.logs ?? friday)).close();
  return runCommand(createQueryCommand, ["query", "--store", path, ...args], options);
}

const totals = "SELECT code, sum(n) AS n, null AS empty FROM counts GROUP BY code ORDER BY code";

test("rows are a table with numbers on the right and nothing for NULL", async () => {
  expect((await query([totals])).stdout).toMatchInlineSnapshot(`
    " code     n  empty
    ─────  ────  ─────
    10054    78
    10061  1102
    12345     1
    "
  `);
});

test.each([
  [
    "json",
    [
      { code: 10054, n: 78, empty: null },
      { code: 10061, n: 1102, empty: null },
      { code: 12345, n: 1, empty: null },
    ],
  ],
  ["ndjson", { code: 10054, n: 78, empty: null }],
])("%s is valid", async (format, expected) => {
  const { stdout } = await query([totals, "--format", format]);
  expect(JSON.parse(format === "json" ? stdout : (stdout.split("\n")[0] ?? ""))).toEqual(expected);
});

test("csv is one record per row", async () => {
  expect((await query([totals, "--format", "csv"])).stdout).toBe(
    "code,n,empty\r\n10054,78,\r\n10061,1102,\r\n12345,1,\r\n",
  );
});

test.each([
  ["table", "code\n────\n"],
  ["json", "[]\n"],
  ["ndjson", ""],
  ["csv", "code\r\n"],
])("no rows as %s", async (format, expected) => {
  expect((await query(["SELECT code FROM counts WHERE 0", "--format", format])).stdout).toBe(expected);
});

test("more rows than a page all come, in order and aligned", async () => {
  const sql = "WITH RECURSIVE r(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM r WHERE i < 2500) SELECT i FROM r";
  const rows = (await query([sql, "--format", "ndjson"])).stdout.trimEnd().split("\n");
  expect(rows.map((row) => JSON.parse(row).i)).toEqual(Array.from({ length: 2500 }, (_, i) => i + 1));
  const lines = (await query([sql])).stdout.trimEnd().split("\n");
  expect(lines).toHaveLength(2502);
});

test("columns with the same name all stay, and large integers keep their digits", async () => {
  const { stdout } = await query(["SELECT 1 AS n, 9007199254740993 AS n", "--format", "json"]);
  expect(JSON.parse(stdout)).toEqual([{ n: 1, n_2: "9007199254740993" }]);
});

test("SQL is read from standard input", async () => {
  expect((await query(["-", "--format", "ndjson"], { input: "SELECT 1 AS one\n" })).stdout).toBe('{"one":1}\n');
});

test("what logs wrote cannot steer the terminal", async () => {
  for (const format of ["table", "json", "ndjson", "csv"]) {
    const { stdout } = await query(["SELECT endpoint FROM endpoints ORDER BY endpoint DESC", "--format", format]);
    expect(stdout).toMatch(/evil(\\x|\\u00)1b\[2J/);
  }
});

test("a table is cut to the terminal, and to empty else", async () => {
  const sql = "SELECT 'x' || hex(zeroblob(100)) AS long";
  expect((await query([sql], { columns: 40 })).stdout.split("\n")[2]).toHaveLength(40);
  expect((await query([sql])).stdout.split("\n")[2]).toHaveLength(201);
});

test.each([
  ["DELETE FROM counts", "query"],
  ["SELECT * FROM nonsense", "query"],
  ["SELEC 1", "query"],
  ["SELECT 1; SELECT 2", "query"],
])("%s is refused", async (sql, code) => {
  const { stdout, error } = await query([sql]);
  expect(stdout).toBe("");
  expect(error?.code).toBe(code);
});

test("a question that takes too long is given up", async () => {
  const endless = "WITH RECURSIVE r(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM r) SELECT count(*) FROM r";
  const { error } = await query([endless, "--timeout", "0.2"]);
  expect(error).toMatchObject({ code: "query", hint: expect.stringContaining("--timeout") });
});

test.each(["0", "-1", "soon"])("--timeout %s is refused", async (timeout) => {
  expect((await query(["SELECT 1", `--timeout=${timeout}`])).error).toMatchObject({
    code: "usage",
    subject: "--timeout",
  });
});

test("without a store the error says so", async () => {
  const path = join(temporaryFolder(), "none.db");
  const { error } = await runCommand(createQueryCommand, ["query", "SELECT 1", "--store", path]);
  expect(error).toMatchObject({ code: "store", subject: path });
});
