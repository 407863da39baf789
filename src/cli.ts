#!/usr/bin/env node
import { fstatSync } from "node:fs";
import { availableParallelism, constants, homedir, hostname } from "node:os";
import { runCommand } from "./commands/run-command.ts";
import { WsaError } from "./error.ts";
import { formatError } from "./terminal/format-error.ts";
import type { Io } from "./terminal/io.ts";

const stopping = new AbortController();
let stoppedBy: "SIGINT" | "SIGTERM" | null = null;

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    // The first signal asks for an orderly end, the second ends at once.
    if (stoppedBy !== null) process.exit(128 + constants.signals[signal]);
    stoppedBy = signal;
    stopping.abort();
  });
}

// A reader that closes its end wants no more: not an error.
for (const output of [process.stdout, process.stderr]) {
  output.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") return;
    process.exitCode = 2;
    if (output === process.stdout) process.stderr.write(formatError(error, false));
  });
}

const io: Io = {
  // Opened at its first use: most commands never read it.
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
  // Whatever was running when a bug struck may go on for ever: the process ends here once the message is out.
  const end = error instanceof WsaError ? undefined : () => process.exit(2);
  process.stderr.write(formatError(error, args.includes("--debug")), end);
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
