import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { createQuestions } from "../../../src/store/queries/create-questions.ts";
import type { Questions } from "../../../src/store/questions.ts";
import type { Scope } from "../../../src/store/scope.ts";
import { renderSql } from "../../../src/store/sql.ts";
import { migrations } from "../../../src/store/sqlite/schema.ts";
import { everything } from "../everything.ts";

const week: Scope = {
  ...everything,
  period: { since: 1_795_132_800, until: 1_795_737_600, horizon: null, zone: "UTC" },
};
const range = { since: 1_795_132_800, until: 1_795_737_600 };

/** What reports and the page ask about a period. */
const asked: Readonly<Record<string, (questions: Questions) => Promise<unknown>>> = {
  codeTotals: (questions) => questions.codeTotals(week),
  sourceCount: (questions) => questions.sourceCount(week),
  stepCounts: (questions) => questions.stepCounts(everything, [range], 60),
  bucketCounts: (questions) => questions.bucketCounts(week, null, 3600),
  span: (questions) => questions.span(week, null),
  sourceTotals: (questions) => questions.sourceTotals(week),
  sourcesIn: (questions) => questions.sourcesIn(everything, { ...range, codes: [10061] }, 5),
  endpointTotals: (questions) => questions.endpointTotals(week, 5),
  incidentEndpoints: (questions) => questions.incidentEndpoints(everything, { ...range, codes: [10061] }, 5),
  operationTotals: (questions) => questions.operationTotals(week),
};

/** The same of an endpoint and an operation, whose counts are brought together. */
const both = { ...week, onlyEndpoint: "db:1", onlyOperation: "connect" };
const together: typeof asked = {
  codeTotals: (questions) => questions.codeTotals(both),
  endpointTotals: (questions) => questions.endpointTotals({ ...week, onlyOperation: "connect" }, 5),
  operationTotals: (questions) => questions.operationTotals({ ...week, onlyEndpoint: "db:1" }),
};

/** Asks in an empty store; returns the steps of the queries, and their texts. */
async function plansOf(ask: (questions: Questions) => Promise<unknown>) {
  const db = new Database(":memory:");
  db.exec(migrations.join(";"));
  const plans: string[] = [];
  const texts: string[] = [];
  const questions = createQuestions(async (query) => {
    const text = renderSql(query, () => "?");
    texts.push(text);
    const plan = db.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...query.values) as { readonly detail: string }[];
    plans.push(...plan.map(({ detail }) => detail));
    return [];
  });
  await ask(questions);
  return { plans, texts };
}

test.each(Object.entries(together))(
  "%s of an endpoint and an operation reads the minutes asked for",
  async (_, ask) => {
    const { plans } = await plansOf(ask);
    const steps = plans.filter((step) => /^(?:SEARCH|SCAN) (?:one|other) /.test(step));
    expect(steps).toEqual([
      expect.stringMatching(
        /^SEARCH (?:one|other) USING PRIMARY KEY \(generation_id=\? AND minute>\? AND minute<\?\)$/,
      ),
      expect.stringMatching(
        /^SEARCH (?:one|other) USING PRIMARY KEY \(generation_id=\? AND minute=\? AND code=\? AND \w+=\?\)$/,
      ),
    ]);
  },
);

test.each(Object.entries(asked))("%s reads the minutes that are asked for, and no other ones", async (_, ask) => {
  const { plans, texts } = await plansOf(ask);
  expect(plans.filter((step) => /^(?:SEARCH|SCAN) [cr] /.test(step))).toEqual([
    expect.stringMatching(/^SEARCH [cr] USING PRIMARY KEY \(generation_id=\? AND minute>\? AND minute<\?\)$/),
  ]);
  // Of two lower bounds SQLite seeks to the one that it finds first.
  const conditions = texts.join().replace(/CASE WHEN .*? END|minute >= \? OR/gs, "");
  expect(conditions.match(/minute >/g)).toHaveLength(1);
});
