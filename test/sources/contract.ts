import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Batch } from "../../src/ledger/batch.ts";
import type { Counted } from "../../src/ledger/counted.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { continueLedger } from "../../src/ledger/open-ledger.ts";
import type { Tally } from "../../src/ledger/tally.ts";
import type { Source } from "../../src/log/source.ts";
import { readLog } from "../../src/read/read-log.ts";
import { readingIn } from "../../src/read/reader-state.ts";
import { openSqliteStore } from "../../src/store/sqlite/sqlite-store.ts";
import type { Store } from "../../src/store/store.ts";
import { storedCounts } from "../ledger/reading.ts";
import { keepingSink, stagesWith } from "../read/stages.ts";
import { codes, scratchFolder } from "../store/scratch.ts";

/** A log of one kind that the suite writes and reads. */
export interface TestLog {
  /** Appends whole lines, in pieces: the cuts are offsets in them. */
  write(lines: string, cuts: readonly number[]): void;
  /** Lets one process read it: calls `visit` with the source, until the log ends or the signal is aborted. */
  read(visit: (source: Source) => Promise<void>, signal: AbortSignal): Promise<void>;
  /** Bytes from a position to the end: whoever follows the log is done then. */
  bytesFrom(position: number): number;
}

/** What comes of reading a log once. */
interface Outcome {
  readonly bytes: string;
  readonly recorded: readonly Recorded[];
  readonly counted: Counted;
}

interface Recorded {
  readonly number: number;
  readonly time: number | null;
  readonly codes: readonly number[];
}

/** When reading ends early. */
interface Stop {
  /** After this many lines with codes. */
  readonly afterLines?: number;
  /** The process is killed after this many commits: nothing that it does later has an effect. */
  readonly afterCommits?: number;
  /** Between two pieces that reach the tally there is a flush after this many. */
  readonly flushEvery?: number;
}

/** What every source must do; `create` makes an empty log in a folder. */
export function describeSource(name: string, create: (folder: string) => TestLog): void {
  describe(name, () => {
    const folder = scratchFolder();
    let made = 0;

    async function fresh(): Promise<{ readonly log: TestLog; readonly store: Store }> {
      const path = join(folder, `${++made}`);
      return { log: create(path), store: await openSqliteStore({ path: `${path}.db`, codes }) };
    }

    test("gives the same lines, times and codes however they arrive", async () => {
      await fc.assert(
        fc.asyncProperty(linesOf(40), cuts, async (lines, at) => {
          const { log, store } = await fresh();
          log.write(lines.join(""), at);
          const { bytes, recorded } = await readOnce(log, store);
          expect(bytes).toBe(lines.join(""));
          expect(recorded).toEqual(expectedOf(lines));
          await store.close();
        }),
        { numRuns: 10 },
      );
    });

    test("ends early when it is told to, with nothing left out before the end", async () => {
      const lines = Array.from({ length: 20_000 }, (_, id) => `${stampOf(id)} recv: [WinError 10054]\n`);
      const { log, store } = await fresh();
      log.write(lines.join(""), [100_000, 300_000]);
      const { bytes, counted } = await readOnce(log, store, { afterLines: 100 });
      expect(bytes.length).toBeLessThan(lines.join("").length);
      expect(lines.join("").startsWith(bytes)).toBe(true);
      expect(bytes.slice(bytes.lastIndexOf("\n") + 1)).not.toContain("10054]");
      expect(counted.occurrences).toBeLessThan(20_000);
      await store.close();
    });

    test("counts every occurrence once, wherever reading stops and goes on from the checkpoint", async () => {
      const stop = fc.oneof(
        fc.constant<Stop>({}),
        fc.record({ afterLines: fc.integer({ min: 1, max: 30 }), flushEvery: fc.integer({ min: 1, max: 3 }) }),
        fc.record({ afterCommits: fc.integer({ min: 1, max: 3 }), flushEvery: fc.integer({ min: 1, max: 3 }) }),
      );
      const step = fc.record({ lines: linesOf(30), at: cuts, stop });
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
          const { log, store } = await fresh();
          for (const { lines, at, stop } of steps) {
            log.write(lines.join(""), at);
            await readOnce(log, store, stop);
          }
          await readOnce(log, store);
          const expected = expectedOf(steps.flatMap(({ lines }) => lines));
          expect(await storedCounts(store)).toEqual(sumOf(expected, ({ code }) => code));
          expect(await storedMinutes(store)).toEqual(sumOf(expected, ({ code, minute }) => `${code} ${minute}`));
          await store.close();
        }),
        { numRuns: 20 },
      );
    });

    test("counts every occurrence once when two processes read it at the same time", async () => {
      const lines = Array.from(
        { length: 300 },
        (_, id) => `${stampOf(id)} ${"worker ".repeat(13)} recv: [WinError 10054]\n`,
      );
      const { log, store } = await fresh();
      log.write(lines.join(""), [5000, 9000, 12_000, 20_000]);
      const both = await Promise.all([1, 2].map((flushEvery) => readOnce(log, store, { flushEvery })));
      expect(both.reduce((sum, { counted }) => sum + counted.occurrences, 0)).toBe(300);
      await readOnce(log, store);
      expect(await storedCounts(store)).toEqual({ 10054: 300 });
      await store.close();
    });
  });
}

/** What is counted by code and minute, asked of the tables themselves. */
async function storedMinutes(store: Store): Promise<Record<string, number>> {
  const sql = "SELECT code || ' ' || minute AS at, sum(n) AS n FROM counts GROUP BY code, minute HAVING sum(n) <> 0";
  const counts: [string, number][] = [];
  for await (const { rows } of store.query(sql)) {
    for (const [at, n] of rows) counts.push([String(at), Number(n)]);
  }
  return Object.fromEntries(counts);
}

/** Reads a log as one process would. */
async function readOnce(log: TestLog, store: Store, stop: Stop = {}) {
  const stopping = new AbortController();
  const recorded: Recorded[] = [];
  let bytes = "";
  let commits = 0;
  let isKilled = false;
  let ledger: Ledger | undefined;
  const into = {
    generationsFor: store.generationsFor.bind(store),
    async commit(batch: Batch) {
      if (isKilled) return await new Promise<never>(() => undefined);
      const committed = await store.commit(batch);
      if (committed === null) return null;
      if (++commits === stop.afterCommits) {
        isKilled = true;
        stopping.abort();
        return await new Promise<never>(() => undefined);
      }
      return committed;
    },
  };

  async function visit(source: Source): Promise<void> {
    const run = await store.begin(0);
    const { name, identity, live } = source;
    const options = { store: into, run, source: name, identity, live, reading: readingIn("UTC") };
    const opened = await continueLedger(options, source.seek?.() ?? null);
    ledger = opened.ledger;
    const { start } = opened;
    const left = log.bytesFrom(start?.position ?? 0);
    let pieces = 0;
    const seen = (piece: string | Uint8Array) => {
      bytes += typeof piece === "string" ? piece : Buffer.from(piece).toString("latin1");
      if (stop.flushEvery !== undefined && ++pieces % stop.flushEvery === 0)
        opened.ledger.flush().catch(() => undefined);
      if (bytes.length >= left) stopping.abort();
    };
    const tally: Tally = {
      pass(piece, lineEnds) {
        opened.ledger.pass(piece, lineEnds);
        seen(piece);
      },
      record(piece, line, found) {
        opened.ledger.record(piece, line, found);
        recorded.push({ number: line.number, time: line.time, codes: found });
        seen(piece);
        if (recorded.length === stop.afterLines) stopping.abort();
      },
      reached: (...place) => opened.ledger.reached?.(...place),
      stay: () => opened.ledger.stay?.(),
      follow: (state) => opened.ledger.follow?.(state),
    };
    if (left === 0) stopping.abort();
    await readLog(source, stagesWith(tally), keepingSink(), stopping.signal, start);
    if (isKilled) return;
    const ended = bytes.length >= left;
    if (source.whole === true && !ended) await opened.ledger.abandon();
    else await Promise.race([opened.ledger.close({ ended }), killed()]);
  }

  const killed = async () => {
    while (!isKilled) await new Promise((resolve) => setTimeout(resolve, 5));
  };

  await log.read(visit, stopping.signal);
  if (ledger === undefined) throw new Error("the log was not visited");
  return { bytes, recorded, counted: ledger.counted } satisfies Outcome;
}

const stampOf = (second: number) => new Date(Date.UTC(2026, 10, 20) + second * 7000).toISOString().slice(0, 19);

const line = fc.oneof(
  fc
    .tuple(
      fc.nat(9999),
      fc.constantFrom("nothing", "recv: [WinError 10054]", "connect: [WinError 10061], then [WinError 10054]"),
    )
    .map(([second, text]) => `${stampOf(second)} ${"worker ".repeat(20)} ${text}\n`),
  fc.constantFrom("  caused by: [WinError 10054]\n", "  at frame\n", `${"filler ".repeat(3000)}\n`, "\n"),
);
const linesOf = (maxLength: number) => fc.array(line, { minLength: 1, maxLength });
const cuts = fc.array(fc.nat(20_000), { maxLength: 6 });

/** Found independently, in the simplest way: in the record that a stamped line begins, a code counts once. */
function expectedOf(lines: readonly string[]): Recorded[] {
  let time: number | null = null;
  let counted: Set<number> | null = null;
  return lines.flatMap((text, index) => {
    const stamp = /^2026-\S{14}/.exec(text)?.[0];
    if (stamp !== undefined) {
      time = Date.parse(`${stamp}Z`);
      counted = new Set();
    } else if (text.startsWith("filler")) counted = null;
    const found = [...new Set(text.match(/\b10(?:054|061)\b/g)?.map(Number))];
    const codes = found.filter((code) => counted?.has(code) !== true);
    for (const code of codes) counted?.add(code);
    return found.length === 0 ? [] : [{ number: index + 1, time, codes }];
  });
}

function sumOf(
  recorded: readonly Recorded[],
  keyOf: (one: { readonly code: number; readonly minute: number }) => string | number,
): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { time, codes } of recorded)
    for (const code of codes) {
      const key = keyOf({ code, minute: time === null ? 0 : Math.floor(time / 60_000) * 60 });
      sums[key] = (sums[key] ?? 0) + 1;
    }
  return sums;
}
