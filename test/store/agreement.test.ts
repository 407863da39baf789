import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openMemoryStore } from "../../src/store/memory/memory-store.ts";
import type { Questions } from "../../src/store/questions.ts";
import type { Scope } from "../../src/store/scope.ts";
import { openSqliteStore } from "../../src/store/sqlite/sqlite-store.ts";
import type { Store } from "../../src/store/store.ts";
import { generationsOf } from "./everything.ts";
import { codes, scratchFolder } from "./scratch.ts";
import { DAY, endpoint, operation, step, take } from "./steps.ts";

const folder = scratchFolder();
let files = 0;

const scope: fc.Arbitrary<Scope> = fc
  .record({
    since: fc.option(
      fc.oneof(
        fc.integer({ min: 0, max: 70 }),
        fc.integer({ min: 0, max: 4200 }).map((n) => n / 60),
      ),
    ),
    hours: fc.option(
      fc.oneof(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 2400 }).map((n) => n / 60),
      ),
    ),
    source: fc.option(fc.constantFrom("app.log", "web.log")),
    host: fc.option(fc.constantFrom("here")),
    onlyCodes: fc.option(fc.subarray([10054, 10060, 10061]), { nil: undefined }),
    onlyEndpoint: fc.option(endpoint, { nil: undefined }),
    onlyOperation: fc.option(operation, { nil: undefined }),
  })
  .map(({ since, hours, source, host, onlyCodes, onlyEndpoint, onlyOperation }) => ({
    period: {
      since: since === null ? null : 20 * DAY + Math.round(since * 60) * 60,
      until: hours === null ? null : 20 * DAY + Math.round(((since ?? 0) + hours) * 60) * 60,
      horizon: null,
      zone: "UTC",
    },
    source,
    host,
    ...(onlyCodes === undefined ? {} : { onlyCodes }),
    ...(onlyEndpoint === undefined ? {} : { onlyEndpoint }),
    ...(onlyOperation === undefined ? {} : { onlyOperation }),
  }));

/** The answers to every question, in a fixed order where the question leaves it open. */
async function ask(store: Questions, scope: Scope): Promise<unknown> {
  const range = { since: 20 * DAY, until: 20 * DAY + 7200 };
  const ranges = [range, { since: 21 * DAY, until: 22 * DAY }];
  const byCode = <Row extends { readonly code: number }>(found: Row[]) =>
    found.map((row) => JSON.stringify(row, ["code", "start", "n", "first", "last"])).sort();
  return {
    codeTotals: await store.codeTotals(scope),
    minutes: await store.stepCounts(scope, ranges, 60),
    quarters: await store.stepCounts(scope, ranges, 900),
    hours: await store.stepCounts(scope, ranges, 3600),
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
