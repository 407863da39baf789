import { expect, test } from "vitest";
import type { Batch, Committed } from "../../src/ledger/batch.ts";
import { atBeginning, type Checkpoint } from "../../src/ledger/checkpoint.ts";
import type { Counts } from "../../src/ledger/counts.ts";
import type { Fingerprint } from "../../src/ledger/fingerprint.ts";
import { fingerprintOf, fingerprintOfSequence } from "../../src/ledger/fingerprint.ts";
import type { Questions } from "../../src/store/questions.ts";
import type { Store } from "../../src/store/store.ts";
import type { StoreOptions } from "../../src/store/store-options.ts";
import { everything, generationsOf } from "./everything.ts";
import { describeQuestions } from "./questions.ts";

const nothing: Counts = { minutes: [], endpoints: [], operations: [] };
const source = { host: "here", name: "app.log" };
const head = "first line\n".repeat(20);
const none: Fingerprint = { bytes: 0, hash: "" };

/** A checkpoint at a position. */
const at = (position: number): Checkpoint => ({ ...atBeginning, position });

/** A store that was never opened before, and that can be opened again and again. */
export type FreshStore = (options?: Partial<StoreOptions>) => Promise<Store>;

/** What every store must do. */
export function describeStore(fresh: () => FreshStore): void {
  async function opened(): Promise<{ store: Store; batch: Batch; open: FreshStore }> {
    const open = fresh();
    const store = await open();
    const run = await store.begin(1_795_000_000_000);
    const batch: Batch = {
      run,
      generation: null,
      newest: 0,
      source,
      from: 0,
      head: fingerprintOf(head.slice(0, 100)),
      tail: fingerprintOf(head.slice(0, 100)),
      checkpoint: {
        position: 100,
        lines: 4,
        time: 1_795_000_000_000,
        occurrences: 3,
        reading: "1 UTC",
        state: { clock: [1, null, "ü"] },
      },
      milestones: [{ position: 68, hash: "00ff" }],
      replaces: null,
      counts: {
        minutes: [{ minute: 60, code: 10054, n: 3 }],
        endpoints: [{ minute: 0, code: 10054, endpoint: "db", n: 3 }],
        operations: [{ minute: 0, code: 10054, operation: "connect", n: 3 }],
      },
      unfinished: nothing,
      samples: [],
      bytes: 100,
      lines: 4,
      lostBytes: 0,
    };
    return { store, batch, open };
  }

  test("a batch is there for another connection, counts, position and all", async () => {
    const { store, batch, open } = await opened();
    const id = (await store.commit(batch))?.generation;
    await store.close();
    const again = await open();
    const { generations, previousGeneration: former, newest } = await again.generationsFor(head, source);
    expect(newest).toBe(id);
    const { head: fingerprint, tail, milestones, checkpoint } = batch;
    expect(generations).toEqual([{ id, source, head: fingerprint, tail, milestones, checkpoint, unfinished: nothing }]);
    expect(former).toEqual(generations[0]);
    expect((await again.generationsFor("else", { ...source, name: "web.log" })).previousGeneration).toBeNull();
    expect(await heldIn(again)).toEqual([
      "counts 60 10054  3",
      "endpoints 0 10054 db 3",
      "operations 0 10054 connect 3",
    ]);
    await again.close();
  });

  test("counts of several batches add up", async () => {
    const { store, batch } = await opened();
    const generation = idOf(await store.commit(batch));
    await store.commit({ ...batch, generation, from: 100, checkpoint: { ...at(200), state: null } });
    expect((await store.generationsFor(head, source)).generations[0]?.checkpoint.state).toBeNull();
    expect(await heldIn(store)).toContain("counts 60 10054  6");
    expect(await store.runTotals()).toEqual({
      runs: 1,
      began: 1_795_000_000,
      bytes: 200,
      lines: 8,
      occurrences: 6,
      lostBytes: 0,
      setAside: 0,
      lostMessages: 0,
    });
    await store.close();
  });

  test("a batch that does not begin at the stored position changes nothing", async () => {
    const { store, batch } = await opened();
    const generation = idOf(await store.commit(batch));
    expect(await store.commit({ ...batch, generation, from: 50, checkpoint: at(150) })).toBeNull();
    expect(await store.commit({ ...batch, generation: 999, from: 100, checkpoint: at(150) })).toBeNull();
    expect(await heldIn(store)).toContain("counts 60 10054  3");
    expect(await store.exportGenerations()).toMatchObject([{ checkpoint: { position: 100 } }]);
    expect(await store.runTotals()).toMatchObject({ bytes: 100 });
    await store.close();
  });

  test.each([
    ["with the same head", {}],
    ["for the same source", { head: fingerprintOf("other") }],
  ])("of two processes that begin a generation %s only the first does", async (_, change) => {
    const { store, batch } = await opened();
    const id = idOf(await store.commit(batch));
    expect(await store.commit({ ...batch, ...change })).toBeNull();
    expect(idOf(await store.commit({ ...batch, ...change, newest: id }))).toBeGreaterThan(id);
    await store.close();
  });

  test("a sequence is found by its stream and partition, under any name, and begun once", async () => {
    const { store, batch } = await opened();
    const sequence = { stream: "logs", partition: "0" };
    const first = { ...batch, head: fingerprintOfSequence(sequence), tail: none };
    const id = idOf(await store.commit(first));
    const { generations } = await store.generationsFor(sequence, { host: "there", name: "new" });
    expect(generations).toMatchObject([{ id, checkpoint: first.checkpoint }]);
    expect((await store.generationsFor({ ...sequence, partition: "1" }, source)).generations).toEqual([]);
    expect(await store.commit(first)).toBeNull();
  });

  test("generations without identity are never found again and do not stand in each other's way", async () => {
    const { store, batch } = await opened();
    await store.commit({ ...batch, head: { bytes: 0, hash: "one" } });
    expect(await store.commit({ ...batch, head: { bytes: 0, hash: "two" } })).not.toBeNull();
    expect(await store.commit({ ...batch, head: { bytes: 0, hash: "two" } })).toBeNull();
    expect((await store.generationsFor(head, source)).generations).toEqual([]);
    expect((await store.generationsFor("", source)).generations).toEqual([]);
    await store.close();
  });

  test("short heads are found under the host and the name that they were counted by, full ones anywhere", async () => {
    const { store, batch } = await opened();
    const full = "full head\n".repeat(500).slice(0, 4096);
    await store.commit(batch);
    await store.commit({ ...batch, newest: 1, head: fingerprintOf(full) });
    const ids = async (bytes: string, host: string, name: string) =>
      (await store.generationsFor(bytes, { host, name })).generations.map(({ id }) => id);
    expect(await ids(head, "here", "logs/app.log.1.gz")).toEqual([1]);
    expect(await ids(head, "there", "app.log")).toEqual([]);
    expect(await ids(head, "here", "web.log")).toEqual([]);
    expect(await ids(full, "there", "web.log")).toEqual([2]);
    await store.close();
  });

  test("what a generation holds of the one that it replaces is counted once", async () => {
    const { store, batch } = await opened();
    const first = idOf(await store.commit(batch));
    const second = await store.commit({ ...batch, newest: first, replaces: first, checkpoint: at(60) });
    expect(second?.again).toEqual([{ minute: 60, code: 10054, n: 3 }]);
    const generation = idOf(second);
    const more = { ...batch, generation, from: 60, checkpoint: at(100) };
    expect((await store.commit(more))?.again).toEqual([]);
    const third = await store.commit({ ...batch, newest: generation, replaces: generation });
    expect(third?.again).toEqual([{ minute: 60, code: 10054, n: 3 }]);
    await store.commit({ ...more, generation: idOf(third), from: 100, checkpoint: at(130) });
    await store.commit({ ...more, generation: idOf(third), from: 130, checkpoint: at(160) });
    expect(await store.codeTotals(everything)).toMatchObject([{ n: 9 }]);
    expect(await store.endpointTotals(everything, 9)).toMatchObject([{ n: 9 }]);
    expect(await store.operationTotals(everything)).toMatchObject([{ n: 9 }]);
    expect(await store.runTotals()).toMatchObject({ occurrences: 9 });
    await store.close();
  });

  test("files that were read are remembered as they were, for each host", async () => {
    const { store } = await opened();
    const file = { path: "/logs/app.log", size: 7, mtimeNs: "1795000000123456789", inode: "18446744073709551615" };
    await store.rememberFiles("here", [
      { ...file, size: 5 },
      { ...file, path: "/logs/web.log" },
    ]);
    await store.rememberFiles("here", [file]);
    await store.rememberFiles("there", [{ ...file, size: 9 }]);
    expect(await store.fileHints("here")).toEqual([file, { ...file, path: "/logs/web.log" }]);
    await store.close();
  });

  test("generations are found by any head that begins the log, longest position first", async () => {
    const { store, batch } = await opened();
    const short = idOf(await store.commit({ ...batch, head: fingerprintOf(head.slice(0, 7)), checkpoint: at(7) }));
    const long = idOf(await store.commit({ ...batch, newest: short, head: fingerprintOf(head), checkpoint: at(300) }));
    await store.commit({ ...batch, newest: long, head: fingerprintOf("something else"), checkpoint: at(900) });
    const ids = async (bytes: string) => (await store.generationsFor(bytes, source)).generations.map(({ id }) => id);
    expect(await ids(head)).toEqual([long, short]);
    expect(await ids(head.slice(0, 50))).toEqual([short]);
    expect(await ids(head.slice(0, 6))).toEqual([]);
    await store.close();
  });

  test("a run counts what its batches add, whatever another one has left in the unfinished line meanwhile", async () => {
    const { store, batch } = await opened();
    const other = await store.begin(1_795_000_001_000);
    const one = { ...nothing, minutes: [{ minute: 60, code: 10054, n: 1 }] };
    const generation = idOf(await store.commit(batch));
    const later = { ...batch, generation, from: 100 };
    await store.commit({ ...later, run: other, checkpoint: at(100), counts: nothing, unfinished: one });
    expect(await store.commit({ ...later, checkpoint: at(120), counts: one })).toMatchObject({ taken: one.minutes });
    const [{ n } = { n: 0 }] = await store.codeTotals(everything);
    expect(await store.runTotals()).toMatchObject({ occurrences: n });
    await store.close();
  });

  test("what was counted in an unfinished line is taken back before it is counted again", async () => {
    const { store, batch } = await opened();
    const unfinished: Counts = {
      minutes: [
        { minute: 120, code: 10061, n: 1 },
        { minute: 60, code: 10054, n: 1 },
      ],
      endpoints: [{ minute: 0, code: 10061, endpoint: "web", n: 1 }],
      operations: [{ minute: 0, code: 10061, operation: "connect", n: 1 }],
    };
    const generation = idOf(await store.commit({ ...batch, unfinished }));
    expect(await store.codeTotals(everything)).toMatchObject([
      { code: 10054, n: 4 },
      { code: 10061, n: 1 },
    ]);
    expect((await store.generationsFor(head, source)).generations[0]?.unfinished).toEqual(unfinished);
    for (const _ of "ab")
      await store.commit({ ...batch, generation, from: 100, checkpoint: at(100), counts: nothing, unfinished });
    expect((await store.codeTotals(everything)).map(({ n }) => n)).toEqual([4, 1]);
    await store.commit({ ...batch, generation, from: 100, checkpoint: at(100), counts: nothing });
    expect(await heldIn(store)).toEqual([
      "counts 60 10054  3",
      "endpoints 0 10054 db 3",
      "operations 0 10054 connect 3",
    ]);
    await store.close();
  });

  test("samples stay few: the first ones of a code and the latest", async () => {
    const { store, batch } = await opened();
    let generation: number | null = null;
    for (let line = 1; line <= 50; line++) {
      const samples = [
        { code: 10054, line, minute: 0, operation: null, endpoint: null, text: `line ${line}\u0000\u001b` },
      ];
      const from: number = generation === null ? 0 : 100;
      generation = idOf(await store.commit({ ...batch, generation, from, checkpoint: at(100), samples }));
    }
    const { samples } = await store.exportContent(1);
    expect(samples.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, ...Array.from({ length: 15 }, (_, n) => 36 + n)]);
    // Node 22's own SQLite reads a text up to its first zero.
    const readable = process.versions.node.startsWith("22.")
      ? ["line 50\u0000\u001b", "line 50"]
      : ["line 50\u0000\u001b"];
    expect(readable).toContain(samples.at(-1)?.text);
    await store.close();
  });

  test("openings of incidents stay: the first line of a code after five quiet minutes", async () => {
    const { store, batch } = await opened();
    const minuteOf = (line: number) => 6000 + Math.floor(line / 100) * 7200 + (line % 100) * 60;
    let generation: number | null = null;
    for (let line = 1; line <= 250; line++) {
      const sample = { code: 10054, line, minute: minuteOf(line), operation: "connect", endpoint: "db", text: "" };
      const minutes = [{ minute: sample.minute, code: 10054, n: 1 }];
      const from: number = generation === null ? 0 : 100;
      const counts = { ...nothing, minutes };
      generation = idOf(
        await store.commit({ ...batch, generation, from, checkpoint: at(100), counts, samples: [sample] }),
      );
    }
    const openings = (await store.exportContent(1)).samples.filter(({ opening }) => opening);
    expect(openings).toMatchObject([1, 100, 200].map((line) => ({ line, operation: "connect", endpoint: "db" })));
    expect(openings).toHaveLength(3);
    await store.close();
  });

  test("a code can be acknowledged, with a new note, and the mark taken back", async () => {
    const { store } = await opened();
    const ack = { code: 10054, until: null, note: "", acknowledged: 1_795_000_000 };
    await store.acknowledge([ack, { ...ack, code: 10061 }]);
    await store.acknowledge([{ ...ack, until: 1_796_000_000, note: "the switch is replaced on Monday" }]);
    expect(await store.withdraw([10061, 10061, 10060])).toEqual([10061]);
    expect(await store.acks()).toEqual([{ ...ack, until: 1_796_000_000, note: "the switch is replaced on Monday" }]);
    await store.close();
  });

  test("a snapshot does not see what is committed while it is read", async () => {
    const { store, batch } = await opened();
    await store.commit(batch);
    const count = async (from: Questions) => (await from.codeTotals(everything)).map(({ n }) => n);
    const seen = await store.snapshot(async (questions) => {
      const before = await count(questions);
      await store.commit({ ...batch, generation: 1, from: 100, checkpoint: at(200) });
      return [before, await count(questions), await count(store)];
    });
    expect(seen).toEqual([[3], [3], [6]]);
    await store.close();
  });

  test("a run that counts nothing leaves no trace", async () => {
    const { store, batch } = await opened();
    await store.finish(await store.begin(1_795_000_000_000), 1_795_000_001_000);
    expect((await store.runTotals()).runs).toBe(0);
    await store.commit({ ...batch, tail: none, lostBytes: 7, setAside: 3, lostMessages: 5 });
    await store.finish(batch.run, 1_795_000_009_999);
    expect(await store.runTotals()).toMatchObject({ runs: 1, lostBytes: 7, setAside: 3, lostMessages: 5 });
    await store.close();
  });

  test("of several batches all are applied, or none when one is impossible", async () => {
    const { store, batch } = await opened();
    const other = { ...batch, source: { host: "here", name: "web.log" }, head: fingerprintOf("other") };
    await expect(store.commitAll([batch, { ...other, run: 99 }])).rejects.toThrow("run 99");
    expect(await store.exportGenerations()).toEqual([]);
    expect((await store.runTotals()).runs).toBe(0);
    expect(await store.commitAll([batch, batch, { ...other, newest: 1 }])).toEqual([
      { generation: 1, taken: [], again: [] },
      null,
      { generation: 2, taken: [], again: [] },
    ]);
    expect(await store.runTotals()).toMatchObject({ runs: 1, bytes: 200 });
    await store.close();
  });

  test("what was counted long ago can be removed, and what has no time stays", async () => {
    const { store, batch } = await opened();
    const minutes = [0, 60, 86_400 * 5].map((minute) => ({ minute, code: 10054, n: 2 }));
    const endpoints = [0, 86_400 * 5].map((minute) => ({ minute, code: 10054, endpoint: "db", n: 2 }));
    const samples = [60, 86_400 * 5].map((minute, index) => ({ ...aSample, line: index + 1, minute }));
    await store.commit({ ...batch, counts: { minutes, endpoints, operations: [] }, samples });
    const before = await generationsOf(store);
    const would = await store.prune(86_400 * 3, true);
    expect(would).toMatchObject({ occurrences: 2, samples: 1, rows: 1 });
    expect(await generationsOf(store)).toEqual(before);
    expect(await store.prune(86_400 * 3, false)).toMatchObject({ occurrences: 2, samples: 1, rows: 1 });
    expect(await heldIn(store)).toEqual([
      "counts 0 10054  2",
      "counts 432000 10054  2",
      "endpoints 0 10054 db 2",
      "endpoints 432000 10054 db 2",
    ]);
    expect((await store.exportContent(1)).samples.map(({ line }) => line)).toEqual([2]);
    expect(await store.exportGenerations()).toMatchObject([{ checkpoint: { position: 100 } }]);
    // Counters of other systems take a fall for a new beginning, and count all of it once more.
    expect(await store.occurrencesBySource()).toMatchObject([{ code: 10054, n: 6 }]);
    await store.prune(86_400 * 6, false);
    expect(await store.occurrencesBySource()).toMatchObject([{ code: 10054, n: 6 }]);
    await store.close();
  });

  test("the version changes with every change, whoever makes it, and only then", async () => {
    const { store, batch, open } = await opened();
    const other = await open({ readOnly: true });
    const seen = new Set<string>();
    const versionsDiffer = async () => {
      const versions = [await store.version(), await other.version()];
      expect([await store.version(), await other.version()]).toEqual(versions);
      const fresh = versions.map((version, index) => `${index} ${version}`).filter((version) => !seen.has(version));
      for (const version of fresh) seen.add(version);
      return fresh.length === 2;
    };
    expect(await versionsDiffer()).toBe(true);
    await store.codeTotals(everything);
    expect(await versionsDiffer()).toBe(false);
    await store.commit(batch);
    expect(await versionsDiffer()).toBe(true);
    await store.acknowledge([{ code: 10054, until: null, note: "", acknowledged: 0 }]);
    expect(await versionsDiffer()).toBe(true);
    await store.withdraw([10054]);
    expect(await versionsDiffer()).toBe(true);
    for (const each of [store, other]) await each.close();
  });

  test("a store that is only to be read is neither created nor changed", async () => {
    const open = fresh();
    await expect(open({ readOnly: true })).rejects.toMatchObject({ name: "WsaError", code: "store", hint: /.+/ });
    await (await open()).close();
    const store = await open({ readOnly: true });
    const ack = { code: 10054, until: null, note: "", acknowledged: 0 };
    await expect(store.acknowledge([ack])).rejects.toMatchObject({ name: "WsaError", code: "store" });
    expect(await store.acks()).toEqual([]);
    await store.close();
  });

  test("SQL that it does not understand is refused as a query", async () => {
    const { store } = await opened();
    const ask = async () => {
      for await (const _ of store.query("SELEKT 1")) throw new Error("it answered");
    };
    await expect(ask()).rejects.toMatchObject({ name: "WsaError", code: "query", hint: expect.any(String) });
    await store.close();
  });

  describeQuestions(opened);

  test("closing twice is allowed", async () => {
    const { store } = await opened();
    await store.close();
    await store.close();
  });
}

/** What is held, as short texts in a fixed order. */
async function heldIn(store: Store): Promise<string[]> {
  const rows = (await generationsOf(store)).flatMap(({ held }) => held);
  return rows.map(({ kind, minute, code, subject, n }) => `${kind} ${minute} ${code} ${subject} ${n}`).sort();
}

const aSample = { code: 10054, operation: null, endpoint: null, text: "" };

function idOf(committed: Committed | null): number {
  if (committed === null) throw new Error("the batch was refused");
  return committed.generation;
}
