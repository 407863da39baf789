// A process of its own that counts a log in a store: node writer.mjs STORE [LOG FLUSH-EVERY-LINES]
import { readFileSync } from "node:fs";
import { openLedger } from "../../dist/store/ledger.js";
import { openSqliteStore } from "../../dist/store/sqlite.js";

const [path, log, flushEvery] = process.argv.slice(2);
const store = await openSqliteStore({ path, codes: [], version: "test" });
if (log !== undefined) {
  const run = await store.begin(Date.now());
  const ledger = openLedger({ store, run, source: { host: "here", name: log }, identity: "content" });
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
    if ((index + 1) % Number(flushEvery) === 0) await ledger.flush();
  }
  await ledger.close();
  await store.finish(run, Date.now());
}
await store.close();
