// The servers that tests use:
//
//   npm run test:services               installs what is missing, and runs the tests that use a server
//   npm run test:services -- -t NATS    the same with options of vitest
//   node test/services/run.mjs install  only installs (Debian, as root); what cannot be is named
//   node test/services/run.mjs start    starts one server of each kind, names their addresses, and stops them with Ctrl-C
//
// A test starts and stops servers of its own: on free ports of the loopback address, with their data in a temporary folder.
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { missingPrograms, unpacked } from "./programs.mjs";

const root = join(import.meta.dirname, "../..");
const [command] = process.argv.slice(2);

if (command === "install") install();
else if (command === "start") await start();
else {
  install();
  process.exitCode = await runTests(process.argv.slice(2));
}

function install() {
  const isAble = process.getuid?.() === 0 && apt(["--version"]);
  if (isAble && missingPrograms().length > 0) apt(["update"]);
  // One at a time: what one of them cannot have is no reason to leave out the others. Nothing of this machine goes away.
  for (const { package: name, libraries } of isAble ? missingPrograms() : [])
    if (apt(["install", "--no-install-recommends", "--no-remove", ...(libraries ?? [name])]) && libraries) unpack(name);
  const missing = missingPrograms();
  for (const { package: name, tests } of missing) console.log(`${name} is not installed: ${tests} is left out`);
  if (missing.length > 0 && !isAble)
    console.log(`as root, on Debian: apt-get install ${missing.map(({ package: name }) => name).join(" ")}`);
}

function unpack(name) {
  const folder = mkdtempSync("/var/tmp/wsa-annotate-");
  const script = `apt-get download -qq ${name} && dpkg -x ${name}_*.deb ${unpacked}`;
  spawnSync("sh", ["-c", script], { cwd: folder, stdio: "inherit" });
  rmSync(folder, { recursive: true });
}

function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  // Another one may be at work.
  const options = ["-qq", "-y", "-o", "DPkg::Lock::Timeout=300"];
  const { status, stdout, stderr } = spawnSync("apt-get", [...options, ...args], { env, encoding: "utf8" });
  if (status !== 0) console.log(`apt-get ${args.join(" ")}: ${stdout ?? ""}${stderr ?? "is not there"}`.trim());
  return status === 0;
}

/** Runs the files that name a server. */
async function runTests(options) {
  const { globSync } = await import("tinyglobby");
  const files = globSync("test/**/*.test.ts", { cwd: root });
  const using = files.filter((path) => readFileSync(join(root, path), "utf8").includes("services/"));
  const args = ["node_modules/vitest/vitest.mjs", "run", "--config", "test/vitest.config.ts", ...using, ...options];
  return spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" }).status ?? 1;
}

/** Every file beside this one that exports a function `start…` has a server: it has a `url`, and can `stop`. */
async function start() {
  const { globSync } = await import("tinyglobby");
  const { rolldown } = await import("rolldown");
  const { forNode } = await import("../../.build.js");
  const servers = [];
  const interrupted = Promise.race(["SIGINT", "SIGTERM"].map((signal) => once(process, signal)));
  for (const path of globSync("*.ts", { cwd: import.meta.dirname, absolute: true })) {
    const bundle = await rolldown({ ...forNode, input: path });
    const file = join(root, "node_modules/.cache/wsa-annotate/services", `${basename(path, ".ts")}.mjs`);
    await bundle.write({ file, codeSplitting: false });
    await bundle.close();
    const [, starts] = Object.entries(await import(pathToFileURL(file))).find(([name]) => /^start/.test(name)) ?? [];
    if (starts === undefined) continue;
    const server = await starts();
    servers.push(server);
    console.log(server.url);
  }
  await interrupted;
  for (const server of servers) await server.stop();
}
