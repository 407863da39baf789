// A process of its own that counts logs in a store: STORE [LOG FLUSH-EVERY-LINES [OTHER-LOG…]]
// With several logs their batches share transactions, and there are no flushes but the last of each.
import { readFileSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { createBatchingStore } from "../../../src/ingest/batching-store.ts";
import type { LedgerOptions } from "../../../src/ledger/ledger.ts";
import { openLedger } from "../../../src/ledger/open-ledger.ts";
import { openSqliteStore } from "../../../src/store/sqlite/sqlite-store.ts";

const [path = "", log, flushEvery, ...others] = process.argv.slice(2);
const store = await openSqliteStore({ path, codes: [], version: "test" });
if (log !== undefined) {
  const run = await store.begin(Date.now());
  if (others.length === 0) await count(store, run, log);
  else {
    const batching = createBatchingStore(store);
    const counting: Promise<void>[] = [];
    for (const each of [log, ...others]) {
      counting.push(count(batching, run, each));
      await setImmediate();
    }
    await batching.settle();
    await Promise.all(counting);
  }
  await store.finish(run, Date.now());
}
await store.close();

async function count(into: LedgerOptions["store"], run: number, log: string): Promise<void> {
  const ledger = openLedger({ store: into, run, source: { host: "here", name: log }, identity: "content" });
  const lines = readFileSync(log, "latin1").match(/[^\n]*\n|[^\n]+$/g) ?? [];
  for (const [index, bytes] of lines.entries()) {
    const line = {
      number: index + 1,
      time: index * 60_000,
      operation: "connect",
      endpoint: "db:1433",
      body: bytes.trimEnd(),
    };
    if (bytes.includes("10054")) ledger.record(bytes, line, [10054]);
    else ledger.pass(bytes, 1);
    if (others.length === 0 && (index + 1) % Number(flushEvery) === 0) await ledger.flush();
  }
  await ledger.close();
}
