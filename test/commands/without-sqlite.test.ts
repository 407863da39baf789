import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run, temporaryFolder } from "../program.ts";

/** Runs the program where no SQLite can be loaded: an addon is the file of another system or Node, and Node has none. */
async function runWithout(home: string, ...args: readonly string[]) {
  const hook = join(home, "hook.cjs");
  writeFileSync(
    hook,
    `require("module")._extensions[".node"] = () => { throw new Error("Bad EXE format"); };
     process.getBuiltinModule = () => undefined;`,
  );
  return await run(args, { home, env: { NODE_OPTIONS: `--require ${hook}` } });
}

const said =
  /counts\.db: SQLite does not load here \(Node v.*\): Bad EXE format\n {2}hint: Run it with Node 22\.16 or newer/;

test("annotate shows what it finds, and says once why it does not count", async () => {
  const home = temporaryFolder();
  writeFileSync(join(home, "a.log"), "recv: WSAECONNRESET\nsend: WSAECONNRESET\n");
  const { stdout, stderr, code } = await runWithout(home, "annotate", "a.log", "--store", "counts.db");
  expect(stdout.match(/connection reset by peer/g)).toHaveLength(2);
  expect(stderr).toMatch(said);
  expect(stderr.match(/does not load/g)).toHaveLength(1);
  expect(code).toBe(2);
  expect(readdirSync(home).sort()).toEqual(["a.log", "hook.cjs"]);
});

test.each([["ingest", "a.log"], ["report"], ["query", "SELECT 1"], ["prune", "--keep", "9d"]])(
  "%s says why it cannot count or read",
  async (...args) => {
    const home = temporaryFolder();
    writeFileSync(join(home, "a.log"), "recv: WSAECONNRESET\n");
    const { stderr, code } = await runWithout(home, ...args, "--store", "counts.db");
    expect(stderr).toMatch(said);
    expect(stderr).not.toContain("this is a bug");
    expect(code).toBe(2);
  },
);

test.each([
  ["explain", "10054"],
  ["annotate", "a.log", "--no-store"],
  ["ingest", "a.log", "--dry-run"],
])("%s %s needs no store", async (...args) => {
  const home = temporaryFolder();
  writeFileSync(join(home, "a.log"), "recv: WSAECONNRESET\n");
  const { stderr, code } = await runWithout(home, ...args);
  expect(stderr).not.toContain("does not load");
  expect(code).toBe(0);
});
