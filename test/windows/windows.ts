import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";
import { temporaryFolder } from "../program.ts";
import { environment, type Kit } from "./kit.ts";

const given = inject("windows");

/** Whether there is no Windows here. */
export const isMissing = typeof given === "string";

const kit = given as Kit;

/** The program and Windows' Node, by their paths there. */
export const CLI = () => windowsPath(join(kit.app, "dist/cli.js"));
export const NODE = () => windowsPath(kit.node);
export const app = () => kit.app;

/** Where a folder here is a drive or a server there. */
export const DEVICES = () => join(kit.prefix, "dosdevices");

/** A path of this machine as Windows sees it. */
export function windowsPath(path: string): string {
  return `Z:${path.replaceAll("/", "\\")}`;
}

/** A program of Windows that has ended. */
export interface Ended {
  readonly stdout: string;
  readonly bytes: Buffer;
  readonly stderr: string;
  readonly code: number | null;
}

/** One that runs, or has run. */
export interface Running {
  readonly child: ChildProcess;
  /** What it has written so far. */
  output(): string;
  errors(): string;
  ended(): Promise<Ended>;
}

/** Starts a program of Windows, with files as standard handles: Wine hands on no pipes. */
export function start(command: readonly string[], options: { cwd?: string; env?: NodeJS.ProcessEnv } = {}): Running {
  const folder = temporaryFolder();
  const files = ["output", "errors"].map((name) => join(folder, name)) as [string, string];
  const handles = files.map((path) => openSync(path, "w"));
  const child = spawn("wine", command, {
    cwd: options.cwd ?? folder,
    env: { ...environmentOfWine(), ...options.env },
    stdio: ["ignore", ...handles],
  });
  for (const handle of handles) closeSync(handle);
  const [output, errors] = files.map((path) => () => readFileSync(path, "utf8")) as [() => string, () => string];
  return {
    child,
    output,
    errors,
    async ended() {
      const [code] = child.exitCode === null ? await once(child, "exit") : [child.exitCode];
      return { bytes: readFileSync(files[0]), stdout: output(), stderr: errors(), code };
    },
  };
}

/** Runs wsa-annotate on Windows. */
export async function run(
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Ended> {
  return await start([NODE(), CLI(), ...args], options).ended();
}

/** Runs lines in cmd.exe; `wsa-annotate` in them is the program. */
export async function cmd(lines: string, options: { cwd?: string; env?: NodeJS.ProcessEnv } = {}): Promise<Ended> {
  return await start(["cmd", "/c", windowsPath(batchOf(lines))], options).ended();
}

/** The path of a batch file with lines for cmd.exe. */
export function batchOf(lines: string): string {
  const path = join(temporaryFolder(), "run.cmd");
  const called = lines.replaceAll(/^wsa-annotate |(?<=\| )wsa-annotate /gm, `${NODE()} ${CLI()} `);
  writeFileSync(path, `@echo off\r\n${called.replaceAll("\n", "\r\n")}\r\n`);
  return path;
}

/** What programs of Windows run with. */
export const environmentOfWine = (): NodeJS.ProcessEnv => ({ ...environment(kit.prefix), TZ: "UTC" });
