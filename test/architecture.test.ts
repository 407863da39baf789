import { spawnSync } from "node:child_process";
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
  "wording.ts": ["text"],
  "error.ts": ["wording.ts"],
  "version.ts": [],
  text: [],
  log: [],
  sieve: ["text"],
  catalogue: ["error.ts", "wording.ts", "text"],
  recognise: ["catalogue", "text"],
  line: ["catalogue", "error.ts", "wording.ts", "recognise", "text"],
  words: ["catalogue"],
  wordings: ["catalogue", "text", "wording.ts"],
  annotate: ["catalogue", "line", "recognise", "text", "words"],
  ledger: ["log"],
  read: ["annotate", "catalogue", "error.ts", "wording.ts", "ledger", "line", "log", "recognise", "sieve", "text"],
  sources: ["error.ts", "wording.ts", "log", "text"],
  remote: ["error.ts", "wording.ts"],
  store: ["error.ts", "wording.ts", "ledger", "log", "remote", "text"],
  ingest: [
    "catalogue",
    "error.ts",
    "wording.ts",
    "ledger",
    "line",
    "log",
    "read",
    "recognise",
    "remote",
    "sieve",
    "sources",
    "store",
    "text",
  ],
  ship: ["error.ts", "wording.ts", "ingest", "ledger", "log", "sources", "store", "text"],
  report: ["annotate", "catalogue", "error.ts", "wording.ts", "line", "log", "store", "text", "words"],
  metrics: ["error.ts", "wording.ts", "store", "text"],
  serve: ["catalogue", "error.ts", "wording.ts", "metrics", "report", "store", "words"],
  terminal: ["catalogue", "error.ts", "wording.ts", "ingest", "ship", "text", "wordings"],
  commands: [
    "annotate",
    "catalogue",
    "error.ts",
    "wording.ts",
    "ingest",
    "line",
    "log",
    "metrics",
    "read",
    "recognise",
    "report",
    "serve",
    "ship",
    "sieve",
    "sources",
    "store",
    "terminal",
    "text",
    "version.ts",
    "words",
    "wordings",
  ],
  library: [
    "annotate",
    "catalogue",
    "error.ts",
    "wording.ts",
    "ingest",
    "line",
    "log",
    "read",
    "recognise",
    "report",
    "sieve",
    "store",
    "text",
    "version.ts",
  ],
  "browser.ts": ["annotate", "catalogue", "error.ts", "wording.ts", "library", "recognise"],
  "index.ts": ["browser.ts", "library", "report"],
  "pino.ts": ["library"],
  "cli.ts": ["commands", "error.ts", "wording.ts", "terminal"],
};

/** The same within a room that has rooms of its own. */
const innerArrows: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  report: {
    time: [],
    layout: [],
    detect: ["time"],
    model: ["detect", "time"],
    charts: ["layout", "time"],
    lines: ["detect", "layout", "model", "time"],
    html: ["charts", "detect", "layout", "lines", "model", "time"],
    formats: ["html", "layout", "lines", "model", "time"],
  },
};

describe("the house", () => {
  test("has no rooms that this test does not know", () => {
    expect([...new Set(files.map(({ path }) => room(path)))].sort()).toEqual(Object.keys(arrows).sort());
  });

  test("has nothing at its top that is not part of it", ({ skip }) => {
    const { stdout, status } = spawnSync("git", ["ls-files", "-z"], { cwd: join(SRC, ".."), encoding: "utf8" });
    skip(status !== 0, "this is not a checkout of git");
    const top = new Set(stdout.split("\0").map((path) => path.split("/")[0] as string));
    expect([...top].filter((name) => name && !name.startsWith("."))).toEqual([
      "CHANGELOG.md",
      "CONTRIBUTING.md",
      "LICENSE",
      "README.md",
      "README.zh-CN.md",
      "SECURITY.md",
      "fixtures",
      "package-lock.json",
      "package.json",
      "src",
      "test",
      "tsconfig.json",
    ]);
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

  test.each(
    Object.entries(innerArrows).flatMap(([outer, rooms]) => Object.keys(rooms).map((inner) => [outer, inner] as const)),
  )("%s/%s enters only the rooms below it", (outer, inner) => {
    const rooms = innerArrows[outer] ?? {};
    const below = (path: string) => (room(path) === outer ? (path.split("/")[1] as string) : null);
    const inside = files.filter(({ path }) => room(path) === outer);
    expect([...new Set(inside.map(({ path }) => below(path)))].sort()).toEqual(Object.keys(rooms).sort());
    const entered = inside
      .filter(({ path }) => below(path) === inner)
      .flatMap(({ imports }) => imports.map(below))
      .filter((to) => to !== null && to !== inner);
    expect([...new Set(entered)].filter((to) => !rooms[inner]?.includes(to as string))).toEqual([]);
  });

  test("no name is exported by two files", () => {
    const owners = new Map<string, string[]>();
    for (const { path, text } of files)
      for (const name of exportedNames(text)) owners.set(name, [...(owners.get(name) ?? []), path]);
    const shared = [...owners].filter(([, paths]) => !areTwins(paths));
    expect(shared).toEqual([]);
  });

  test("has no circle of files, types included", () => {
    expect(circlesOf(files)).toEqual([]);
  });

  test.each(["catalogue", "sieve", "recognise", "line", "annotate", "text"])(
    "%s asks nothing of the system",
    (name) => {
      // Both load what they need when they need it: the built sieve, and the package that measures rare characters.
      const loaders = ["sieve/built-file.ts", "text/string-width.ts"];
      const pure = files.filter(({ path }) => room(path) === name && !loaders.includes(path));
      expect(
        pure.flatMap(({ path, imports }) => imports.filter((to) => to.startsWith("node:")).map((to) => [path, to])),
      ).toEqual([]);
    },
  );

  test.each(["catalogue", "recognise", "line", "annotate", "text"])("%s runs in a browser", (name) => {
    const pure = files.filter(({ path }) => room(path) === name && !path.startsWith("catalogue/entries/"));
    expect(
      pure.filter(({ text }) => /\b(?:Buffer|process)\b[.(]/.test(withoutComments(text))).map(({ path }) => path),
    ).toEqual([]);
  });

  test("the browser's door leads to nothing of the system", () => {
    const reached = reachedFrom("browser.ts");
    expect(reached.length).toBeGreaterThan(50);
    expect(
      reached.flatMap(({ path, imports }) => imports.filter((to) => to.startsWith("node:")).map((to) => [path, to])),
    ).toEqual([]);
  });

  test("the ledger asks the system for hashes and identifiers alone", () => {
    const asked = files.filter(({ path }) => room(path) === "ledger").flatMap(({ imports }) => imports);
    expect([...new Set(asked.filter((to) => to.startsWith("node:")))]).toEqual(["node:crypto"]);
  });

  test.each([
    ["better-sqlite3", /^store\/sqlite\//],
    ["pg", /^store\/postgres\//],
    ["@redis/client", /^sources\/redis\//],
    ["split2", /^read\/split-lines\.ts$/],
    ["yargs", /^commands\/|^cli\.ts$/],
  ])("%s has one home", (name, home) => {
    const users = files.filter(({ imports }) => imports.some((to) => to === name || to.startsWith(`${name}/`)));
    expect(users.map(({ path }) => path).filter((path) => !home.test(path))).toEqual([]);
    expect(users).not.toEqual([]);
  });

  test.each([
    ["PRAGMA", /\bPRAGMA\b|\.pragma\(/i],
    ["placeholder", /\b(?:SELECT|WHERE|VALUES|LIMIT|AND|SET)\b[^;?]*[=<>(,\s]\?\s*[,)"`\s]/],
  ])("SQL that only SQLite understands stays in its folder: no %s elsewhere", (_, pattern) => {
    const using = files.filter(({ text }) => pattern.test(withoutComments(text))).map(({ path }) => path);
    expect(using.filter((path) => !path.startsWith("store/sqlite/"))).toEqual([]);
    expect(using).not.toEqual([]);
  });

  test("only stores ask in SQL, and only SQLite has a path", () => {
    // The sieve learns from lines of all kinds, SQL among them.
    const others = files.filter(({ path }) => path !== "text/ordinary.ts");
    const asking = others.filter(({ text }) => /\bSELECT\s[^;]*\sFROM\s/.test(withoutComments(text)));
    expect(
      asking
        .map(({ path }) => path)
        .filter((path) => !/^store\/(queries|sqlite|postgres)\/|^commands\/query\.ts$|^wordings\//.test(path)),
    ).toEqual([]);
    const storing = files.filter(({ path }) => path.startsWith("store/") && !path.startsWith("store/sqlite/"));
    const system = (imports: readonly string[]) => imports.filter((to) => /^node:(path|fs|url)/.test(to));
    expect(storing.flatMap(({ path, imports }) => system(imports).map((to) => [path, to]))).toEqual([]);
  });

  test.each(["sqlite", "postgres", "memory"])("%s is entered through the list of stores only", (kind) => {
    const inside = new RegExp(`^store/${kind}/`);
    const entering = files.filter(({ path, imports }) => !inside.test(path) && imports.some((to) => inside.test(to)));
    expect(entering.map(({ path }) => path)).toEqual(["store/index.ts"]);
  });

  test("the process is touched at its door only", () => {
    const touching = files.filter(({ text }) =>
      /\bprocess\.(argv|cwd|env|exit|exitCode|kill|on|platform|send|std\w+)\b/.test(withoutComments(text)),
    );
    expect(
      touching.map(({ path }) => path).filter((path) => path !== "cli.ts" && !/-(?:child|worker)\.ts$/.test(path)),
    ).toEqual([]);
  });
});

function withoutComments(text: string): string {
  return text.replace(/^\s*(\/\/|\/?\*).*$/gm, "");
}

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

/** Whether the files are one, or do the same for different stores. */
function areTwins(paths: readonly string[]): boolean {
  const stores = paths.map((path) => /^store\/(memory|postgres|queries|sqlite)\//.exec(path)?.[1] ?? path);
  return paths.length === 1 || (new Set(stores).size === paths.length && stores.every((store) => !store.includes("/")));
}

/** What a file declares and exports; names that it passes on from another file do not count. */
function exportedNames(text: string): string[] {
  const declarations =
    /^export (?:declare )?(?:abstract )?(?:async )?(?:const|let|function\*?|class|interface|type|enum) +(\w+)/gm;
  return [...new Set([...text.matchAll(declarations)].map((match) => match[1] as string))];
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
