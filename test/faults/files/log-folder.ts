import {
  appendFileSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { occurrencesIn } from "../scene.ts";
import type { Program } from "./program.ts";

/** Two logs that begin alike. */
const anyLog = fc.constantFrom("app.log", "other.log");

/** What the program may be killed at. */
const anyCall = fc.constantFrom("pwrite64", "fsync", "ftruncate", "openat", "pread64", "fstat");

const append = fc.record({ do: fc.constant("append" as const), of: anyLog, lines: fc.integer({ min: 1, max: 80 }) });
const appendPart = fc.record({
  do: fc.constant("append a part" as const),
  of: anyLog,
  bytes: fc.integer({ min: 1, max: 40 }),
});
const breakOff = fc.record({
  do: fc.constant("break off" as const),
  of: anyLog,
  nth: fc.integer({ min: 1, max: 6 }),
  isWritten: fc.boolean(),
});
const kill = fc.record({
  do: fc.constant("kill" as const),
  of: anyLog,
  call: anyCall,
  nth: fc.integer({ min: 1, max: 60 }),
});
const toFiles = fc.record({
  of: anyLog,
  do: fc.constantFrom(
    ...(["rename", "compress", "date", "copy and truncate", "write again", "refill", "delete"] as const),
    ...(["copy", "excerpt", "pack an excerpt", "move", "ingest", "stop", "kill the follower"] as const),
    ...(["pack the past", "move to a folder", "back up", "restore", "link", "cut from the middle"] as const),
  ),
});
const follow = fc.record({ of: anyLog, do: fc.constant("follow" as const) });

/**
 * What happens to a log. What destroys lines counts them first: nobody can count what was never there to be read. A run of
 * the built program takes as long as a hundred runs in this process.
 */
export const step = fc.oneof(
  { arbitrary: append, weight: 8 },
  { arbitrary: appendPart, weight: 6 },
  { arbitrary: breakOff, weight: 6 },
  { arbitrary: toFiles, weight: 20 },
  { arbitrary: kill, weight: 1 },
  { arbitrary: follow, weight: 1 },
);
export type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** The beginning of every life: none, shorter and longer than a head. */
export const bannerLines = fc.constantFrom(0, 20, 120, 400);

/** Applies steps to two logs in a folder. */
export class LogFolder {
  written = 0;
  /** Lines that are in a second file: of full heads, and of shorter logs, which are known by their names. */
  copied = 0;
  again = 0;
  /** Lines in rotated files of short logs that were moved: which life they are is open where all lines are the same. */
  open = 0;
  /** Lines that were counted and are gone. */
  destroyed = 0;
  /** Those of them that a backup took the place of: so many of what is written behind it may be taken for them. */
  replaced = 0;
  /** Lines of backups: of a log that is cut to a small part, nothing shows that it is the same one. */
  restored = 0;
  /** Lines in archives. */
  packed = 0;
  /** How many files were begun. */
  lives = 0;
  readonly #folder: string;
  readonly #banner: string;
  readonly #program: Program;
  readonly #lineOf: (n: number) => string;
  #copies = 0;
  /** A log as it was, outside the folder. */
  readonly #backups = new Map<string, Buffer>();
  readonly #cut = new Set<string>();
  /** What is missing of the last line of each log. */
  readonly #rests = new Map<string, string>();

  constructor(
    folder: string,
    { banner, program, lineOf }: { banner: number; program: Program; lineOf: (n: number) => string },
  ) {
    this.#folder = folder;
    this.#lineOf = lineOf;
    this.#banner = Array.from({ length: banner }, (_, i) => `setting ${i} of the host at its start\n`).join("");
    this.#program = program;
    this.#begin("app.log");
  }

  async apply(act: Step): Promise<void> {
    const { of } = act;
    if (act.do === "ingest") return await this.#program.ingest();
    if (act.do === "break off") return await this.#program.breakOff(act.nth, act.isWritten);
    if (act.do === "kill") return await this.#program.kill(act.call, act.nth);
    if (act.do === "follow") return this.#program.follow();
    if (act.do === "stop") return await this.#program.stop("SIGTERM");
    if (act.do === "kill the follower") return await this.#program.stop("SIGKILL");
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
        await this.#program.ingest();
        // A log that was under 4 KiB when it was counted is known by its name too: under another one it is another.
        if (statSync(log).size < 4096) {
          this.again += linesIn(log);
          this.open += this.#pastOf(of).reduce((sum, path) => sum + linesIn(path), 0);
        }
        renameSync(log, this.#path(`moved-${++this.#copies}.log`));
        return this.#begin(of);
      case "rename":
        this.#shift(of);
        renameSync(log, past);
        return this.#begin(of);
      case "compress":
        this.#shift(of);
        this.packed += linesIn(log);
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
        if (statSync(log).size < 4096) this.again += linesIn(log);
        else this.copied += linesIn(log);
        return copyFileSync(log, this.#path(`copy-${++this.#copies}.log`));
      case "excerpt":
      case "pack an excerpt": {
        await this.#program.ingest();
        const text = readFileSync(log, "latin1");
        const excerpt = text.slice(0, text.lastIndexOf("\n", text.length * 0.7) + 1);
        if (excerpt.length < 4096) this.again += occurrencesIn(excerpt);
        else this.copied += occurrencesIn(excerpt);
        const path = this.#path(`excerpt-${++this.#copies}.log`);
        if (act.do === "excerpt") return writeFileSync(path, excerpt);
        return writeFileSync(`${path}.gz`, gzipSync(excerpt));
      }
      case "cut from the middle": {
        // What does not begin like a log is another one; two cuts may be copies of each other.
        const lines = readFileSync(log, "latin1").split("\n");
        const part = lines.slice(Math.ceil(lines.length * 0.6), Math.floor(lines.length * 0.9));
        if (this.#cut.has(of) || part.length === 0) return;
        this.#cut.add(of);
        const text = `${part.join("\n")}\n`;
        this.again += occurrencesIn(text);
        return writeFileSync(this.#path(`middle-of-${of}`), text);
      }
      case "pack the past":
        if (!existsSync(past)) return;
        this.packed += linesIn(past);
        writeFileSync(this.#path(`${of}.${100 + ++this.#copies}.gz`), gzipSync(readFileSync(past)));
        return rmSync(past);
      case "move to a folder": {
        const folder = this.#path(`moved-${++this.#copies}`);
        mkdirSync(folder);
        renameSync(log, join(folder, of));
        return this.#begin(of);
      }
      case "back up":
        this.#backups.set(of, readFileSync(log));
        return;
      case "restore": {
        const backup = this.#backups.get(of);
        if (backup === undefined) return;
        await this.#program.ingest();
        this.destroyed += linesIn(log);
        this.replaced += linesIn(log);
        this.restored += occurrencesIn(backup.toString("latin1"));
        return writeFileSync(log, backup);
      }
      case "link":
        symlinkSync(of, this.#path(`a-link-${++this.#copies}.log`));
        // A hard link is as good a name as the first one, and a short log is known by its name.
        if (statSync(log).size >= 4096) linkSync(log, this.#path(`z-link-${this.#copies}.log`));
        return;
      case "write again": {
        await this.#program.ingest();
        const text = readFileSync(log);
        writeFileSync(log, "");
        return appendFileSync(log, text);
      }
      case "delete":
      case "refill":
        await this.#program.ingest();
        this.destroyed += linesIn(log);
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
    this.lives++;
    writeFileSync(this.#path(log), this.#banner);
  }

  #lines(n: number): string {
    return Array.from({ length: n }, () => this.#lineOf(++this.written)).join("");
  }

  #pastOf(log: string): string[] {
    const names = readdirSync(this.#folder).filter((name) => name.startsWith(`${log}.`));
    return names.map((name) => this.#path(name));
  }

  #shift(log: string): void {
    const numbers = this.#pastOf(log)
      .map((path) => Number(/\.log\.(\d{1,2})$/.exec(path)?.[1] ?? 0))
      .filter((n) => n > 0);
    for (const n of numbers.sort((a, b) => b - a)) renameSync(this.#path(`${log}.${n}`), this.#path(`${log}.${n + 1}`));
  }

  #path(name: string): string {
    return join(this.#folder, name);
  }
}

function linesIn(path: string): number {
  return occurrencesIn(readFileSync(path, "latin1"));
}
