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
  text: [],
  log: [],
  sieve: [],
  catalogue: ["error.ts"],
  recognise: ["catalogue", "text"],
  line: ["catalogue", "error.ts", "recognise"],
  annotate: ["catalogue", "line", "recognise", "text"],
  ledger: ["log"],
  read: ["annotate", "catalogue", "ledger", "line", "log", "recognise", "sieve"],
  sources: ["error.ts", "log"],
  store: ["error.ts", "ledger", "log"],
  ingest: ["catalogue", "error.ts", "ledger", "log", "read", "sources", "store", "version.ts"],
  report: ["annotate", "catalogue", "error.ts", "line", "store", "text"],
  serve: ["catalogue", "error.ts", "report", "store"],
  terminal: ["error.ts", "ingest", "text"],
  commands: [
    "annotate",
    "catalogue",
    "error.ts",
    "ingest",
    "line",
    "log",
    "read",
    "recognise",
    "report",
    "serve",
    "sieve",
    "sources",
    "store",
    "terminal",
    "text",
    "version.ts",
  ],
  library: [
    "annotate",
    "catalogue",
    "commands",
    "error.ts",
    "ingest",
    "line",
    "log",
    "read",
    "recognise",
    "report",
    "sieve",
    "store",
    "terminal",
    "text",
    "version.ts",
  ],
  "browser.ts": ["annotate", "catalogue", "error.ts", "library", "recognise"],
  "index.ts": ["browser.ts", "library", "report"],
  "cli.ts": ["commands", "terminal"],
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

  test("has no circle of files, types included", () => {
    expect(circlesOf(files)).toEqual([]);
  });

  test.each(["catalogue", "sieve", "recognise", "line", "annotate", "text"])(
    "%s asks nothing of the system",
    (name) => {
      // The loader reads the built sieve from its file.
      const pure = files.filter(({ path }) => room(path) === name && path !== "sieve/load-sieve.ts");
      expect(
        pure.flatMap(({ path, imports }) => imports.filter((to) => to.startsWith("node:")).map((to) => [path, to])),
      ).toEqual([]);
    },
  );

  test("the browser's door leads to nothing of the system", () => {
    const reached = reachedFrom("browser.ts");
    expect(reached.length).toBeGreaterThan(50);
    expect(
      reached.flatMap(({ path, imports }) => imports.filter((to) => to.startsWith("node:")).map((to) => [path, to])),
    ).toEqual([]);
  });

  test.each([
    ["better-sqlite3", /^store\/sqlite\//],
    ["split2", /^read\/split-lines\.ts$/],
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

/** A file and everything that it imports, and what that imports. */
function reachedFrom(path: string): SourceFile[] {
  const reached = new Set([path]);
  for (const one of reached) for (const to of files.find((file) => file.path === one)?.imports ?? []) reached.add(to);
  return files.filter((file) => reached.has(file.path));
}

/** The groups of files that import each other in a loop, by Tarjan's algorithm. */
function circlesOf(all: readonly SourceFile[]): string[][] {
  const imports = new Map(all.map(({ path, imports }) => [path, imports]));
  const number = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const circles: string[][] = [];
  const visit = (path: string): number => {
    const own = number.size;
    number.set(path, own);
    lowest.set(path, own);
    open.push(path);
    for (const to of imports.get(path) ?? []) {
      if (!imports.has(to)) continue;
      const reached = number.has(to) ? (open.includes(to) ? (number.get(to) as number) : own) : visit(to);
      lowest.set(path, Math.min(lowest.get(path) as number, reached));
    }
    if (lowest.get(path) === own) {
      const group = open.splice(open.indexOf(path));
      if (group.length > 1) circles.push(group);
    }
    return lowest.get(path) as number;
  };
  for (const path of imports.keys()) if (!number.has(path)) visit(path);
  return circles;
}

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
