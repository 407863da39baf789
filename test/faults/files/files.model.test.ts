import {
  appendFileSync,
  copyFileSync,
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
import { isFull } from "../tally.ts";

/** A failing run prints its seed, and `WSA_SEED` repeats it. */
const runs = Number(process.env["WSA_RUNS"] ?? (isFull ? 5000 : 150));
const seed = Number(process.env["WSA_SEED"] ?? Date.now() % 1_000_000_000);

/** What happens to a log. What destroys lines counts them first: nobody can count what was never there to be read. */
const step = fc.oneof(
  fc.record({ do: fc.constant("append" as const), lines: fc.integer({ min: 1, max: 80 }) }),
  fc.record({ do: fc.constant("append a part" as const), bytes: fc.integer({ min: 1, max: 40 }) }),
  fc.record({
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

/** Applies steps to a log in a folder; each line has a number of its own, so that content tells them apart. */
class Scene {
  written = 0;
  readonly #folder: string;
  readonly #banner: string;
  readonly #ingest: () => Promise<void>;
  #copies = 0;
  /** What is missing of the last line. */
  #rest = "";

  constructor(folder: string, banner: number, ingestAll: () => Promise<void>) {
    this.#folder = folder;
    this.#banner = Array.from({ length: banner }, (_, i) => `setting ${i} of the host at its start\n`).join("");
    this.#ingest = ingestAll;
    this.#begin();
  }

  async apply(act: Step): Promise<void> {
    const [log, past] = [this.#path("app.log"), this.#path("app.log.1")];
    // A program finishes its line before anything else happens to its log but that somebody reads it.
    if (act.do !== "ingest") this.finish();
    switch (act.do) {
      case "append":
        return appendFileSync(log, this.#lines(act.lines));
      case "append a part": {
        // Of an unfinished line only what is before it is known: too little where several short logs begin alike.
        if (statSync(log).size < 4096) return;
        const line = this.#lines(1);
        this.#rest = line.slice(act.bytes);
        return appendFileSync(log, line.slice(0, act.bytes));
      }
      case "move":
        // A log that was under 4 KiB when it was counted is known by its name too: under another one it is another.
        if (statSync(log).size < 4096) return;
        await this.#ingest();
        renameSync(log, this.#path(`moved-${++this.#copies}.log`));
        return this.#begin();
      case "ingest":
        return await this.#ingest();
      case "rename":
        this.#shift();
        renameSync(log, past);
        return this.#begin();
      case "compress":
        this.#shift();
        writeFileSync(this.#path(`app.log.${100 + ++this.#copies}.gz`), gzipSync(readFileSync(log)));
        return this.#begin();
      case "date":
        renameSync(log, this.#path(`app.log-2026${1000 + ++this.#copies}`));
        return this.#begin();
      case "copy and truncate":
        this.#shift();
        copyFileSync(log, past);
        return this.#begin();
      case "copy":
        // A copy of what is counted: whether a copy or its original is ahead shows in the content only then.
        await this.#ingest();
        // Under 4 KiB, logs of different names are different logs.
        if (statSync(log).size < 4096) return;
        return copyFileSync(log, this.#path(`copy-${++this.#copies}.log`));
      case "excerpt": {
        await this.#ingest();
        const text = readFileSync(log, "latin1");
        const end = text.lastIndexOf("\n", text.length * 0.7) + 1;
        return writeFileSync(this.#path(`excerpt-${++this.#copies}.log`), text.slice(0, end < 4096 ? 0 : end));
      }
      case "delete":
      case "refill":
        await this.#ingest();
        if (act.do === "delete") rmSync(log);
        this.#begin();
        return appendFileSync(log, this.#lines(3));
    }
  }

  /** Writes what is missing of the last line. */
  finish(): void {
    if (this.#rest !== "") appendFileSync(this.#path("app.log"), this.#rest);
    this.#rest = "";
  }

  #begin(): void {
    writeFileSync(this.#path("app.log"), this.#banner);
  }

  #lines(n: number): string {
    return Array.from({ length: n }, () => `id=${++this.written} socket error 10054 in the request\n`).join("");
  }

  #shift(): void {
    const numbers = readdirSync(this.#folder)
      .map((name) => Number(/^app\.log\.(\d{1,2})$/.exec(name)?.[1] ?? 0))
      .filter((n) => n > 0);
    for (const n of numbers.sort((a, b) => b - a))
      renameSync(this.#path(`app.log.${n}`), this.#path(`app.log.${n + 1}`));
  }

  #path(name: string): string {
    return join(this.#folder, name);
  }
}

test("every line of a log counts once, whatever happens to its files", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 12 }), bannerLines, async (steps, banner) => {
      const home = mkdtempSync(join(tmpdir(), "wsa-annotate-"));
      const folder = join(home, "logs");
      mkdirSync(folder);
      const store = await openStore(join(home, "counts.db"));
      const count = async () => {
        await ingest([folder], { store, tz: "UTC" });
      };
      try {
        const scene = new Scene(folder, banner, count);
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
