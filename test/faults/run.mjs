// The faults that the program must survive, injected into the built program: `npm run faults`.
//
//   npm run faults                a few points of each fault, the same in every run (WSA_SEED=N takes others)
//   npm run faults -- --full      every point of every fault, and other files in every run: hours
//   npm run faults -- crash disk  only these files
//   npm run faults -- --mutate    takes one protection after the other out of a copy of the program: tests must fail
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, isStale } from "../../.build.js";
import { mutate } from "./mutate.mjs";

const root = join(import.meta.dirname, "../..");
const flags = process.argv.slice(2).filter((arg) => arg.startsWith("--"));
const names = process.argv.slice(2).filter((arg) => !arg.startsWith("--"));
const unknown = flags.find((flag) => !["--full", "--mutate"].includes(flag));
if (unknown !== undefined) throw new Error(`${unknown}: there are --full and --mutate`);

if (isStale()) await build();
const folder = mkdtempSync(join(tmpdir(), "wsa-annotate-faults-"));
try {
  if (flags.includes("--mutate")) process.exitCode = mutate(folder, runTests, names);
  else process.exitCode = runAll();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Runs the files of faults and prints what came of each fault. */
function runAll() {
  const table = join(folder, "table");
  const env = { WSA_FAULTS_TABLE: table, ...(flags.includes("--full") ? { WSA_FAULTS: "full" } : {}) };
  const { status } = runTests(
    names.map((name) => `test/faults/${name}`),
    env,
    "inherit",
  );
  if (existsSync(table)) printTable(readFileSync(table, "utf8").trim().split("\n"));
  return status ?? 1;
}

function runTests(paths, env, stdio, extra = []) {
  const files = paths.length === 0 ? ["test/faults"] : paths;
  const vitest = [join(root, "node_modules/vitest/vitest.mjs"), "run", "--config", "test/vitest.config.ts"];
  return spawnSync(process.execPath, [...vitest, ...files, ...extra], {
    cwd: root,
    stdio,
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
}

function printTable(lines) {
  const heads = ["fault", "injected", "lost", "doubled", "corrupted", "hung"];
  const rows = [heads, ...lines.map((line) => line.split("\t")).sort((a, b) => (a[0] < b[0] ? -1 : 1))];
  const widths = heads.map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const cell = (text, column) => (column === 0 ? text.padEnd(widths[0]) : text.padStart(widths[column]));
  for (const row of rows) console.log(row.map(cell).join("  "));
}
