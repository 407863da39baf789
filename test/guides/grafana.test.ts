import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parser } from "@prometheus-io/lezer-promql";
import Database from "better-sqlite3";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { metricsText } from "../../src/metrics/prometheus.ts";
import { FIXTURES, run, temporaryFolder } from "../program.ts";
import { memoryStoreOf } from "../report/sample.ts";
import { PostgresServer } from "../services/postgres.ts";
import { postgresPrograms } from "../services/programs.mjs";

interface Target {
  readonly queryText?: string;
  readonly rawQueryText?: string;
  readonly rawSql?: string;
  readonly expr?: string;
}

interface Dashboard {
  readonly panels: readonly { readonly title: string; readonly targets: readonly [Target] }[];
  readonly templating: { readonly list: readonly { readonly name: string; readonly query: string }[] };
}

const dashboard = (name: string): Dashboard =>
  JSON.parse(readFileSync(new URL(`../../src/guides/grafana/grafana-${name}.json`, import.meta.url), "utf8"));

const sqlOf = ({ targets: [target] }: Dashboard["panels"][number]): string => target.queryText ?? target.rawSql ?? "";

type Rows = Record<string, unknown>[];

/** Asks what a dashboard of a store asks, as Grafana would for three days of November and all that can be chosen. */
async function answersOf(name: string, ask: (sql: string) => Promise<Rows>): Promise<Record<string, Rows>> {
  const { panels, templating } = dashboard(name);
  const values: Record<string, string> = {
    $__from: String(Date.parse("2026-11-18T12:00Z")),
    $__to: String(Date.parse("2026-11-22")),
    $__interval_ms: "600000",
  };
  for (const { name: variable, query } of templating.list.slice(1)) {
    const all = (await ask(query)).map((row) => Object.values(row)[0]);
    values[`\${${variable}:sqlstring}`] = all.map((value) => `'${value}'`).join(",");
    values[`\${${variable}:csv}`] = all.join(",");
  }
  const answers: Record<string, Rows> = {};
  for (const panel of panels) {
    const sql = sqlOf(panel).replace(/\$(?:__\w+|\{.*?\})/g, (variable) => values[variable] ?? variable);
    expect(sql).not.toContain("$");
    answers[panel.title] = await ask(sql);
  }
  return answers;
}

/** What a worker leaves that is behind with a stream. */
const BEHIND = `UPDATE generations SET behind = 12, behind_at = 1795161600 WHERE id = 1`;
const LOST = `UPDATE runs SET lost_messages = 3, started = 1795161600 WHERE id = 1`;

const sum = (rows: Rows | undefined, column = "occurrences"): number =>
  (rows ?? []).reduce((all, row) => all + Number(row[column]), 0);

/** SQLite's answers to its dashboard. */
async function inSqlite(): Promise<Record<string, Rows>> {
  const path = join(temporaryFolder(), "counts.db");
  await run(["ingest", join(FIXTURES, "service.log"), "--host", "web-1", "--tz", "UTC", "--store", path]);
  const db = new Database(path);
  for (const statement of [BEHIND, LOST]) db.exec(statement);
  const answers = await answersOf("sqlite", async (sql) => db.prepare<[], Rows[number]>(sql).all());
  db.close();
  return answers;
}

test("what the dashboard of SQLite asks is what was counted", async () => {
  const answers = await inSqlite();
  expect(answers["Occurrences"]).toEqual([{ occurrences: 499 }]);
  for (const title of ["Occurrences over time", "Codes", "Logs"]) expect(sum(answers[title]), title).toBe(499);
  expect(answers["Codes"]?.[0]).toMatchObject({ code: 10061, name: "WSAECONNREFUSED", occurrences: 180 });
  expect(answers["Occurrences over time"]?.every(({ time }) => Number(time) % 600 === 0)).toBe(true);
  expect(sum(answers["Endpoints"])).toBeGreaterThan(100);
  expect(answers["Lines"]?.length).toBeGreaterThan(8);
  expect(Number(answers["Last read"]?.[0]?.["read"])).toBeGreaterThan(Date.parse("2026-01-01"));
  expect(answers["Lost"]).toEqual([{ lost: 0 }]);
  expect(answers["Lost messages"]).toEqual([{ lost: 3 }]);
  expect(answers["Streams"]).toEqual([
    { stream: expect.stringContaining("service.log"), behind: 12, counted: 1795161600_000 },
  ]);
});

test("the stores' dashboards ask the same", () => {
  expect(dashboard("postgres").panels.map(sqlOf)).toEqual(dashboard("sqlite").panels.map(sqlOf));
  for (const { targets } of dashboard("sqlite").panels) expect(targets[0].rawQueryText).toBe(targets[0].queryText);
});

describe.skipIf(postgresPrograms() === null)("in PostgreSQL", () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await PostgresServer.create();
  });
  afterAll(() => server.remove());

  test("the dashboard's answers are those of SQLite", async () => {
    const args = ["ingest", join(FIXTURES, "service.log"), "--host", "web-1", "--tz", "UTC"];
    await run([...args, "--store", server.address()]);
    const client = new pg.Client(server.address());
    await client.connect();
    for (const statement of [BEHIND, LOST]) await client.query(statement);
    const answers = await answersOf("postgres", async (sql) => (await client.query(sql)).rows);
    await client.end();
    const { "Last read": read, Lost, ...rest } = await inSqlite();
    for (const [title, rows] of Object.entries(rest)) expect(plain(answers[title]), title).toEqual(plain(rows));
    expect(plain(answers["Lost"])).toEqual(plain(Lost));
    expect(answers["Last read"]).toHaveLength(read?.length ?? -1);
  });
});

/** Large numbers are text in PostgreSQL. */
const plain = (rows: Rows | undefined) =>
  rows?.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, String(value)])));

test("what the dashboard of Prometheus asks is there", async () => {
  const store = await memoryStoreOf([
    { name: "app.log", minutes: [{ minute: 60, code: 10061, n: 7 }], lag: { messages: 12, at: 1795161600 } },
  ]);
  const text = await metricsText(store);
  const labels = new Map<string, Set<string>>();
  for (const [, name = "", pairs = ""] of text.matchAll(/^(wsa_\w+)(?:\{(.*)\})? \d+$/gm))
    labels.set(name, new Set([...pairs.matchAll(/(\w+)="/g)].map(([, label]) => label as string)));
  const { panels, templating } = dashboard("prometheus");
  const queries = [
    ...panels.map(({ targets: [{ expr = "" }] }) => expr),
    ...templating.list.slice(1).map(({ query }) => query.replace(/^label_values\((\w+), (\w+)\)$/, "sum by ($2) ($1)")),
  ];
  expect(queries.length).toBeGreaterThan(8);
  for (const query of queries) {
    const { metrics, asked, isWhole } = parsed(query.replace(/\[\$__\w+\]/g, "[5m]"));
    expect(isWhole, query).toBe(true);
    expect(metrics).toHaveLength(1);
    const known = labels.get(metrics[0] as string);
    expect(known, query).toBeDefined();
    expect(asked.filter((label) => known?.has(label) !== true)).toEqual([]);
  }
});

/** The metrics and labels that a query names, by Prometheus' own grammar. */
function parsed(query: string): { metrics: string[]; asked: string[]; isWhole: boolean } {
  const [metrics, asked]: [string[], string[]] = [[], []];
  let isWhole = true;
  parser.parse(query).iterate({
    enter({ name, type, from, to }) {
      const text = query.slice(from, to);
      if (type.isError) isWhole = false;
      if (name === "Identifier") metrics.push(text);
      if (name === "LabelName") asked.push(text);
    },
  });
  return { metrics, asked, isWhole };
}
