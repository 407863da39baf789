import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const SRC = fileURLToPath(new URL("../src/", import.meta.url));

interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** What it imports: paths below src/, or names of packages. */
  readonly imports: readonly string[];
}

const files = readFiles(SRC);

/** The room a file stands in: its folder, or the file itself at the top. */
const room = (path: string) => path.split("/")[0] as string;

/** Which rooms may be entered from which: data flows one way, and nothing points back. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  "error.ts": [],
  "version.ts": [],
  catalogue: ["error.ts"],
  sieve: [],
  recognise: ["catalogue"],
  line: ["catalogue", "error.ts", "recognise"],
  annotate: ["catalogue", "recognise"],
  store: ["catalogue", "error.ts", "version.ts"],
  sources: ["error.ts", "sieve", "store"],
  "pipeline.ts": ["annotate", "line", "recognise", "sieve", "sources", "store"],
  report: ["annotate", "catalogue", "error.ts", "line", "store"],
  serve: ["catalogue", "error.ts", "report", "store"],
  commands: [
    "annotate",
    "catalogue",
    "error.ts",
    "line",
    "pipeline.ts",
    "recognise",
    "report",
    "serve",
    "sieve",
    "sources",
    "store",
    "version.ts",
  ],
  "image.ts": ["pipeline.ts", "sieve"],
  "index.ts": ["catalogue", "line", "recognise", "sieve", "sources"],
  "cli.ts": ["commands", "error.ts"],
};

describe("the house", () => {
  test("has no rooms that this test does not know", () => {
    expect([...new Set(files.map(({ path }) => room(path)))].sort()).toEqual(Object.keys(arrows).sort());
  });

  test.each(Object.keys(arrows))("%s enters only the rooms below it", (from) => {
    const entered = files
      .filter(({ path }) => room(path) === from)
      .flatMap(({ imports }) => imports)
      .filter((path) => path.endsWith(".ts") && room(path) !== from)
      .map(room);
    const allowed = arrows[from] ?? [];
    expect([...new Set(entered)].filter((to) => !allowed.includes(to))).toEqual([]);
  });

  test.each(["catalogue", "sieve", "recognise", "line", "annotate"])("%s asks nothing of the system", (name) => {
    // The loader reads the built sieve from its file.
    const pure = files.filter(({ path }) => room(path) === name && path !== "sieve/load.ts");
    expect(
      pure.flatMap(({ path, imports }) => imports.filter((to) => to.startsWith("node:")).map((to) => [path, to])),
    ).toEqual([]);
  });

  test.each([
    ["better-sqlite3", /^store\/sqlite/],
    ["split2", /^sources\/lines\.ts$/],
    ["yargs", /^commands\/|^cli\.ts$/],
  ])("%s has one home", (name, home) => {
    const users = files.filter(({ imports }) => imports.some((to) => to === name || to.startsWith(`${name}/`)));
    expect(users.map(({ path }) => path).filter((path) => !home.test(path))).toEqual([]);
    expect(users).not.toEqual([]);
  });

  test("the process is touched at its door only", () => {
    const touching = files.filter(({ text }) =>
      /\bprocess\.(argv|cwd|env|exit|exitCode|kill|on|platform|send|std\w+)\b/.test(
        text.replace(/^\s*(\/\/|\/?\*).*$/gm, ""),
      ),
    );
    expect(
      touching.map(({ path }) => path).filter((path) => path !== "cli.ts" && !/-(?:child|worker)\.ts$/.test(path)),
    ).toEqual([]);
  });
});

function readFiles(folder: string): SourceFile[] {
  return listFiles(folder).map((path) => {
    const text = readFileSync(join(folder, path), "utf8");
    const targets = [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map((match) => match[1] as string);
    const imports = targets.map((to) => (to.startsWith(".") ? relative(folder, join(folder, dirname(path), to)) : to));
    return { path, text, imports: imports.map((to) => to.replaceAll("\\", "/")) };
  });
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => path.replaceAll("\\", "/"));
}
