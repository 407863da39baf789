import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ingest, openStore } from "../../../src/index.ts";
import { CLI } from "../../program.ts";
import { isFull } from "../tally.ts";

/** A failing run prints its seed, and `WSA_SEED` repeats it. */
const runs = Number(process.env["WSA_RUNS"] ?? (isFull ? 5000 : 150));
const seed = Number(process.env["WSA_SEED"] ?? Date.now() % 1_000_000_000);

/** Two logs that begin alike. */
const anyLog = fc.constantFrom("app.log", "other.log");

/** What happens to a log. What destroys lines counts them first: nobody can count what was never there to be read. */
const step = fc.oneof(
  fc.record({ do: fc.constant("append" as const), of: anyLog, lines: fc.integer({ min: 1, max: 80 }) }),
  fc.record({ do: fc.constant("append a part" as const), of: anyLog, bytes: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ do: fc.constant("kill" as const), of: anyLog, afterMs: fc.integer({ min: 60, max: 260 }) }),
  fc.record({
    of: anyLog,
    do: fc.constantFrom(
      ...([
        "rename",
        "compress",
        "date",
        "copy and truncate",
        "refill",
        "delete",
        "copy",
        "excerpt",
        "move",
        "ingest",
      ] as const),
    ),
  }),
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** The beginning of every life: none, shorter and longer than a head. */
const bannerLines = fc.constantFrom(0, 20, 120, 400);

/** Applies steps to two logs in a folder; each line has a number of its own, so that content tells them apart. */
class Scene {
  written = 0;
  readonly #folder: string;
  readonly #banner: string;
  readonly #program: Program;
  #copies = 0;
  /** What is missing of the last line of each log. */
  readonly #rests = new Map<string, string>();

  constructor(folder: string, banner: number, program: Program) {
    this.#folder = folder;
    this.#banner = Array.from({ length: banner }, (_, i) => `setting ${i} of the host at its start\n`).join("");
    this.#program = program;
    this.#begin("app.log");
  }

  async apply(act: Step): Promise<void> {
    const { of } = act;
    if (act.do === "ingest") return await this.#program.ingest();
    if (act.do === "kill") return await this.#program.kill(act.afterMs);
    if (!existsSync(this.#path(of))) this.#begin(of);
    // A program finishes its line before anything else happens to its log but that somebody reads it.
    this.#finish(of);
    const [log, past] = [this.#path(of), this.#path(`${of}.1`)];
    switch (act.do) {
      case "append":
        return appendFileSync(log, this.#lines(act.lines));
      case "append a part": {
        const line = this.#lines(1);
        this.#rests.set(of, line.slice(act.bytes));
        return appendFileSync(log, line.slice(0, act.bytes));
      }
      case "move":
        // A log that was under 4 KiB when it was counted is known by its name too: under another one it is another.
        if (statSync(log).size < 4096) return;
        await this.#program.ingest();
        renameSync(log, this.#path(`moved-${++this.#copies}.log`));
        return this.#begin(of);
      case "rename":
        this.#shift(of);
        renameSync(log, past);
        return this.#begin(of);
      case "compress":
        this.#shift(of);
        writeFileSync(this.#path(`${of}.${100 + ++this.#copies}.gz`), gzipSync(readFileSync(log)));
        return this.#begin(of);
      case "date":
        renameSync(log, this.#path(`${of}-2026${1000 + ++this.#copies}`));
        return this.#begin(of);
      case "copy and truncate":
        this.#shift(of);
        copyFileSync(log, past);
        return this.#begin(of);
      case "copy":
        // A copy of what is counted: whether a copy or its original is ahead shows in the content only then.
        await this.#program.ingest();
        // Under 4 KiB, logs of different names are different logs.
        if (statSync(log).size < 4096) return;
        return copyFileSync(log, this.#path(`copy-${++this.#copies}.log`));
      case "excerpt": {
        await this.#program.ingest();
        const text = readFileSync(log, "latin1");
        const end = text.lastIndexOf("\n", text.length * 0.7) + 1;
        return writeFileSync(this.#path(`excerpt-${++this.#copies}.log`), text.slice(0, end < 4096 ? 0 : end));
      }
      case "delete":
      case "refill":
        await this.#program.ingest();
        if (act.do === "delete") rmSync(log);
        this.#begin(of);
        return appendFileSync(log, this.#lines(3));
    }
  }

  /** Writes what is missing of the last lines. */
  finish(): void {
    for (const log of this.#rests.keys()) this.#finish(log);
  }

  #finish(log: string): void {
    const rest = this.#rests.get(log);
    if (rest !== undefined) appendFileSync(this.#path(log), rest);
    this.#rests.delete(log);
  }

  #begin(log: string): void {
    writeFileSync(this.#path(log), this.#banner);
  }

  #lines(n: number): string {
    return Array.from({ length: n }, () => `id=${++this.written} socket error 10054 in the request\n`).join("");
  }

  #shift(log: string): void {
    const numbers = readdirSync(this.#folder)
      .filter((name) => name.startsWith(`${log}.`))
      .map((name) => Number(/\.log\.(\d{1,2})$/.exec(name)?.[1] ?? 0))
      .filter((n) => n > 0);
    for (const n of numbers.sort((a, b) => b - a)) renameSync(this.#path(`${log}.${n}`), this.#path(`${log}.${n + 1}`));
  }

  #path(name: string): string {
    return join(this.#folder, name);
  }
}

/** What reads the logs: in this process, and as a program that is killed. */
interface Program {
  ingest(): Promise<void>;
  /** Starts it, and kills it after so many milliseconds. */
  kill(afterMs: number): Promise<void>;
}

async function killed(folder: string, store: string, afterMs: number): Promise<void> {
  const child = spawn(process.execPath, [CLI, "ingest", folder, "--store", store, "--tz", "UTC"], { stdio: "ignore" });
  const timer = setTimeout(() => child.kill("SIGKILL"), afterMs);
  await once(child, "exit");
  clearTimeout(timer);
}

test("every line of two logs counts once, whatever happens to its files", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 12 }), bannerLines, async (steps, banner) => {
      const home = mkdtempSync(join(tmpdir(), "wsa-annotate-"));
      const folder = join(home, "logs");
      mkdirSync(folder);
      const path = join(home, "counts.db");
      const store = await openStore(path);
      const count = async () => {
        await ingest([folder], { store, tz: "UTC" });
      };
      try {
        const scene = new Scene(folder, banner, { ingest: count, kill: (afterMs) => killed(folder, path, afterMs) });
        for (const act of steps) await scene.apply(act);
        scene.finish();
        await count();
        const [row] = await store.query("SELECT coalesce(sum(n), 0) AS n FROM counts");
        expect(row).toEqual({ n: scene.written });
      } finally {
        await store.close();
        rmSync(home, { recursive: true, force: true });
      }
    }),
    { numRuns: runs, seed, endOnFailure: process.env["WSA_SHRINK"] === undefined },
  );
}, 3_600_000);
