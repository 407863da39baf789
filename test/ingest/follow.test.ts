import { appendFileSync, renameSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { WsaError } from "../../src/error.ts";
import { ingest } from "../../src/ingest/ingest.ts";
import type { Store } from "../../src/store/store.ts";
import { say } from "../../src/wording.ts";
import { storedCounts } from "../ledger/reading.ts";
import { scene, storeWith } from "./scene.ts";

const polled = { timeout: 20_000, interval: 50 };
const lines = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => `id=${from + i} connect: socket error 10054\n`).join("");

test.each([
  ["UTF-8", undefined, (text: string) => Buffer.from(text)],
  ["UTF-16", undefined, (text: string) => Buffer.from(text, "utf16le")],
  ["an encoding that is named", "utf-16be", (text: string) => Buffer.from(text, "utf16le").swap16()],
])(
  "lives of a log in %s that were looked up before one of them was committed are all counted",
  async (_, encoding, encode) => {
    const { path, options, store, happened } = await scene();
    const stop = new AbortController();
    const looked = new Set<string>();
    let isLocked = true;
    const commitAll: Store["commitAll"] = async (batches) => {
      for (const { head } of batches) looked.add(head.hash);
      if (isLocked) throw new WsaError("store", "x.db", say`is locked`);
      return await store.commitAll(batches);
    };
    const write = (life: number) => writeFileSync(path("app.log"), encode(`\ufeff${lines(10 * life, 10 * life + 3)}`));
    write(0);
    const done = ingest([path("app.log")], {
      ...{ ...options, encoding, follow: true, signal: stop.signal },
      store: storeWith(store, { commitAll }),
    });
    for (const life of [1, 2]) {
      await expect.poll(() => looked.size, polled).toBe(life);
      renameSync(path("app.log"), path(`app.log.${3 - life}`));
      write(life);
    }
    await expect.poll(() => looked.size, polled).toBe(3);
    isLocked = false;
    await expect.poll(() => storedCounts(store), polled).toEqual({ 10054: 9 });
    stop.abort();
    await done;
    expect(happened().filter(({ kind }) => kind === "log-yielded")).toEqual([]);
  },
);

test("a run that follows a log counts on when another one, to which it left the log, has ended", async () => {
  const { path, options, store } = await scene();
  const runs = [0, 1].map(() => ({ stop: new AbortController(), isLocked: false, lines: 0, isRefused: false }));
  const [first, second] = runs as [(typeof runs)[0], (typeof runs)[0]];
  writeFileSync(path("app.log"), lines(0, 3));
  let n = 3;
  const append = () => appendFileSync(path("app.log"), lines(n, ++n));
  const [done, last] = runs.map((run) => {
    const commitAll: Store["commitAll"] = async (batches) => {
      run.lines = batches.at(-1)?.checkpoint.lines ?? 0;
      if (run.isLocked) throw new WsaError("store", "x.db", say`is locked`);
      const committed = await store.commitAll(batches);
      run.isRefused ||= committed.includes(null);
      return committed;
    };
    return ingest([path("app.log")], {
      ...{ ...options, follow: true, signal: run.stop.signal },
      store: storeWith(store, { commitAll }),
    });
  });
  await expect.poll(() => storedCounts(store), polled).toEqual({ 10054: 3 });
  // The first one counts a part of what the second one holds.
  second.isLocked = true;
  append();
  await expect.poll(() => storedCounts(store), polled).toEqual({ 10054: 4 });
  first.isLocked = true;
  append();
  await expect.poll(() => second.lines, polled).toBe(5);
  second.isLocked = second.isRefused = false;
  await expect.poll(() => second.isRefused, polled).toBe(true);
  first.isLocked = false;
  await expect.poll(() => storedCounts(store), polled).toEqual({ 10054: 5 });

  first.stop.abort();
  await done;
  append();
  await expect.poll(() => storedCounts(store), polled).toEqual({ 10054: 6 });
  second.stop.abort();
  await last;
  expect(await storedCounts(store)).toEqual({ 10054: 6 });
});
