import { utimesSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { ingest } from "../../../src/ingest/ingest.ts";
import { scene as ingestScene } from "../../ingest/scene.ts";
import { type MadeEvent, uint32, writeEvents } from "./write-events.ts";

const codes = [10_054, 10_060, 10_061];

/** Events of a log, one in three with a code. */
function events(from: number, to: number, change: Partial<MadeEvent> & { readonly start?: string } = {}): MadeEvent[] {
  const { start = "2026-11-20T00:00:00Z", ...rest } = change;
  return Array.from({ length: to - from }, (_, n) => {
    const id = from + n;
    const time = new Date(Date.parse(start) + id * 20_000).toISOString();
    const said = id % 3 === 0 ? `connect failed: error ${codes[id % 2]}` : "all is well";
    return { id, time, data: [["Text", said]] as const, ...rest };
  });
}

const expected = (from: number, to: number) => events(from, to).filter(({ id }) => id % 3 === 0).length;

async function scene() {
  const { folder, store, options, path, happened } = await ingestScene();
  /** Writes files in their order of reading, and counts them in one run. */
  async function count(...files: readonly (readonly [name: string, events: Buffer])[]): Promise<number> {
    for (const [name, bytes] of files) writeFileSync(path(name), bytes);
    const { totals } = await ingest(
      files.map(([name]) => path(name)),
      { ...options, host: undefined },
    );
    return totals.occurrences;
  }
  async function asked(sql: string): Promise<unknown[][]> {
    const rows: unknown[][] = [];
    for await (const page of store.query(sql)) rows.push(...page.rows.map((row) => [...row]));
    return rows;
  }
  return { folder, store, path, count, asked, options, happened };
}

test("each event is counted at its time, in the log of its machine", async () => {
  const { count, asked } = await scene();
  const made: MadeEvent[] = [
    { id: 5, time: "2026-11-20T10:20:30Z", data: [["Text", "connect to db-2:5432 failed: error 10061"]] },
    { id: 6, time: "2026-11-20T10:21:30Z", data: [["ErrorCode", uint32(10_054)]] },
    { id: 7, time: "2026-11-20T10:22:30Z", data: [["Number", uint32(10_054)]] },
  ];
  expect(await count(["any name.bin", writeEvents(made)])).toBe(2);
  expect(await asked("SELECT host, name FROM sources")).toEqual([["PC-7", "System"]]);
  expect(await asked("SELECT minute, code, n FROM counts ORDER BY 1")).toEqual([
    [Date.UTC(2026, 10, 20, 10, 20) / 1000, 10_061, 1],
    [Date.UTC(2026, 10, 20, 10, 21) / 1000, 10_054, 1],
  ]);
  expect(await asked("SELECT endpoint FROM endpoints")).toEqual([["db-2:5432"]]);
  expect(await asked("SELECT lines FROM runs")).toEqual([[made.length]]);
});

test("a copy of a log counts nothing", async () => {
  const { count } = await scene();
  expect(await count(["a.evtx", writeEvents(events(1, 100))])).toBe(expected(1, 100));
  expect(await count(["b.evtx", writeEvents(events(1, 100), { perChunk: 7 })])).toBe(0);
});

test("a compressed copy counts nothing, in any order, and what is new in it counts", async () => {
  const { count } = await scene();
  const packed = gzipSync(writeEvents(events(1, 100)));
  expect(await count(["a.evtx.gz", packed])).toBe(expected(1, 100));
  expect(await count(["a.evtx", writeEvents(events(1, 100))])).toBe(0);
  const parts = [gzipSync(writeEvents(events(50, 120)).subarray(0, 9)), writeEvents(events(50, 120)).subarray(9)];
  expect(await count(["b.gz", Buffer.concat([parts[0] as Buffer, gzipSync(parts[1] as Buffer)])])).toBe(
    expected(100, 120),
  );
});

test.each([
  ["broken", undefined, "is a broken or unfinished gzip archive; nothing of it was counted"],
  ["larger than it may be", 4096, "unpacks to more than 4096 bytes; nothing of it was counted"],
])("a compressed log that is %s is an error, and counts nothing", async (_, maxUnpackedBytes, message) => {
  const { path, options, happened } = await scene();
  const packed = gzipSync(writeEvents(events(1, 100)));
  writeFileSync(path("a.evtx.gz"), maxUnpackedBytes === undefined ? packed.subarray(0, -100) : packed);
  const { totals } = await ingest([path("a.evtx.gz")], { ...options, maxUnpackedBytes });
  expect(totals.occurrences).toBe(0);
  const failed = happened().flatMap((event) => (event.kind === "log-failed" ? [event.error.message] : []));
  expect(failed).toEqual([message]);
});

test("of a later state of a log only what is new counts, also where it has overwritten the rest", async () => {
  const { count } = await scene();
  const circular = { perChunk: 30, order: ([a, b, ...rest]: readonly Buffer[]) => [...rest, a, b] as Buffer[] };
  expect(await count(["a.evtx", writeEvents(events(1, 100))])).toBe(expected(1, 100));
  expect(await count(["a.evtx", writeEvents(events(40, 170), circular)])).toBe(expected(100, 170));
  expect(await count(["a.evtx", writeEvents(events(150, 290), circular)])).toBe(expected(170, 290));
});

test.each([
  ["older first", [0, 1, 2]],
  ["newer first", [2, 1, 0]],
  ["the middle last", [0, 2, 1]],
])("archived parts of a log count once in any order: %s", async (_, order) => {
  const { count } = await scene();
  const parts = [events(1, 100), events(100, 200), events(200, 300)];
  const files = order.map((n) => [`${n}.evtx`, writeEvents(parts[n] as MadeEvent[])] as const);
  expect(await count(...files)).toBe(expected(1, 300));
  expect(await count(["whole.evtx", writeEvents(events(1, 300))])).toBe(0);
});

test("an export of some events counts them once, and the rest with the whole log", async () => {
  const { count } = await scene();
  const some = events(1, 100).filter(({ id }) => id % 6 === 0);
  expect(await count(["some.evtx", writeEvents(some.map((one, n) => ({ ...one, fileId: n + 1 })))])).toBe(some.length);
  expect(await count(["whole.evtx", writeEvents(events(1, 100))])).toBe(expected(1, 100) - some.length);
});

test("a log that was cleared has the same numbers again, and counts on", async () => {
  const { count } = await scene();
  expect(await count(["a.evtx", writeEvents(events(1, 100))])).toBe(expected(1, 100));
  const cleared = { start: "2026-11-25T00:00:00Z" };
  expect(await count(["a.evtx", writeEvents(events(1, 50, cleared))])).toBe(expected(1, 50));
  expect(await count(["a.evtx", writeEvents(events(1, 150, cleared))])).toBe(expected(50, 150));
  expect(await count(["old.evtx", writeEvents(events(1, 100))])).toBe(0);
});

test("the same numbers in the logs of two machines, or in two logs of one, are other events", async () => {
  const { count } = await scene();
  for (const change of [{}, { computer: "PC-8" }, { channel: "Application" }])
    expect(await count(["a.evtx", writeEvents(events(1, 100, change))])).toBe(expected(1, 100));
  expect(await count(["a.evtx", writeEvents(events(1, 100, { computer: "pc-8" }))])).toBe(0);
});

test("a machine that was renamed has its log under both names, each event counted once", async () => {
  const { count, asked } = await scene();
  const before = events(1, 100, { computer: "WIN-1" });
  const after = events(100, 200, { computer: "WEB-1" });
  expect(await count(["a.evtx", writeEvents(before)])).toBe(expected(1, 100));
  expect(await count(["a.evtx", writeEvents([...before, ...after])])).toBe(expected(100, 200));
  expect(await count(["a.evtx", writeEvents([...after, ...events(200, 230, { computer: "WEB-1" })])])).toBe(
    expected(200, 230),
  );
  expect(await asked("SELECT host, name FROM sources ORDER BY id")).toEqual([
    ["WIN-1", "System"],
    ["WEB-1", "System"],
  ]);
});

test("what a collector has of a machine is the machine's, counted once", async () => {
  const { count } = await scene();
  const forwarded = Array.from({ length: 20 }, (_, n) => events(n * 10, n * 10 + 50, { computer: `PC-${n}` }))
    .flat()
    .sort((a, b) => (a.time < b.time ? -1 : 1))
    .map((event, n) => ({ ...event, fileId: n + 1 }));
  const all = forwarded.filter(({ id }) => id % 3 === 0).length;
  expect(await count(["ForwardedEvents.evtx", writeEvents(forwarded)])).toBe(all);
  expect(await count(["a.evtx", writeEvents(events(0, 50, { computer: "PC-0" }))])).toBe(0);
});

test("a file that has not changed is not opened again, whichever logs are in it", async () => {
  const { path, options } = await scene();
  writeFileSync(path("a.evtx"), writeEvents([...events(1, 9, { computer: "A" }), ...events(9, 20, { computer: "B" })]));
  utimesSync(path("a.evtx"), new Date(1e12), new Date(1e12));
  expect((await ingest([path("a.evtx")], options)).unchanged).toEqual([]);
  expect((await ingest([path("a.evtx")], options)).unchanged).toEqual([path("a.evtx")]);
});

test("a file that Windows writes to is opened again, though it looks as it did", async () => {
  const { path, options } = await scene();
  writeFileSync(path("a.evtx"), writeEvents(events(1, 9), { isOpen: true }));
  utimesSync(path("a.evtx"), new Date(1e12), new Date(1e12));
  expect((await ingest([path("a.evtx")], options)).unchanged).toEqual([]);
  expect((await ingest([path("a.evtx")], options)).unchanged).toEqual([]);
});

test("a host and a name that a person gives are taken", async () => {
  const { path, options, asked } = await scene();
  writeFileSync(path("a.evtx"), writeEvents(events(1, 9)));
  await ingest([path("a.evtx")], { ...options, host: "mine", name: "its log" });
  expect(await asked("SELECT host, name FROM sources")).toEqual([["mine", "its log"]]);
});

test("damage is told once for a file, and what is whole is counted", async () => {
  const { count, happened } = await scene();
  const file = writeEvents([...events(1, 60, { computer: "A" }), ...events(60, 120, { computer: "B" })], {
    perChunk: 20,
  });
  file.writeUInt8(1, 4096 + 65_536 + 200);
  expect(await count(["a.evtx", file])).toBe(expected(1, 120));
  expect(happened().filter(({ kind }) => kind === "log-damaged")).toHaveLength(1);
});

test("stores that have counted different parts of a log are merged, and know all of them", async () => {
  const [here, there] = [await scene(), await scene()];
  await here.count(["a.evtx", writeEvents(events(0, 120))]);
  await there.count(["a.evtx", writeEvents(events(60, 240))]);
  for (let times = 0; times < 2; times++)
    await there.store.snapshot((questions) => here.store.merge(questions, Date.now()));
  expect(await here.asked("SELECT sum(n) FROM counts")).toEqual([[expected(0, 240)]]);
  expect(await here.count(["a.evtx", writeEvents(events(0, 300))])).toBe(expected(240, 300));
});
