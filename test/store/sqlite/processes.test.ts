import { execFile, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
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

const hasStrace = works("strace", ["-V"]);
if (!hasStrace) console.log("skipped: killing at each write needs strace; killing at random moments stands in for it");

test.runIf(hasStrace).each([
  ["pwrite64", 1],
  ["fsync", 1],
  ["pwrite64", 150],
  ["fsync", 150],
])(
  "a process that is killed at any %s loses nothing and doubles nothing of %i logs, even when the next one is killed too",
  async (call, count) => {
    const each = Math.max(10, 160 / count);
    const logs = Array.from({ length: count }, (_, index) => writeLog(`${call}-${count}-${index}.log`, each));
    const occurrences = (count * each) / 2;
    const command = (store: string) => [process.execPath, writer, store, logs[0] as string, "80", ...logs.slice(1)];
    const traced = async (store: string, ...how: string[]) =>
      await run("strace", ["-f", "-qq", "-e", `trace=${call}`, ...how, ...command(store)]);
    const killed = async (store: string, n: number) =>
      await traced(store, "-o", "/dev/null", "-e", `inject=${call}:signal=SIGKILL:when=${n}`).then(
        () => false,
        () => true,
      );
    const callsIn = async (id: number) => {
      const trace = join(folder, `${call}-${count}-${id}.trace`);
      await traced(join(folder, `${call}-${count}-traced-${id}.db`), "-o", trace);
      return readFileSync(trace, "utf8").split(`${call}(`).length - 1;
    };
    // Runs differ by a call or two: what the shortest of several has, the killed ones reach too.
    const traces = [await callsIn(0), await callsIn(1), await callsIn(2)];
    const calls = Math.min(...traces);
    expect(calls).toBeGreaterThan(5);
    const points = [...new Set(spread(calls, 10, call))];
    expect(await killed(join(folder, `${call}-${count}-whole.db`), 2 * Math.max(...traces))).toBe(false);
    const kills = await Promise.all(
      points.map(async (n) => {
        const store = join(folder, `${call}-${count}-${n}.db`);
        const wasKilled = await killed(store, n);
        await killed(store, 1 + (n % 5));
        await run(process.execPath, command(store).slice(1));
        expect({ n, ...inspect(store) }).toEqual({ n, occurrences, integrity: "ok", isWhole: true });
        return wasKilled;
      }),
    );
    expect(kills).toEqual(points.map(() => true));
  },
  120_000,
);

/** So many of the numbers up to a last one, one at random of each equal stretch; tells how to get the same again. */
function spread(last: number, count: number, name: string): number[] {
  const seed = Number(process.env["WSA_SEED"] ?? Date.now() % 2 ** 31);
  console.log(`killing at ${name}: WSA_SEED=${seed}`);
  let state = seed;
  return Array.from({ length: count }, (_, index) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    const at = index + state / 2 ** 32;
    return Math.min(last, 1 + Math.floor((at * last) / count));
  });
}

test("a process that is killed at random moments loses nothing and doubles nothing", async () => {
  const log = writeLog("random.log", 4000);
  const store = join(folder, "random.db");
  const command = [writer, store, log, "10"];
  for (let attempt = 0; attempt < 5; attempt++) {
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
