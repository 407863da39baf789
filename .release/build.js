// Makes what is released beside the npm package, in .release/out/: `npm run release`.
//
// 1. program: all of it in one file, with its sieve
// 2. executables: that file inside Node's own executable, for each system
// 3. sums: SHA256SUMS over the executables
// 4. manifests: those of winget and Scoop, with the version and the sum
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inject } from "postject";
import { globSync } from "tinyglobby";
import { build, isStale } from "../.build.js";
import { bundleInto, version } from "./bundle.js";
import { writeManifests } from "./manifests.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");
const out = join(root, ".release/out");
const cache = join(root, "node_modules/.cache/wsa-annotate/executables");

/** Node as npm has it, by the sums of its packages: the newest line that Wine 8 runs, so that the one for Windows is tested. */
const NODE = "22.23.3";
const targets = [
  {
    system: "linux-x64",
    node: "bin/node",
    ending: "",
    integrity: "sha512-qHnz5tFsHoj/WM+uRENVjWONi5hVvmwrgq8A4V76KpuVNAc4+jwK8x4gwbobE9BtHNg/AKR2583eYorLF/c7ng==",
  },
  {
    system: "win-x64",
    node: "bin/node.exe",
    ending: ".exe",
    integrity: "sha512-lJNBVsNw5Zf+VEHAwatmQxF8eY5hHVEd1ufVYn+5XVrSNB0x55V1cd/rJyOeElCnY2cRebGq//siePEGRZKYjg==",
  },
];

/** https://nodejs.org/api/single-executable-applications.html */
const FUSE = "NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2";

export async function release() {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  mkdirSync(cache, { recursive: true });
  if (isStale()) await build();
  const blob = await makeBlob();
  const files = [];
  for (const target of targets) {
    const name = `wsa-annotate-${version}-${target.system}${target.ending}`;
    await makeExecutable(nodeFor(target), blob, join(out, name));
    files.push({ name, system: target.system, sum: sumOf("sha256", readFileSync(join(out, name)), "hex") });
  }
  cpSync(join(dist, "licences.txt"), join(out, "licences.txt"));
  writeFileSync(join(out, "SHA256SUMS"), files.map(({ sum, name }) => `${sum}  ${name}\n`).join(""));
  writeManifests(
    out,
    files.find(({ system }) => system === "win-x64"),
  );
  return files.map(({ name }) => join(out, name));
}

/** What is put into the executables. */
async function makeBlob() {
  const program = join(cache, "program.cjs");
  const blob = join(cache, "program.blob");
  const config = join(cache, "sea.json");
  await bundleInto(program);
  const assets = {
    "program.cjs": program,
    "sieve.wasm": join(dist, "sieve/sieve.wasm"),
    "image.bin": join(dist, "sieve/image.bin"),
    ...Object.fromEntries(globSync("guides/**", { cwd: dist }).map((path) => [path, join(dist, path)])),
  };
  writeFileSync(config, JSON.stringify({ main: program, output: blob, disableExperimentalSEAWarning: true, assets }));
  // A blob is for the Node that has made it.
  execFileSync(nodeFor(targets.find(({ system }) => system === SYSTEM)), ["--experimental-sea-config", config]);
  return readFileSync(blob);
}

const SYSTEM = `${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;

async function makeExecutable(node, blob, file) {
  cpSync(node, file);
  chmodSync(file, 0o755);
  await inject(file, "NODE_SEA_BLOB", blob, { sentinelFuse: FUSE });
}

/** Node's executable for a target: from the registry, once. */
function nodeFor({ system, node, integrity }) {
  const folder = join(cache, `node-${system}-${NODE}`);
  const file = join(folder, node);
  if (existsSync(file)) return file;
  const windows = process.platform === "win32";
  const args = ["pack", `node-${system}@${NODE}`, "--pack-destination", cache, "--silent"];
  execFileSync(windows ? "npm.cmd" : "npm", args, { stdio: ["ignore", "ignore", "inherit"], shell: windows });
  const tarball = join(cache, `node-${system}-${NODE}.tgz`);
  const sum = `sha512-${sumOf("sha512", readFileSync(tarball), "base64")}`;
  if (sum !== integrity) throw new Error(`${tarball}: ${sum} is not the sum of what was looked at`);
  const fresh = `${folder}.fresh`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh);
  execFileSync("tar", ["-xzf", tarball, "-C", fresh, "--strip-components", "1", `package/${node}`]);
  rmSync(tarball);
  renameSync(fresh, folder);
  return file;
}

function sumOf(algorithm, bytes, encoding) {
  return createHash(algorithm).update(bytes).digest(encoding);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) for (const file of await release()) console.log(file);
