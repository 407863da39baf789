// Measures the built program beside the tools that people use today, and prints Markdown:
//
//   npm run bench -- [--size 256MiB] [--runs 5] [--peers rg,mawk] [--works count] [--logs "no match,1 line in 100"]
//                    [--log FILE]... [--seed 7|random]
//
// The text of real systems comes first, where ../shared/ is beside the checkout; `--log` measures files of your own
// instead. The other logs are of the lines in lines.mjs, none of which comes twice; another seed makes others.
//
// Whole processes, in turn within one run, so that whatever else the machine does meets all of them; the middle of
// the times is shown. Everything is read once before, so that it comes from memory. Ours also recognises, reads the
// times and writes SQLite; the others only search.
import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { cpus, release, tmpdir, totalmem, type } from "node:os";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { logs, writeFolder, writeLog } from "./logs.mjs";
import { isThere, starts, versionOf, works } from "./peers.mjs";

const { values } = parseArgs({
  options: {
    size: { type: "string", default: "256MiB" },
    runs: { type: "string", default: "5" },
    peers: { type: "string" },
    logs: { type: "string" },
    works: { type: "string" },
    log: { type: "string", multiple: true },
    seed: { type: "string", default: "20261120" },
  },
});
const bytes = parseSize(values.size);
const seed = values.seed === "random" ? randomInt(2 ** 32) : Number(values.seed);
const chosenLogs =
  values.log?.map((file) => ({ name: basename(file), file })) ??
  logs.filter(({ name }) => values.logs?.split(",").includes(name) ?? true);
const chosenWorks = works.filter(({ name }) => values.works?.split(",").includes(name) ?? true);
const folder = mkdtempSync(join(tmpdir(), "wsa-annotate-bench-"));
const missing = new Set();

try {
  tellMachine();
  for (const log of chosenLogs) measureLog(log);
  if (values.works?.split(",").includes("starts") ?? true) measureStarts();
  if (missing.size > 0) console.log(`Not installed, so left out: ${[...missing].join(", ")}.`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function tellMachine() {
  const { model } = cpus()[0];
  console.log(
    `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${model.trim()}, ${type()} ${release()}, ` +
      `${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, ${values.size} per log, median of ${values.runs}`,
  );
  console.log(`\`npm run bench -- --size ${values.size} --runs ${values.runs} --seed ${seed}\``);
  for (const program of ["rg", "grep", "mawk", "perl", "lnav"])
    if (isThere(program)) console.log(`- ${versionOf(program)}`);
}

function measureLog(log) {
  const path = join(folder, "log");
  const plain = join(folder, "plain.log");
  const second = join(folder, "second.log");
  writeLog(plain, bytes, { ...log, encoding: "utf8", gzip: false, seed });
  if (chosenWorks.some(({ name }) => name === "count two logs")) {
    writeLog(second, bytes, { ...log, encoding: "utf8", gzip: false, seed: seed + 1 });
  }
  const isSpecial = log.gzip || log.encoding !== undefined;
  if (isSpecial) writeLog(path, bytes, { ...log, seed });
  const base = runsOf({ cat: `cat ${plain} > /dev/null` }).cat;
  console.log(`\n**${log.name}** (${Math.round(statSync(plain).size / 2 ** 20)} MiB; plain reading ${format(base)})\n`);
  console.log("| work | command | seconds | MiB/s | ours faster by | memory | share of plain reading | store |");
  console.log("| --- | --- | --- | --- | --- | --- | --- | --- |");
  for (const work of chosenWorks) {
    const commands = {};
    for (const [name, { needs, command, packed, encoded }] of Object.entries(work.commands)) {
      if (values.peers !== undefined && needs !== "node" && !values.peers.split(",").includes(needs)) continue;
      if (!isThere(needs)) missing.add(needs);
      else if (log.gzip && encoded) continue;
      else {
        const read = isSpecial && (packed || encoded) ? path : plain;
        commands[name] = command.replaceAll("LOG", read).replaceAll("SECOND", second).replaceAll("FOLDER", folder);
      }
    }
    const results = runsOf(commands, work.before?.replaceAll("LOG", plain));
    const ours = Object.values(results)[0];
    const { size } = statSync(plain);
    const read = Object.values(commands)[0].includes(second) ? 2 * size : size;
    for (const [name, result] of Object.entries(results)) {
      const cells = [result.seconds.toFixed(2), (read / 2 ** 20 / result.seconds).toFixed(0)];
      const ratio = result === ours ? "" : `${(result.seconds / ours.seconds).toFixed(2)}×`;
      const share = `${((100 * base.seconds) / result.seconds).toFixed(0)} %`;
      console.log(
        `| ${[work.name, `\`${name.replaceAll("|", "\\|")}\``, ...cells, ratio, `${result.mebibytes} MiB`, share, result.store].join(" | ")} |`,
      );
    }
  }
}

function measureStarts() {
  writeFolder(join(folder, "small"), 10_000);
  const counted = join(folder, "counted.db");
  const place = (command) => command.replaceAll("COUNTED", counted).replaceAll("FOLDER", folder);
  const commands = Object.fromEntries(Object.entries(starts).map(([name, { command }]) => [name, place(command)]));
  measure(place(starts["the same, nothing new"].command));
  console.log("\n| work | seconds | memory |\n| --- | --- | --- |");
  for (const [name, { seconds, mebibytes }] of Object.entries(runsOf(commands))) {
    console.log(`| \`${name}\` | ${seconds.toFixed(2)} | ${mebibytes} MiB |`);
  }
}

/** Runs all commands in turn, several times; the first round only warms up. */
function runsOf(commands, before) {
  const times = new Map(Object.keys(commands).map((name) => [name, { seconds: [], mebibytes: 0, store: "" }]));
  for (let round = 0; round <= Number(values.runs); round++) {
    for (const [name, command] of Object.entries(commands)) {
      if (before !== undefined) spawnSync("bash", ["-c", before]);
      const store = join(folder, `store-${round}-${times.size}.db`);
      const measured = measure(command.replaceAll("STORE", store));
      const result = times.get(name);
      if (existsSync(store)) result.store = `${Math.ceil(statSync(store).size / 1024)} KiB`;
      for (const end of ["", "-wal", "-shm"]) rmSync(store + end, { force: true });
      if (round > 0) result.seconds.push(measured.seconds);
      result.mebibytes = Math.max(result.mebibytes, measured.mebibytes);
    }
  }
  return Object.fromEntries([...times].map(([name, result]) => [name, { ...result, seconds: median(result.seconds) }]));
}

/** Wall-clock seconds, and the most memory that any process of the command had. */
function measure(command) {
  const started = process.hrtime.bigint();
  const watch = isThere("/usr/bin/time") ? ["/usr/bin/time", "-f", "%M"] : [];
  const [program, ...args] = [...watch, "bash", "-c", command];
  const { stderr } = spawnSync(program, args, { stdio: ["ignore", "ignore", "pipe"], encoding: "utf8" });
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  return { seconds, mebibytes: Math.round(Number(stderr.trim().split("\n").at(-1)) / 1024) || 0 };
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
}

function format({ seconds }) {
  return `${seconds.toFixed(2)} s`;
}

function parseSize(text) {
  const [, digits, unit] = /^(\d+)([KMG]iB)$/.exec(text) ?? [];
  if (digits === undefined) throw new RangeError(`not a size: ${text}; give one such as 256MiB`);
  return Number(digits) * 1024 ** (["KiB", "MiB", "GiB"].indexOf(unit) + 1);
}
