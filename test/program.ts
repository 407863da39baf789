import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer, text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

/** The built program, as people run it. */
export const CLI = fileURLToPath(new URL("../dist/cli.js", import.meta.url));

/** A single executable to run in its place; see nodes/run.mjs. */
export const EXECUTABLE = process.env["WSA_EXECUTABLE"];

/** The folder of the logs that ship with the project. */
export const FIXTURES = fileURLToPath(new URL("../fixtures/", import.meta.url));

/** A run of the program that has ended. */
export interface Ended {
  readonly stdout: string;
  readonly bytes: Buffer;
  readonly stderr: string;
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A fresh folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "wsa-annotate-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Starts the program (or the copy of it at `cli`) with nothing of the caller's environment but what it needs to run; its
 * state goes to `home`. `within` is what its command line begins with.
 */
export function start(
  args: readonly string[],
  options: { home?: string; env?: NodeJS.ProcessEnv; cli?: string; within?: readonly string[] } = {},
) {
  const home = options.home ?? temporaryFolder();
  const env = {
    PATH: process.env["PATH"],
    HOME: home,
    XDG_STATE_HOME: home,
    LOCALAPPDATA: home,
    TZ: "UTC",
    ...options.env,
  };
  if (EXECUTABLE !== undefined && options.cli === undefined) return spawn(EXECUTABLE, args, { cwd: home, env });
  const { within = [], cli = CLI } = options;
  const [command = "", ...rest] = [...within, process.execPath, cli, ...args];
  return spawn(command, rest, { cwd: home, env });
}

/** Waits for a started program to end. */
export async function ended(child: ChildProcessWithoutNullStreams): Promise<Ended> {
  const [bytes, stderr, [code, signal]] = await Promise.all([
    buffer(child.stdout),
    text(child.stderr),
    once(child, "close"),
  ]);
  return { bytes, stdout: bytes.toString(), stderr, code, signal };
}

/** Runs the program on some input to its end. */
export async function run(
  args: readonly string[],
  options: { input?: string | Buffer; home?: string; env?: NodeJS.ProcessEnv; cli?: string } = {},
): Promise<Ended> {
  const child = start(args, options);
  child.stdin.on("error", () => undefined); // The program may end before it has read everything.
  child.stdin.end(options.input ?? "");
  return ended(child);
}
