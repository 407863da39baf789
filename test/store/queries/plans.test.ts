import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { catalogue } from "../../../src/catalogue/index.ts";
import { readMetrics } from "../../../src/metrics/index.ts";
import { buildReport } from "../../../src/report/model/build-report.ts";
import { createQuestions } from "../../../src/store/queries/create-questions.ts";
import type { Questions } from "../../../src/store/questions.ts";
import type { Scope } from "../../../src/store/scope.ts";
import { renderSql } from "../../../src/store/sql.ts";
import { migrations } from "../../../src/store/sqlite/schema.ts";
import { everything } from "../everything.ts";

const [since, until] = [1_795_132_800 + 60, 1_795_737_600 - 60];
const period = { since, until, horizon: null, zone: "Europe/Berlin" };
const range = { since, until };
const rangeOfCode = { ...range, codes: [10061] };
/** Sums answer where nothing but codes is asked for, and minutes elsewhere. */
const week: Scope = { ...everything, period };
const ofHost: Scope = { ...week, host: "web-1" };

/** A store with one occurrence in each hour of nine weeks, and a burst in the last one. */
function filled(): Database.Database {
  const db = new Database(":memory:");
  db.exec(migrations.slice(0, 3).join(";"));
  db.exec(`
    INSERT INTO sources VALUES (1, 'web-1', 'app.log', 'app.log');
    INSERT INTO runs VALUES (1, 0, 0, 8, 1, 1, 0, '');
    INSERT INTO generations VALUES (1, 1, 0, '', 0, 0, '', '{}', 1, NULL, '[]', NULL, 1, NULL);
    WITH RECURSIVE h (minute) AS (SELECT ${since - 56 * 86_400} UNION ALL SELECT minute + 3600 FROM h WHERE minute < ${until - 3600})
      INSERT INTO counts SELECT 1, minute, 10061, 1 FROM h;
    WITH RECURSIVE m (minute) AS (SELECT ${until - 7200} UNION ALL SELECT minute + 60 FROM m WHERE minute < ${until - 4000})
      INSERT INTO counts SELECT 1, minute, 10061, 9 FROM m WHERE true ON CONFLICT DO UPDATE SET n = 9;
    INSERT INTO counts VALUES (1, ${until - 7200}, 10060, 3);
    INSERT INTO endpoints SELECT generation_id, minute, code, 'db:5432', n FROM counts;
    INSERT INTO operations SELECT generation_id, minute, code, 'connect', n FROM counts;
    INSERT INTO samples SELECT minute, 1, code, minute, minute, 0, 'connect', 'db:5432', 'refused' FROM counts WHERE code = 10061;
  `);
  db.exec(migrations.slice(3).join(";"));
  return db;
}

/** Asks, and returns what is told of each statement. */
async function toldOf<Told>(
  ask: (questions: Questions) => Promise<unknown>,
  tell: (db: Database.Database, text: string, values: readonly unknown[]) => Told[],
): Promise<Told[]> {
  const db = filled();
  const told: Told[] = [];
  const questions = createQuestions(async (query) => {
    const text = renderSql(query, () => "?");
    told.push(...tell(db, text, query.values));
    return db.prepare(text).all(...query.values) as never;
  });
  await ask(questions);
  db.close();
  return told;
}

/** Asks, and returns how SQLite finds the answers. */
function plansOf(ask: (questions: Questions) => Promise<unknown>): Promise<string[]> {
  return toldOf(ask, (db, text, values) => {
    const plan = db.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...values) as { readonly detail: string }[];
    return plan.map(({ detail }) => detail);
  });
}

/**
 * Asks, and returns the tables that SQLite reads from their first row on. Plans do not show it: they call tables and
 * subqueries by the names that a statement gives them.
 */
function scannedBy(ask: (questions: Questions) => Promise<unknown>): Promise<string[]> {
  return toldOf(ask, (db, text, values) => {
    const tables = new Map(
      db.prepare("SELECT rootpage, tbl_name FROM sqlite_schema").raw().all() as [page: number, table: string][],
    );
    const program = db.prepare(`EXPLAIN ${text}`).all(...values) as {
      readonly opcode: string;
      readonly p1: number;
      readonly p2: number;
    }[];
    const opened = new Map(program.filter(({ opcode }) => opcode === "OpenRead").map(({ p1, p2 }) => [p1, p2]));
    return program
      .filter(({ opcode }) => opcode === "Rewind" || opcode === "Last")
      .flatMap(({ p1 }) => tables.get(opened.get(p1) ?? 0) ?? []);
  });
}

/** Steps that read tables of counts and sums. */
const reads = (plans: readonly string[]) => plans.filter((step) => /^(?:SEARCH|SCAN) (?:[cdqr]|samples) /.test(step));

const MINUTES = /^SEARCH [cr] USING PRIMARY KEY \(generation_id=\? AND minute>\? AND minute<\?\)$/;
const CELLS = /^SEARCH q USING PRIMARY KEY \(code=\? AND start>\?(?: AND start<\?)?\)$/;
const DAYS = /^SEARCH d USING PRIMARY KEY \(start>\? AND start<\?\)$/;

/** What reports and the page ask about a period. */
const asked: Readonly<Record<string, (questions: Questions, scope: Scope) => Promise<unknown>>> = {
  codeTotals: (questions, scope) => questions.codeTotals(scope),
  bucketCounts: (questions, scope) => questions.bucketCounts(scope, null, 3600),
  span: (questions, scope) => questions.span(scope, null),
  sourceTotals: (questions, scope) => questions.sourceTotals(scope),
  endpointTotals: (questions, scope) => questions.endpointTotals(scope, 5),
  operationTotals: (questions, scope) => questions.operationTotals(scope),
  hours: (questions, scope) => questions.stepCounts(scope, [range, { since: 0, until: 3600 }], 3600),
  minutes: (questions, scope) => questions.stepCounts(scope, [range, { since: 0, until: 3600 }], 60),
  sourcesIn: (questions, scope) => questions.sourcesIn(scope, rangeOfCode, 5),
  incidentEndpoints: (questions, scope) => questions.incidentEndpoints(scope, rangeOfCode, 5),
};

test.each(Object.keys(asked))("%s reads the sums and minutes that are asked for, and no other ones", async (name) => {
  const whole = reads(await plansOf(async (questions) => asked[name]?.(questions, week)));
  const unexpected = whole.filter((step) => ![MINUTES, CELLS, DAYS].some((expected) => expected.test(step)));
  expect([whole.length > 0, unexpected]).toEqual([true, []]);
  const limited = reads(await plansOf(async (questions) => asked[name]?.(questions, ofHost)));
  expect(limited).toEqual([expect.stringMatching(MINUTES)]);
});

/** Of an endpoint and an operation, whose counts are brought together. */
const both = { ...week, onlyEndpoint: "db:5432", onlyOperation: "connect" };
const together: Readonly<Record<string, (questions: Questions) => Promise<unknown>>> = {
  codeTotals: (questions) => questions.codeTotals(both),
  endpointTotals: (questions) => questions.endpointTotals({ ...week, onlyOperation: "connect" }, 5),
  operationTotals: (questions) => questions.operationTotals({ ...week, onlyEndpoint: "db:1" }),
};

test.each(Object.entries(together))(
  "%s of an endpoint and an operation reads the minutes asked for",
  async (_, ask) => {
    const steps = (await plansOf(ask)).filter((step) => /^(?:SEARCH|SCAN) (?:one|other) /.test(step));
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

test("generations without minutes in the range are not entered", async () => {
  const plans = await plansOf((questions) => questions.stepCounts(week, [range], 60));
  expect(plans).toContainEqual(expect.stringMatching(/^SEARCH g USING COVERING INDEX generations_by_time/));
});

/** Tables that grow with the logs; those of sums that reports on all times may read are smaller. */
const counted = ["counts", "endpoints", "operations", "source_days", "endpoint_days", "operation_days"];

test.each([
  ["a week", week],
  ["all times", everything],
  ["a code", { ...week, onlyCodes: [10061] }],
  ["a code at all times", { ...everything, onlyCodes: [10061] }],
  ["a machine", ofHost],
  ["a machine at all times", { ...everything, host: "web-1" }],
  ["an endpoint", { ...week, onlyEndpoint: "db:5432" }],
  ["an operation", { ...week, onlyOperation: "connect" }],
  ["an endpoint and an operation", both],
])("no statement of a report on %s reads a whole table of counts", async (_, scope) => {
  const scanned = await scannedBy(async (questions) => {
    const report = await buildReport(questions, { catalogue, scope, lang: "en", nowMs: until * 1000 });
    expect(report.codes.length).toBeGreaterThan(0);
  });
  expect(scanned.filter((table) => counted.includes(table))).toEqual([]);
});

test("neither the page's choices nor the metrics read a whole table of counts", async () => {
  const scanned = await scannedBy(async (questions) => {
    await questions.choices(100);
    await readMetrics(questions);
  });
  expect(scanned).toContain("source_months");
  expect(scanned.filter((table) => counted.includes(table))).toEqual([]);
});
