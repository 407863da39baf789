import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { globSync } from "tinyglobby";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CLI } from "./program.ts";

const ROOT = join(CLI, "../..");
const CACHE = join(ROOT, "node_modules/.cache/wsa-annotate");

// Below the project, so that the unpacked package finds better-sqlite3 without being installed.
mkdirSync(CACHE, { recursive: true });
const folder = mkdtempSync(join(CACHE, "package-"));
const unpacked = join(folder, "package");
let tarball = "";
let files: string[] = [];

beforeAll(() => {
  const packed = npm("pack", "--ignore-scripts", "--json", "--pack-destination", folder);
  tarball = join(folder, (JSON.parse(packed) as [{ filename: string }])[0].filename);
  execFileSync("tar", ["-xzf", tarball, "-C", folder]);
  files = globSync("**", { cwd: unpacked, dot: true }).sort();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the packed package", () => {
  test("holds the program, its licences and nothing else", () => {
    const beside = files.filter((path) => !/^dist\/(?:guides\/.*|.*\.js|.*\.d\.ts)$/.test(path));
    expect(beside).toEqual([
      "LICENSE",
      "README.md",
      ...(files.includes("README.zh-CN.md") ? ["README.zh-CN.md"] : []),
      "dist/licences.txt",
      "dist/sieve/image.bin",
      "dist/sieve/sieve.wasm",
      "dist/wsa-annotate.1",
      "package.json",
    ]);
  });

  test("holds the guides, and shows them without the sources", () => {
    const guides = globSync("**", { cwd: join(ROOT, "src/guides") }).map((path) => `dist/guides/${path}`);
    expect(files.filter((path) => path.startsWith("dist/guides/"))).toEqual(guides.sort());
    const shown = execFileSync(process.execPath, [join(unpacked, "dist/cli.js"), "guide", "connect"], {
      encoding: "utf8",
    });
    expect(shown).toBe(readFileSync(join(ROOT, "src/guides/en/connect.md"), "utf8"));
  });

  test("holds no file that its entries do not reach", () => {
    const programs = files.filter((path) =>
      /^dist\/(?:cli|index|browser|pino|text\/exact-width|.*-(?:child|worker))\.js$/.test(path),
    );
    expect(reachedFrom(programs)).toEqual(files.filter((path) => path.endsWith(".js")));
    const types = reachedFrom(["dist/index.d.ts", "dist/browser.d.ts", "dist/pino.d.ts"]);
    expect(types).toEqual(files.filter((path) => path.endsWith(".d.ts")));
    expect(types.length).toBeLessThan(50);
  });

  test("is installed in an empty folder, with SQLite as the only package that it asks for", () => {
    const home = join(folder, "installed");
    mkdirSync(home);
    writeFileSync(join(home, "package.json"), "{}");
    writeFileSync(join(home, "a.log"), "recv: WSAECONNRESET\n");
    npm("install", "--prefix", home, "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund", tarball);
    const { packages } = JSON.parse(readFileSync(join(home, "package-lock.json"), "utf8"));
    const { dependencies = {}, optionalDependencies } = packages["node_modules/wsa-annotate"];
    expect(dependencies).toEqual({});
    expect(Object.keys(optionalDependencies).sort()).toEqual(["better-sqlite3", "better-sqlite3-13"]);
    const windows = process.platform === "win32";
    const args = ["--no", "--offline", "wsa-annotate", "a.log", "--no-store"];
    const options = { cwd: home, encoding: "utf8", shell: windows } as const;
    expect(execFileSync(windows ? "npx.cmd" : "npx", args, options)).toContain("connection reset by peer");
  });

  test("has no source maps, and names none", () => {
    for (const path of files.filter((path) => path.endsWith(".js")))
      expect(readFileSync(join(unpacked, path), "utf8")).not.toContain("sourceMappingURL");
  });

  test.each([
    ["publint", ["publint/src/cli.js", "run", "--strict"]],
    ["@arethetypeswrong/cli", ["@arethetypeswrong/cli/dist/index.js", "--profile", "esm-only", "--no-color"]],
  ])("%s has nothing to complain about", (_name, [script = "", ...args]) => {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [join(ROOT, "node_modules", script), ...args, tarball],
      { encoding: "utf8" },
    );
    expect(status, `${stdout}${stderr}`).toBe(0);
  });

  test("is imported by its name", () => {
    const script = join(unpacked, "user.mjs");
    writeFileSync(
      script,
      `import { annotateStream, findCodes, ingest, openStore, report } from "wsa-annotate";
       import * as browser from "wsa-annotate/recognise";
       import { text } from "node:stream/consumers";
       const line = "connect failed: [WinError 10061]";
       const stream = annotateStream();
       stream.end(line);
       const annotated = await text(stream);
       const store = await openStore(process.argv[2]);
       const done = await ingest([process.argv[3]], { store });
       const rows = await store.query("SELECT SUM(n) AS n FROM totals");
       const { totals } = await report(store);
       await store.close();
       console.log(JSON.stringify({
         same: annotated === browser.annotateText(line),
         codes: findCodes(line).map(({ code }) => code),
         counted: [done.occurrences, rows[0].n, totals.occurrences],
       }));`,
    );
    const args = [script, join(folder, "counts.db"), join(ROOT, "fixtures/service.log")];
    expect(JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" }))).toEqual({
      same: true,
      codes: [10061],
      counted: [499, 499, 499],
    });
  });

  test("has types that stand alone", () => {
    const user = join(unpacked, "user.mts");
    writeFileSync(
      user,
      `import { annotateStream, ingest, openStore, report, type Report, type StoreHandle } from "wsa-annotate";
       import { findCodes, type FoundCode } from "wsa-annotate/recognise";
       import type { Transform } from "node:stream";
       const found: FoundCode[] = findCodes("", { strict: true });
       const stream: Transform = annotateStream({ lang: "zh" });
       const store: StoreHandle = await openStore("counts.db");
       const model: Report = await report(store, { since: "24h" });
       const text: string = await report(store, { format: "html" });
       const read: number = (await ingest(["logs"], { store, onProgress: ({ bytes }) => bytes })).logs.length;
       // @ts-expect-error: text comes out of every format
       const wrong: Report = await report(store, { format: "json" });
       export { found, stream, model, text, read, wrong };`,
    );
    const strict = [
      "--ignoreConfig",
      "--noEmit",
      "--strict",
      "--exactOptionalPropertyTypes",
      "--module",
      "nodenext",
      "--target",
      "es2023",
    ];
    const tsc = [join(ROOT, "node_modules/typescript/bin/tsc"), ...strict, "--types", "node", user];
    const { stdout, status } = spawnSync(process.execPath, tsc, { cwd: ROOT, encoding: "utf8" });
    expect(stdout).toBe("");
    expect(status).toBe(0);
  });
});

/** The files below the package, and all that they import, by their paths. */
function reachedFrom(entries: readonly string[]): string[] {
  const reached = new Set(entries);
  for (const path of reached) {
    // Comments of packages name types by files of theirs.
    const code = readFileSync(join(unpacked, path), "utf8").replace(/^\s*(?:\/\*)?\*.*$/gm, "");
    for (const [, to = ""] of code.matchAll(/(?:from|import)\s*\(?\s*["'](\.[^"']*)["']/g)) {
      const file = join(dirname(path), to).replaceAll("\\", "/");
      reached.add(path.endsWith(".d.ts") ? file.replace(/\.js$/, ".d.ts") : file);
    }
  }
  return [...reached].sort();
}

function npm(...args: readonly string[]): string {
  const windows = process.platform === "win32";
  return execFileSync(windows ? "npm.cmd" : "npm", args, { cwd: ROOT, encoding: "utf8", shell: windows });
}
