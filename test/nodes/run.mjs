// The same tests on other Nodes, which npm has as packages: `npm run test:nodes`.
//
//   npm run test:nodes                the packed package installed on each, then the tests of stores and commands on it
//   npm run test:nodes -- --quick     the install and the contract of stores alone, as CI does
//   npm run test:nodes -- --release   the tests of commands, guides and the live page with the executable that `npm run
//                                     release` has made for Linux, and those of the one for Windows under Wine
//
// Skips with a word where the registry cannot be reached.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { globSync } from "tinyglobby";
import { build, isStale } from "../../.build.js";

const NODES = ["22.23.3", "24.21.0"];
const CONTRACT = ["test/store/sqlite/sqlite-store.test.ts", "test/store/sqlite/query.test.ts"];
const COMMANDS = ["annotate", "explain", "ingest", "query", "report"].map((name) => `test/commands/${name}.test.ts`);
const RELEASE = [...COMMANDS, "test/guides", "test/serve", "test/windows/executable.test.ts"];
const ALL = [
  "test/store/sqlite",
  "test/store/merge.test.ts",
  "test/cli.test.ts",
  "test/commands/without-sqlite",
  ...COMMANDS,
];

const root = join(import.meta.dirname, "../..");
const isQuick = process.argv.includes("--quick");
const folder = mkdtempSync(join(tmpdir(), "wsa-annotate-nodes-"));
try {
  if (isStale()) await build();
  if (process.argv.includes("--release")) testRelease();
  else testNodes();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function testNodes() {
  const tarball = join(
    folder,
    JSON.parse(npm(process.env, "pack", "--ignore-scripts", "--json", "--pack-destination", folder))[0].filename,
  );
  for (const [at, version] of NODES.entries()) {
    const node = fetchNode(version);
    if (node === null) continue;
    installWithoutNetwork(node, tarball);
    const home = install(node, tarball);
    const tests = isQuick ? CONTRACT : ALL;
    // Without better-sqlite3 13 within reach, the SQLite of Node itself is taken.
    const ways = { "better-sqlite3 13": join(home, "node_modules"), "node:sqlite": "" };
    for (const [way, path] of Object.entries(ways)) {
      if (isQuick && way !== Object.keys(ways)[at]) continue;
      console.log(`\nNode ${version}, ${way}`);
      vitest(join(node, "node"), tests, { NODE_PATH: path });
    }
  }
}

/** The folder with a Node, null where npm has none for this system or cannot be reached. */
function fetchNode(version) {
  const system = `${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  const prefix = join(folder, version);
  mkdirSync(prefix);
  try {
    npm(
      process.env,
      "install",
      "--prefix",
      prefix,
      "--ignore-scripts",
      "--prefer-offline",
      `node-${system}@${version}`,
    );
    return join(prefix, `node_modules/node-${system}/bin`);
  } catch (error) {
    console.log(`Node ${version} cannot be had for ${system}: its tests are skipped (${error.message.split("\n")[0]})`);
    return null;
  }
}

/** Nothing but the package is installed then, without a word; SQLite is Node's own. */
function installWithoutNetwork(node, tarball) {
  const home = mkdtempSync(join(folder, "offline-"));
  writeFileSync(join(home, "package.json"), "{}");
  const env = {
    ...process.env,
    PATH: `${node}${delimiter}${process.env.PATH}`,
    XDG_STATE_HOME: home,
    LOCALAPPDATA: home,
  };
  const args = ["install", "--prefix", home, "--offline", "--cache", join(home, "cache"), tarball];
  const windows = process.platform === "win32";
  const { status, stderr } = spawnSync(windows ? "npm.cmd" : "npm", args, { env, encoding: "utf8", shell: windows });
  if (status !== 0 || stderr !== "") throw new Error(`npm install --offline: ${stderr}`);
  const program = join(home, "node_modules/wsa-annotate/dist/cli.js");
  writeFileSync(join(home, "a.log"), "recv: WSAECONNRESET\n");
  execFileSync(join(node, "node"), [program, "ingest", join(home, "a.log")], { env, stdio: "ignore" });
}

/** Installs the packed package in an empty folder by that Node, and counts a log by what was installed. */
function install(node, tarball) {
  const home = mkdtempSync(join(folder, "home-"));
  writeFileSync(join(home, "package.json"), "{}");
  writeFileSync(join(home, "a.log"), "recv: WSAECONNRESET\n");
  const env = {
    ...process.env,
    PATH: `${node}${delimiter}${process.env.PATH}`,
    XDG_STATE_HOME: home,
    LOCALAPPDATA: home,
  };
  // The scripts of better-sqlite3 12 compile for a minute where they cannot download.
  npm(env, "install", "--prefix", home, "--ignore-scripts", "--prefer-offline", tarball);
  const run = (...args) => execFileSync("npx", ["--no", "wsa-annotate", ...args], { cwd: home, env, encoding: "utf8" });
  run("ingest", "a.log");
  const counted = JSON.parse(run("query", "SELECT name, n FROM totals", "--format", "json"));
  if (JSON.stringify(counted) !== '[{"name":"WSAECONNRESET","n":1}]')
    throw new Error(`counted ${JSON.stringify(counted)}`);
  console.log(
    `\ninstalled by ${execFileSync(join(node, "node"), ["--version"], { encoding: "utf8" }).trim()}, counted once`,
  );
  return home;
}

function testRelease() {
  const [executable] = globSync(".release/out/wsa-annotate-*-linux-x64", { cwd: root, absolute: true });
  if (executable === undefined) throw new Error("there is no executable yet: npm run release");
  vitest(process.execPath, RELEASE, { WSA_EXECUTABLE: executable });
}

function vitest(node, tests, env) {
  const args = ["node_modules/vitest/vitest.mjs", "run", "--config", "test/vitest.config.ts", ...tests];
  const { status } = spawnSync(node, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...env } });
  if (status !== 0) process.exitCode = 1;
}

function npm(env, ...args) {
  const windows = process.platform === "win32";
  const options = { cwd: root, env, encoding: "utf8", shell: windows, stdio: ["ignore", "pipe", "pipe"] };
  return execFileSync(windows ? "npm.cmd" : "npm", args, options);
}
