import { type ChildProcess, type ForkOptions, fork } from "node:child_process";
import { Worker, type WorkerOptions } from "node:worker_threads";

/** A part of the program that runs on its own, by its file below src/. */
export type ProgramPart = "ingest/ingest-worker" | "ingest/scan-worker" | "store/sqlite/query-child";

/** Runs a part on a thread. */
export function startThread(part: ProgramPart, options: WorkerOptions): Worker {
  return new Worker(built(part), options);
}

/** Runs a part in a process. */
export function startProcess(part: ProgramPart, options: ForkOptions): ChildProcess {
  return fork(built(part), options);
}

/** The compiled part: beside this one in the program, under dist/ when this file runs from its source. */
function built(part: ProgramPart): URL {
  return new URL(`${import.meta.url.endsWith(".ts") ? "../../dist" : ".."}/${part}.js`, import.meta.url);
}
