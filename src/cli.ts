#!/usr/bin/env node
import { fstatSync } from "node:fs";
import { availableParallelism, constants, homedir, hostname } from "node:os";
import { runCommand } from "./commands/run-command.ts";
import { formatError } from "./terminal/format-error.ts";
import type { Io } from "./terminal/io.ts";

const stopping = new AbortController();
let stoppedBy: "SIGINT" | "SIGTERM" | null = null;

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    // The first asks for an orderly end, the second insists.
    if (stoppedBy !== null) process.exit(128 + constants.signals[signal]);
    stoppedBy = signal;
    stopping.abort();
  });
}

// A reader that closes its end is done with us: not an error, and nothing more to say.
for (const output of [process.stdout, process.stderr]) {
  output.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") return;
    process.exitCode = 2;
    if (output === process.stdout) process.stderr.write(formatError(error, false));
  });
}

const io: Io = {
  // Opened when it is asked for: most commands never read it.
  get stdin() {
    return process.stdin;
  },
  stdinIsLive: stdinIsLive(),
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  platform: process.platform,
  home: homedir(),
  hostname: hostname(),
  cores: availableParallelism(),
  now: Date.now,
  signal: stopping.signal,
  exitCode: 0,
};

const args = process.argv.slice(2);
try {
  await runCommand(io, args);
} catch (error) {
  io.exitCode = 2;
  process.stderr.write(formatError(error, args.includes("--debug")));
}
process.exitCode =
  stoppedBy === null ? Math.max(io.exitCode, Number(process.exitCode ?? 0)) : 128 + constants.signals[stoppedBy];

function stdinIsLive(): boolean {
  try {
    return !fstatSync(0).isFile();
  } catch {
    return false;
  }
}
