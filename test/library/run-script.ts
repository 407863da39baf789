import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { temporaryFolder } from "../program.ts";

const TRANSPORT = fileURLToPath(new URL("../../dist/pino.js", import.meta.url));
const require = createRequire(import.meta.url);
const PINO = pathToFileURL(require.resolve("pino")).href;

/** Runs a program that logs by pino, with the built transport as `TRANSPORT` and its options as `OPTIONS`. */
export async function runScript(script: string, options: object): Promise<{ readonly stdout: string }> {
  const path = join(temporaryFolder(), "program.mjs");
  writeFileSync(
    path,
    `import pino from ${JSON.stringify(PINO)};
     const [TRANSPORT, OPTIONS] = ${JSON.stringify([TRANSPORT, options])};
     ${script}`,
  );
  return await promisify(execFile)(process.execPath, [path]);
}
