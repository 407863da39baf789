import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Batch } from "../../src/ledger/batch.ts";
import { atBeginning } from "../../src/ledger/checkpoint.ts";
import type { Counts } from "../../src/ledger/counts.ts";
import { openMemoryStore } from "../../src/store/memory/memory-store.ts";
import type { Questions } from "../../src/store/questions.ts";
import type { Scope } from "../../src/store/scope.ts";
import { openSqliteStore } from "../../src/store/sqlite/sqlite-store.ts";
import type { Store } from "../../src/store/store.ts";
import { wholeDay } from "../../src/store/whole-day.ts";
import { generationsOf } from "./everything.ts";
import { codes, scratchFolder } from "./scratch.ts";

const folder = scratchFolder();
let files = 0;

const DAY = 86_400;
const code = fc.constantFrom(10054, 10060, 10061);
const minute = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 12 }).map((n) => 20 * DAY + n * 60),
  fc.integer({ min: 0, max: 60 }).map((n) => 20 * DAY + n * 3600),
);
const minuteOrDay = fc.oneof(
  minute,
  minute.map((second) => wholeDay(second - (second % DAY))),
);
const n = fc.integer({ min: 1, max: 9 });
const endpoint = fc.constantFrom("db", "web:443", "");
const operation = fc.constantFrom("connect", "receive");

/** Rows of different keys, as a ledger adds them up. */
function rows<Row>(row: fc.Arbitrary<Row>, key: (row: Row) => unknown, maxLength: number): fc.Arbitrary<Row[]> {
  return fc.uniqueArray(row, { selector: (one) => JSON.stringify(key(one)), maxLength });
}

const countsOf = (most: number): fc.Arbitrary<Counts> =>
  fc.record({
    minutes: rows(fc.record({ minute, code, n }), ({ n: _, ...place }) => place, most),
    endpoints: rows(fc.record({ minute: minuteOrDay, code, endpoint, n }), ({ n: _, ...place }) => place, most),
    operations: rows(fc.record({ minute: minuteOrDay, code, operation, n }), ({ n: _, ...place }) => place, most),
  });

const sample = fc.record({
  code,
  line: fc.integer({ min: 1, max: 40 }),
  minute,
  operation: fc.option(operation),
  endpoint: fc.option(endpoint),
  text: fc.constantFrom("a", "b"),
});

const step = fc.record({
  log: fc.constantFrom("app.log", "app.log.1", "web.log"),
  host: fc.constantFrom("here", "there"),
  /** Goes on where the newest generation of the log ends, or begins one, which may replace it. */
  how: fc.constantFrom("on", "on", "new", "replaces", "stale"),
  counts: countsOf(8),
  unfinished: countsOf(2),
  samples: rows(sample, ({ code, line }) => [code, line], 6),
});

const scope: fc.Arbitrary<Scope> = fc
  .record({
    since: fc.option(fc.integer({ min: 0, max: 70 })),
    hours: fc.option(fc.integer({ min: 1, max: 40 })),
    source: fc.option(fc.constantFrom("app.log", "web.log")),
    host: fc.option(fc.constantFrom("here")),
    onlyCodes: fc.option(fc.subarray([10054, 10060, 10061]), { nil: undefined }),
    onlyEndpoint: fc.option(endpoint, { nil: undefined }),
    onlyOperation: fc.option(operation, { nil: undefined }),
  })
  .map(({ since, hours, source, host, onlyCodes, onlyEndpoint, onlyOperation }) => ({
    period: {
      since: since === null ? null : 20 * DAY + since * 3600,
      until: hours === null ? null : 20 * DAY + ((since ?? 0) + hours) * 3600,
      horizon: null,
      zone: "UTC",
    },
    source,
    host,
    ...(onlyCodes === undefined ? {} : { onlyCodes }),
    ...(onlyEndpoint === undefined ? {} : { onlyEndpoint }),
    ...(onlyOperation === undefined ? {} : { onlyOperation }),
  }));

/** Commits what a step says, wherever the store is. */
async function take(store: Store, run: number, { log, host, how, ...counted }: Step, number: number): Promise<unknown> {
  const source = { host, name: log };
  const { previousGeneration, newest } = await store.generationsFor("", source);
  const base = how === "new" || how === "replaces" ? null : previousGeneration;
  const hash = `${"0".repeat(60)}${number}`;
  const batch: Batch = {
    run,
    generation: base?.id ?? null,
    newest: how === "stale" ? 0 : newest,
    source,
    from: base?.checkpoint.position ?? 0,
    checkpoint: {
      ...atBeginning,
      position: (base?.checkpoint.position ?? 0) + 10,
      lines: number,
      time: number * 1000,
    },
    head: base?.head ?? { bytes: 10, hash },
    tail: { bytes: 10, hash },
    milestones: [],
    replaces: how === "replaces" ? (previousGeneration?.id ?? null) : null,
    ...counted,
    bytes: 10,
    lines: 1,
    occurrences: 5,
    lostBytes: 0,
  };
  return await store.commit(batch);
}

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** The answers to every question, in a fixed order where the question leaves it open. */
async function ask(store: Questions, scope: Scope): Promise<unknown> {
  const range = { since: 20 * DAY, until: 20 * DAY + 7200 };
  const byCode = <Row extends { readonly code: number }>(found: Row[]) =>
    found.map((row) => JSON.stringify(row, ["code", "start", "n", "first", "last"])).sort();
  return {
    codeTotals: await store.codeTotals(scope),
    sourceCount: await store.sourceCount(scope),
    minuteCounts: await store.minuteCounts(scope, range),
    sightingsBefore: byCode(await store.sightingsBefore(scope, 20 * DAY + 3600)),
    buckets: byCode(await store.bucketCounts(scope, null, 900)),
    bucketsOfCodes: byCode(await store.bucketCounts(scope, [10054, 10061], 60)),
    span: await store.span(scope, [10060]),
    withoutTime: await store.withoutTime(scope),
    endpointTotals: await store.endpointTotals(scope, 2),
    incidentEndpoints: await store.incidentEndpoints(scope, { ...range, codes: [10054, 10060] }, 2),
    operationTotals: await store.operationTotals(scope),
    sourceTotals: await store.sourceTotals(scope),
    sourcesIn: await store.sourcesIn(scope, { ...range, codes: [10054, 10060] }, 3),
    sampleLines: await store.sampleLines(scope, 2),
    lineOf: await store.lineOf(scope, 20 * DAY + 60, [10054, 10061]),
    runTotals: await store.runTotals(),
    occurrencesBySource: await store.occurrencesBySource(),
    lastOccurrences: await store.lastOccurrences(),
    choices: await store.choices(2),
    generations: await generationsOf(store),
  };
}

test("SQLite and memory agree, whatever is committed, pruned and asked", async () => {
  const property = fc.asyncProperty(
    fc.array(step, { minLength: 1, maxLength: 10 }),
    fc.array(scope, { minLength: 4, maxLength: 8 }),
    fc.option(fc.integer({ min: 0, max: 70 })),
    async (steps, scopes, prune) => {
      const memory = openMemoryStore(undefined, { codes, maxSamplesPerCode: 6 });
      const sqlite = await openSqliteStore({ path: join(folder, `${++files}.db`), codes, maxSamplesPerCode: 6 });
      const stores = [memory, sqlite] as const;
      const both = async <Result>(work: (store: Store) => Promise<Result>) => {
        const [one, other] = [await work(stores[0]), await work(stores[1])];
        expect(one).toEqual(other);
        return one;
      };
      const run = await both((store) => store.begin(1_795_000_000_000));
      for (const [number, each] of steps.entries()) await both((store) => take(store, run, each, number));
      for (const each of scopes) await both((store) => ask(store, each));
      if (prune !== null) {
        await both(async (store) => ({ ...(await store.prune(20 * DAY + prune * 3600, false)), bytes: [] }));
        await both((store) => ask(store, scopes[0] as Scope));
      }
      for (const store of stores) await store.close();
    },
  );
  await fc.assert(property, { numRuns: 40 });
});
