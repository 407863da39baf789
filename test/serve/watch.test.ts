import { renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { WsaError } from "../../src/error.ts";
import { type Watch, watchStore } from "../../src/serve/watch.ts";
import { openSqliteStore } from "../../src/store/sqlite/sqlite-store.ts";
import type { Store } from "../../src/store/store.ts";
import { temporaryFolder } from "../program.ts";
import { friday, storeOf } from "../report/sample.ts";
import { everything } from "../store/everything.ts";
import { poll } from "./serving.ts";

async function watched(path: string): Promise<{ watch: Watch; told: string[] }> {
  const told: string[] = [];
  const watch = await watchStore({
    open: () => openSqliteStore({ path, readOnly: true, codes: [], busyTimeoutMs: 100 }),
    changed: (version) => told.push(version),
    pause: () => 5,
    failed: (error) => {
      throw error;
    },
  });
  onTestFinished(() => watch.close());
  return { watch, told };
}

async function codesIn({ store }: Watch): Promise<number[]> {
  if (store instanceof WsaError) throw store;
  return (await store.codeTotals(everything)).map(({ code }) => code);
}

test("a commit of another connection is a new version, and quiet is none", async () => {
  const path = join(temporaryFolder(), "counts.db");
  const store = await storeOf(path, friday.slice(0, 1));
  const { watch, told } = await watched(path);
  const before = watch.version;
  expect(await codesIn(watch)).toEqual([10061]);
  expect(watch.version).toBe(before);
  await store.acknowledge([{ code: 10061, until: null, note: "", acknowledged: 0 }]);
  await poll(
    () => told.length,
    (n) => n > 0,
  );
  expect(watch.version).not.toBe(before);
  expect(told.at(-1)).toBe(watch.version);
});

test("a store that is not there yet is waited for, and one that goes away is waited for again", async () => {
  const path = join(temporaryFolder(), "counts.db");
  const { watch } = await watched(path);
  expect(watch.store).toMatchObject({ code: "store", subject: path, message: "there is no store here yet" });
  await (await storeOf(path, friday)).close();
  await poll(
    () => watch.store,
    (store) => !(store instanceof WsaError),
  );
  for (const end of ["", "-wal", "-shm"]) rmSync(path + end, { force: true });
  await poll(
    () => watch.store,
    (store) => store instanceof WsaError,
  );
});

test("a store that was replaced by another one is the other one", async () => {
  const folder = temporaryFolder();
  const [path, other] = [join(folder, "counts.db"), join(folder, "other.db")];
  await (await storeOf(path, friday.slice(0, 1))).close();
  await (await storeOf(other, friday.slice(2))).close();
  const { watch } = await watched(path);
  expect(await codesIn(watch)).toEqual([10061]);
  for (const end of ["-wal", "-shm"]) rmSync(path + end, { force: true });
  renameSync(other, path);
  await poll(
    async () => (watch.store instanceof WsaError ? [] : await codesIn(watch)),
    (codes) => codes.join() === "12345",
  );
});

test("a file of somebody else is told, not read", async () => {
  const path = join(temporaryFolder(), "notes.txt");
  writeFileSync(path, "not a store".repeat(100));
  const { watch } = await watched(path);
  expect(watch.store).toMatchObject({ code: "store", message: "this file is not a wsa-annotate store" });
});

test("a store that calls is asked when it has called, and hardly in between", async () => {
  let [asked, version] = [0, 0];
  let call = (): void => undefined;
  const stub: Partial<Store> = {
    version: async () => `${++asked && version}`,
    listen(changed) {
      call = changed;
      return { close: async () => undefined };
    },
    close: async () => undefined,
  };
  const told: string[] = [];
  const watch = await watchStore({
    ...{ open: async () => stub as Store, changed: (now) => told.push(now), pause: () => 0 },
    failed(error) {
      throw error;
    },
  });
  onTestFinished(() => watch.close());
  for (let turns = 0; turns < 50; turns++) await new Promise((resolve) => setTimeout(resolve, 1));
  expect(asked).toBe(1);
  version++;
  call();
  await poll(
    () => told.length,
    (n) => n === 1,
  );
  expect(asked).toBe(2);
});
