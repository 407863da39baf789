// In the place of src/remote/start-part.ts: the executable starts itself, and its threads run the program's text.
import { spawn } from "node:child_process";
import { getAsset } from "node:sea";
import { Worker } from "node:worker_threads";

export const PART = "--part-of-wsa-annotate";

export function startThread(part, options) {
  return new Worker(getAsset("program.cjs", "utf8"), { ...options, eval: true, argv: [PART, part] });
}

export function startProcess(part, { execArgv: _, ...options }) {
  return spawn(process.execPath, [PART, part], options);
}
