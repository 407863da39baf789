import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer, text } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import Database from "better-sqlite3";
import { CLI as BUILT, temporaryFolder } from "../program.ts";
import { programPath } from "../services/programs.mjs";
import type { Tally } from "./tally.ts";

/** The built program, or the copy of it that a mutation spoiled. */
export const CLI = process.env["WSA_FAULTS_CLI"] ?? BUILT;

export const hasStrace = programPath("strace") !== null;

export const canMount = process.platform === "linux" && process.getuid?.() === 0 && mountsWork();
if (!canMount) console.log("skipped: what needs file systems of its own needs to mount them, as root");

/** Logs with a known number of occurrences, beside a folder for stores. */
export interface Scene {
  readonly home: string;
  readonly logs: string;
  readonly occurrences: number;
}

/** Lines of which every second one has a code; the name makes them a log of their own. */
export function linesOf(name: string, from: number, to: number): string {
  let lines = "";
  for (let id = from; id < to; id++) {
    const minute = String(Math.floor(id / 60) % 60).padStart(2, "0");
    const time = `2026-11-20T08:${minute}:${String(id % 60).padStart(2, "0")}Z`;
    lines += `${time} ${name} ${id} ${id % 2 === 0 ? `connect to db-${id % 7}:5432: error 10061` : "all is well"}\n`;
  }
  return lines;
}

/** Occurrences in text, counted without the program: by the lines that have a code. */
export function occurrencesIn(content: string): number {
  return content.split("\n").filter((line) => /error 100\d\d\b/.test(line)).length;
}

/** A long log, one that is an archive, a rotated pair, and so many small ones that share transactions. */
export function sceneOf(small = 12): Scene {
  const home = temporaryFolder();
  const logs = join(home, "logs");
  mkdirSync(logs);
  const contents: [string, string][] = [
    ["long.log", linesOf("long", 0, 3000)],
    ["app.log.1", linesOf("app", 0, 400)],
    ["app.log", linesOf("app", 400, 500)],
    ["old.log.gz", linesOf("old", 0, 600)],
    ...Array.from({ length: small }, (_, n): [string, string] => [`small-${n}.log`, linesOf(`small-${n}`, 0, 20)]),
  ];
  for (const [name, content] of contents)
    writeFileSync(join(logs, name), name.endsWith(".gz") ? gzipSync(content) : content);
  return { home, logs, occurrences: contents.reduce((sum, [, content]) => sum + occurrencesIn(content), 0) };
}

/** How a program that was given some time ended. */
export interface Outcome {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: Buffer;
  readonly stderr: string;
  readonly isHung: boolean;
}

const LONGEST_MS = 60_000;

/** Runs a command with a scrubbed environment; what does not end is killed and counted as hung. */
export async function runCommandLine(
  [command = "", ...args]: readonly string[],
  {
    cwd,
    tally,
    env = {},
    input,
    longestMs = LONGEST_MS,
  }: { cwd: string; tally: Tally; env?: NodeJS.ProcessEnv; input?: string | Buffer; longestMs?: number },
): Promise<Outcome> {
  const child = spawn(command, args, {
    cwd,
    env: { PATH: process.env["PATH"], HOME: cwd, XDG_STATE_HOME: cwd, TZ: "UTC", ...env },
    detached: true,
  });
  let isHung = false;
  const timer = setTimeout(() => {
    isHung = true;
    tally.hung++;
    if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
  }, longestMs);
  child.stdin.on("error", () => undefined);
  child.stdin.end(input ?? "");
  const [stdout, stderr, [code, signal]] = await Promise.all([
    buffer(child.stdout),
    text(child.stderr),
    once(child, "close"),
  ]);
  clearTimeout(timer);
  // An error that people are to act on is a sentence.
  if (/this is a bug|^ {4}at /m.test(stderr)) {
    tally.corrupted++;
    console.log(stderr);
  }
  return { code, signal, stdout, stderr, isHung };
}

/** The program's command line, below strace with an injected fault when one is given. */
export function commandLine(args: readonly string[], inject?: string): string[] {
  const program = [process.execPath, CLI, ...args];
  if (inject === undefined) return program;
  const call = inject.slice(0, inject.indexOf(":"));
  return ["strace", "-f", "-qq", "-o", "/dev/null", "-e", `trace=${call}`, "-e", `inject=${inject}`, ...program];
}

/** How often a run of the program makes each of these system calls. */
export async function callsOf(
  args: readonly string[],
  calls: readonly string[],
  options: { cwd: string; tally: Tally },
): Promise<ReadonlyMap<string, number>> {
  const trace = join(temporaryFolder(), "trace");
  const strace = ["strace", "-f", "-qq", "-o", trace, "-e", `trace=${calls.join(",")}`];
  await runCommandLine([...strace, ...commandLine(args)], options);
  const lines = readFileSync(trace, "latin1");
  return new Map(calls.map((call) => [call, lines.split(new RegExp(`\\b${call}\\(`)).length - 1]));
}

/** Occurrences in a store, asked of SQLite itself; a store that is not whole or does not add up is counted. */
export function countIn(store: string, tally: Tally): number {
  if (!existsSync(store)) return 0;
  const db = new Database(store);
  try {
    const ask = (sql: string) => Number(db.prepare(sql).pluck().get());
    const counted = ask("SELECT total(n) FROM counts");
    const isWhole = db.pragma("integrity_check", { simple: true }) === "ok";
    if (!isWhole || counted !== ask("SELECT total(occurrences) FROM runs")) tally.corrupted++;
    return counted;
  } finally {
    db.close();
  }
}

function mountsWork(): boolean {
  const folder = mkdtempSync(join(tmpdir(), "wsa-annotate-"));
  try {
    const [mounted, unmounted] = [
      ["mount", "-t", "tmpfs", "none", folder],
      ["umount", folder],
    ].map(([command = "", ...args]) => spawnSync(command, args).status === 0);
    return mounted === true && unmounted === true;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
