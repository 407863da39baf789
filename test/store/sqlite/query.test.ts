import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import type { Page } from "../../../src/store/page.ts";
import { type QueryOptions, runQuery } from "../../../src/store/sqlite/query.ts";
import { openSqliteStore } from "../../../src/store/sqlite/sqlite-store.ts";
import { readLog } from "../../ledger/reading.ts";
import { codes, scratchFolder } from "../scratch.ts";

const folder = scratchFolder();
const path = join(folder, "store.db");
const numbers = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c)";

beforeAll(async () => {
  const store = await openSqliteStore({ path, codes });
  await readLog(store, "app.log", "error 10054\nerror 10054\n");
  await store.close();
});

async function ask(sql: string, options: Partial<QueryOptions> = {}): Promise<Page> {
  const rows: Page["rows"][number][] = [];
  let columns: readonly string[] = [];
  for await (const page of runQuery({ path, sql, ...options })) {
    columns = page.columns;
    rows.push(...page.rows);
  }
  return { columns, rows };
}

test("a SELECT answers with its columns and rows", async () => {
  expect(await ask("SELECT code, name, n FROM totals;")).toEqual({
    columns: ["code", "name", "n"],
    rows: [[10054, "WSAECONNRESET", 2]],
  });
});

test("an answer without rows still has columns", async () => {
  expect(await ask("SELECT code AS c FROM codes WHERE code = ?", { parameters: [1] })).toEqual({
    columns: ["c"],
    rows: [],
  });
});

test("values come out exactly", async () => {
  const sql = "SELECT 9223372036854775807, -9007199254740991, 0.5, NULL, x'00ff', '年' || char(27)";
  expect((await ask(sql)).rows).toEqual([["9223372036854775807", -9007199254740991, 0.5, null, "x'00ff'", "年\u001b"]]);
});

test("a long answer comes in pages, each once and in order, up to the limit", async () => {
  const { rows } = await ask(`${numbers} SELECT x FROM c`, { maxRows: 1234 });
  expect(rows.map(([x]) => x)).toEqual(Array.from({ length: 1234 }, (_, x) => x + 1));
});

test("a reader that has seen enough ends the query", async () => {
  for await (const { rows } of runQuery({ path, sql: `${numbers} SELECT x FROM c` })) {
    expect(rows[0]).toEqual([1]);
    break;
  }
});

test.each([
  ["VACUUM INTO 'FOLDER/copy.db'"],
  ["ATTACH 'FOLDER/other.db' AS other"],
  ["PRAGMA journal_mode = DELETE"],
  ["PRAGMA writable_schema = 1"],
  ["PRAGMA wal_checkpoint"],
  ["/* a */ -- b\n PRAGMA user_version"],
  ["BEGIN"],
  ["INSERT INTO counts VALUES (1, 0, 1, 1)"],
  ["DELETE FROM counts RETURNING n"],
  ["WITH c AS (SELECT 1) DELETE FROM counts"],
  ["SELECT load_extension('x')"],
  ["SELECT 1; SELECT 2"],
  ["SELECT 1; DELETE FROM counts"],
  [""],
  ["SELEKT 1"],
  ["SELECT zeroblob(2000000000)"],
  ["SELECT ?"],
])("%s is refused and leaves no trace", async (sql) => {
  const state = () => readdirSync(folder).map((name) => [name, hashOf(join(folder, name))]);
  const before = state();
  await expect(ask(sql.replace("FOLDER", folder))).rejects.toMatchObject({
    name: "WsaError",
    code: "query",
    message: /.+/,
  });
  expect(state().filter(([name]) => !/-(shm|wal)$/.test(String(name)))).toEqual(
    before.filter(([name]) => !/-(shm|wal)$/.test(String(name))),
  );
});

test("an unknown table is answered with the tables there are", async () => {
  await expect(ask("SELECT * FROM count")).rejects.toMatchObject({
    code: "query",
    message: "no such table: count",
    hint: expect.stringMatching(/Tables: acks, again, codes, counts, .*Views: daily, hourly, totals/),
  });
});

test("a query that never ends is killed", async () => {
  const endless = `${numbers} SELECT count(*) FROM c`;
  await expect(ask(endless, { timeoutMs: 300 })).rejects.toMatchObject({
    code: "query",
    message: /no answer within 0.3/,
  });
});

test("an interrupted query ends quietly", async () => {
  const interrupt = new AbortController();
  const asked = ask(`${numbers} SELECT count(*) FROM c`, { signal: interrupt.signal });
  interrupt.abort();
  expect(await asked).toEqual({ columns: [], rows: [] });
});

test("a store that is not there is the store's error", async () => {
  await expect(ask("SELECT 1", { path: join(folder, "none.db") })).rejects.toMatchObject({ code: "store" });
});

function hashOf(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}
