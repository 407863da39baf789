// `npm run check`: types, style and unused code, side by side; what fails is printed whole.
import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";

const checks = [
  [
    "typescript/bin/tsc",
    "-p",
    "test",
    "--incremental",
    "--tsBuildInfoFile",
    "node_modules/.cache/wsa-annotate/check.tsbuildinfo",
  ],
  ["@biomejs/biome/bin/biome", "check", "--colors=force"],
  ["knip/bin/knip.js", "--cache", "--no-config-hints"],
];

async function run([script, ...args]) {
  const child = spawn(process.execPath, [`node_modules/${script}`, ...args], { cwd: import.meta.dirname });
  const ended = new Promise((resolve) => child.once("close", resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (code === 0) return;
  process.exitCode = 1;
  console.log(`${out}${err}`.trim());
}

await Promise.all(checks.map(run));
