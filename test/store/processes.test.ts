import { execFile, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { scratchFolder } from "./scratch.ts";

const folder = scratchFolder();
const writer = fileURLToPath(new URL("writer.mjs", import.meta.url));
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

function removeStore(store: string): void {
  for (const suffix of ["", "-wal", "-shm", "-journal"]) rmSync(store + suffix, { force: true });
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

const hasStrace = works("strace", ["-V"]);
if (!hasStrace) console.log("skipped: killing at each write needs strace; killing at random moments stands in for it");

test.runIf(hasStrace).each(["pwrite64", "fsync"])(
  "a process that is killed at any %s loses nothing and doubles nothing",
  async (call) => {
    const log = writeLog(`${call}.log`, 160);
    const store = join(folder, `${call}.db`);
    const command = [process.execPath, writer, store, log, "80"];
    const killAt = (n: number) => ["-e", `trace=${call}`, "-e", `inject=${call}:signal=SIGKILL:when=${n}`];
    let n = 0;
    for (let wasKilled = true; wasKilled; ) {
      removeStore(store);
      wasKilled = !works("strace", ["-f", "-qq", "-o", "/dev/null", ...killAt(++n), ...command]);
      await run(process.execPath, command.slice(1));
      expect({ n, ...inspect(store) }).toEqual({ n, occurrences: 80, integrity: "ok", isWhole: true });
    }
    expect(n).toBeGreaterThan(5);
  },
  300_000,
);

test("a process that is killed at random moments loses nothing and doubles nothing", async () => {
  const log = writeLog("random.log", 4000);
  const store = join(folder, "random.db");
  const command = [writer, store, log, "10"];
  for (let attempt = 0; attempt < 8; attempt++) {
    const delayMs = 80 + Math.random() * 300;
    const child = spawn(process.execPath, command, { stdio: "ignore" });
    const timer = setTimeout(() => child.kill("SIGKILL"), delayMs);
    await once(child, "exit");
    clearTimeout(timer);
  }
  await run(process.execPath, command);
  expect(inspect(store)).toEqual({ occurrences: 2000, integrity: "ok", isWhole: true });
});

function works(command: string, parameters: readonly string[]): boolean {
  try {
    execFileSync(command, parameters, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
