import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { commandLine, countIn, runCommandLine } from "./scene.ts";
import { goodStore, ingestInto, use, write } from "./spoiled-store.ts";
import { compare, expectNoHarm, isFull, random, tallyOf } from "./tally.ts";

const LONG = 3_600_000;

test("a byte of the store that is another, at 500 places", { timeout: LONG }, async () => {
  const tally = tallyOf("a byte of the store flipped, 500 places");
  const { bytes, ...scene } = await goodStore();
  for (let n = 0; n < 500; n++) {
    const spoiled = Buffer.from(bytes);
    // The header and the schema are a small part of the file, and most of what can go wrong.
    const at = Math.floor(random() * (n % 4 === 0 ? 4096 : bytes.length));
    spoiled[at] = (spoiled[at] as number) ^ (1 << Math.floor(random() * 8));
    await use(scene, spoiled, tally, `byte ${at}`);
  }
  expectNoHarm(tally);
});

test("a store that is cut, at 50 lengths", { timeout: LONG }, async () => {
  const tally = tallyOf("a store that is cut, 50 lengths");
  const { bytes, ...scene } = await goodStore();
  for (let n = 0; n < 50; n++) {
    const length = Math.floor(((n + random()) * bytes.length) / 50);
    await use(scene, bytes.subarray(0, length), tally, `length ${length}`);
  }
  expectNoHarm(tally);
});

test("a store that is locked for longer than is waited", { timeout: LONG }, async () => {
  const tally = tallyOf("a store that is locked for longer than is waited");
  const { bytes, ...scene } = await goodStore();
  write(scene.store, bytes);
  const other = new Database(scene.store);
  other.exec("BEGIN IMMEDIATE");
  const error = await ingestInto(scene, { busyTimeoutMs: 200 });
  expect(error).toMatchObject({ code: "store-busy", subject: scene.store });
  tally.injected++;
  if (isFull) {
    const args = ["ingest", scene.logs, "--store", scene.store];
    // One minute, and the test's own patience is no longer.
    const { code, stderr } = await runCommandLine(commandLine(args), { cwd: scene.home, tally, longestMs: 120_000 });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining("writing to it for too long") });
    tally.injected++;
  }
  other.exec("COMMIT");
  other.close();
  expect(await ingestInto(scene)).toBeNull();
  compare(tally, countIn(scene.store, tally), scene.occurrences);
  expectNoHarm(tally);
});
