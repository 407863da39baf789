#!/usr/bin/env node
import { fstatSync, readSync } from "node:fs";
import { availableParallelism, constants, homedir, hostname } from "node:os";
import { languageOf } from "./commands/options/language.ts";
import { runCommand } from "./commands/run-command.ts";
import { WsaError } from "./error.ts";
import { formatError } from "./terminal/format-error.ts";
import type { Io, OutputStream } from "./terminal/io.ts";
import { createPipeOutput } from "./terminal/pipe-output.ts";

const args = process.argv.slice(2);
const lang = languageOf(process, args);
const stopping = new AbortController();
let stoppedBy: "SIGINT" | "SIGTERM" | null = null;

for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stop(signal));
if (process.platform === "win32") {
  // Ctrl-Break, and the closing of the console's window, which leaves a program some seconds.
  process.on("SIGBREAK", () => stop("SIGINT"));
  process.on("SIGHUP", () => stop("SIGTERM"));
}

/** Outputs that failed, and their errors, which reject what was waiting for them too. */
const said = new Set<unknown>();
const isPiped = process.platform !== "win32" && isPipe(1);
const stdout: OutputStream = isPiped ? watched(createPipeOutput(1, standardOutput)) : standardOutput();
watched(process.stderr);

const io: Io = {
  // Opened at its first use: most commands never read it.
  get stdin() {
    return process.stdin;
  },
  stdinIsLive: stdinIsLive(),
  get stdinFault() {
    return stdinFault();
  },
  stdout,
  stderr: process.stderr,
  env: process.env,
  platform: process.platform,
  lang,
  home: homedir(),
  hostname: hostname(),
  cores: availableParallelism(),
  now: Date.now,
  signal: stopping.signal,
  exitCode: 0,
};

try {
  await runCommand(io, args);
} catch (error) {
  io.exitCode = 2;
  // Whatever was running when a bug struck may go on for ever: the process ends here once the message is out.
  const end = error instanceof WsaError ? undefined : () => process.exit(2);
  if (!said.has(error)) process.stderr.write(formatError(error, lang, args.includes("--debug")), end);
}
process.exitCode =
  stoppedBy === null ? Math.max(io.exitCode, Number(process.exitCode ?? 0)) : 128 + constants.signals[stoppedBy];

/** The first signal asks for an orderly end, the second ends at once. */
function stop(signal: "SIGINT" | "SIGTERM"): void {
  if (stoppedBy !== null) end(signal);
  stoppedBy = signal;
  stopping.abort();
}

function standardOutput(): OutputStream {
  return watched(process.stdout);
}

/** A reader that closes its end wants no more: not an error. What fails is said once, however many writes it fails. */
function watched(output: OutputStream): OutputStream {
  output.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE" || said.has(output)) return;
    said.add(output).add(error);
    process.exitCode = 2;
    if (output !== process.stderr) process.stderr.write(formatError(error, lang));
  });
  return output;
}

/** `exit` would wait for a thread that waits for the reader of a pipe. */
function end(signal: "SIGINT" | "SIGTERM"): void {
  if (!isPiped) process.exit(128 + constants.signals[signal]);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}

function isPipe(fd: number): boolean {
  try {
    return fstatSync(fd).isFIFO();
  } catch {
    return false;
  }
}

function stdinIsLive(): boolean {
  try {
    return !fstatSync(0).isFile();
  } catch {
    return false;
  }
}

/** Node takes a folder for an empty input. A file is tried at its beginning, which is read again. */
function stdinFault(): NodeJS.ErrnoException | null {
  try {
    const stats = fstatSync(0);
    if (stats.isFile() || stats.isDirectory()) readSync(0, new Uint8Array(1), 0, 1, 0);
    return null;
  } catch (error) {
    return error as NodeJS.ErrnoException;
  }
}
