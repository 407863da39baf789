import fc from "fast-check";
import type { Batch } from "../../src/ledger/batch.ts";
import { atBeginning } from "../../src/ledger/checkpoint.ts";
import type { Counts } from "../../src/ledger/counts.ts";
import type { Store } from "../../src/store/store.ts";
import { wholeDay } from "../../src/store/whole-day.ts";

/** Seconds. */
export const DAY = 86_400;
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
export const endpoint = fc.constantFrom("db", "web:443", "");
export const operation = fc.constantFrom("connect", "receive");

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

/** One batch of a log. */
export const step = fc.record({
  log: fc.constantFrom("app.log", "app.log.1", "web.log"),
  host: fc.constantFrom("here", "there"),
  /** Goes on where the newest generation of the log ends, or begins one, which may replace it. */
  how: fc.constantFrom("on", "on", "new", "replaces", "stale"),
  counts: countsOf(8),
  unfinished: countsOf(2),
  samples: rows(sample, ({ code, line }) => [code, line], 6),
});

/** Commits a step, wherever the store is. */
export async function take(
  store: Store,
  run: number,
  { log, host, how, ...counted }: Step,
  number: number,
): Promise<unknown> {
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
    lostBytes: 0,
  };
  return await store.commit(batch);
}

export type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;
