import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { bundled } from "../../bundled.ts";
import { scratchFolder } from "../scratch.ts";

const folder = scratchFolder();
const writer = await bundled(new URL("writer.ts", import.meta.url));
const run = promisify(execFile);

/** A log with an occurrence in every second line, longer than a head; the letter makes it a log of its own. */
function writeLog(name: string, lines: number): string {
  const path = join(folder, name);
  const text = (id: number) => `${name} ${id} ${id % 2 === 0 ? "error 10054" : "all is well"} ${"-".repeat(60)}\n`;
  writeFileSync(path, Array.from({ length: lines }, (_, id) => text(id)).join(""));
  return path;
}

function inspect(store: string): {
  readonly occurrences: number;
  readonly integrity: unknown;
  readonly isWhole: boolean;
} {
  const db = new Database(store, { readonly: true });
  const occurrences = Number(db.prepare("SELECT total(n) FROM counts").pluck().get());
  const reported = Number(db.prepare("SELECT total(occurrences) FROM runs").pluck().get());
  const integrity = db.pragma("integrity_check", { simple: true });
  db.close();
  return { occurrences, integrity, isWhole: occurrences === reported };
}

test("twenty processes can open a new store at once", async () => {
  const store = join(folder, "new", "store.db");
  await Promise.all(Array.from({ length: 20 }, () => run(process.execPath, [writer, store])));
  expect(inspect(store)).toEqual({ occurrences: 0, integrity: "ok", isWhole: true });
});

test("eight processes that count different logs add up", async () => {
  const store = join(folder, "many.db");
  const logs = Array.from({ length: 8 }, (_, index) => writeLog(`many-${index}.log`, 400));
  await Promise.all(logs.map((log) => run(process.execPath, [writer, store, log, "20"])));
  expect(inspect(store)).toEqual({ occurrences: 8 * 200, integrity: "ok", isWhole: true });
});

test("processes that count the same log at once never double it, and one more run leaves nothing out", async () => {
  const store = join(folder, "same.db");
  const log = writeLog("same.log", 600);
  await Promise.all([5, 7, 60, 600].map((every) => run(process.execPath, [writer, store, log, String(every)])));
  expect(inspect(store).occurrences).toBeLessThanOrEqual(300);
  await run(process.execPath, [writer, store, log, "100"]);
  expect(inspect(store)).toEqual({ occurrences: 300, integrity: "ok", isWhole: true });
});
