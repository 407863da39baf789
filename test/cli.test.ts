import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { createSieve } from "../src/sieve/load-sieve.ts";
import { CLI, ended, FIXTURES, run, start, temporaryFolder } from "./program.ts";

const ROOT = join(CLI, "../..");
const log = join(FIXTURES, "service.log");

describe("the built program", () => {
  test.each([
    [["explain", "10054"]],
    [["completion", "bash"]],
    [["--help"]],
    [["--version"]],
    [["annotate", "--no-store", log]],
  ])("%j does without packages", async (args) => {
    const folder = temporaryFolder();
    cpSync(join(ROOT, "dist"), join(folder, "dist"), { recursive: true });
    cpSync(join(ROOT, "package.json"), join(folder, "package.json"));
    const alone = await ended(start(args, { cli: join(folder, "dist/cli.js") }));
    expect(alone).toEqual(await run(args));
    expect(alone.code).toBe(0);
  });

  test.each([
    { args: ["explain", "10054"], needless: ["temporal-polyfill/", "sqlite", "split2/"] },
    { args: ["completion", "bash"], needless: ["src/catalogue/entries/", "temporal-polyfill/", "sqlite"] },
    { args: ["annotate", "--no-store", log], needless: ["better-sqlite3/", "sqlite-store.ts", "tinyglobby/"] },
    { args: ["ingest", log], needless: ["tinyglobby/", "src/report/html/"] },
    { args: ["report"], needless: ["src/recognise/", "prom-client/", "node_modules/nodemailer/"] },
  ])("$args.0 loads nothing that it does not need", async ({ args, needless }) => {
    const folder = temporaryFolder();
    await run(args, { env: { NODE_V8_COVERAGE: folder } });
    const files = loadedFiles(folder);
    expect(files).toContain(pathToFileURL(CLI).href);
    const loaded = files.flatMap(sourcesOf);
    for (const part of ["node_modules/string-width/", "node_modules/zod/", ...needless])
      expect(loaded.filter((path) => path.includes(part))).toEqual([]);
  });

  test("sieves in WebAssembly", () => {
    // A sieve in plain TypeScript begins without memory; WebAssembly has it in pages.
    const { byteLength } = createSieve({ texts: [], numbers: ["10054"] }).bytes.buffer;
    expect(byteLength).toBeGreaterThan(0);
    expect(byteLength % 65_536).toBe(0);
  });
});

/** What the run loaded, as Node's coverage of it says. */
function loadedFiles(coverage: string): string[] {
  return readdirSync(coverage).flatMap((file) => {
    const { result } = JSON.parse(readFileSync(join(coverage, file), "utf8")) as { result: { url: string }[] };
    return result.map(({ url }) => url).filter((url) => url.startsWith("file:"));
  });
}

/** The files that a built file is made of, as the bundler names them in it; itself when it was not built. */
function sourcesOf(url: string): string[] {
  if (!url.startsWith(DIST)) return [url];
  const sources = [...readFileSync(new URL(url), "utf8").matchAll(/^\/\/(?:#region| ) ?((?:src|node_modules)\/.*)$/gm)];
  return sources.map((match) => match[1] as string);
}

const DIST = new URL(".", pathToFileURL(CLI)).href;
