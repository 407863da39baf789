import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run, temporaryFolder } from "../program.ts";

test("merge joins stores, and joining them again changes nothing", async () => {
  const home = temporaryFolder();
  for (const name of ["a", "b"]) {
    writeFileSync(join(home, `${name}.log`), `2026-11-20T01:02:03Z ${name}: WSAECONNREFUSED\n`.repeat(3));
    expect((await run(["annotate", `${name}.log`, "--store", `${name}.db`], { home })).code).toBe(0);
  }
  const merged = await run(["merge", "a.db", "b.db", "--store", "all.db"], { home });
  expect(merged).toMatchObject({
    code: 0,
    stderr: "",
    stdout: "a.db: 1 log, 3 new occurrences\nb.db: 1 log, 3 new occurrences\n",
  });
  const again = await run(["merge", "b.db", "a.db", "--store", "all.db"], { home });
  expect(again.stdout).toBe("b.db: 1 log, 0 new occurrences\na.db: 1 log, 0 new occurrences\n");
  const counts = await run(
    ["query", "SELECT source, name, n FROM daily ORDER BY 1", "--store", "all.db", "--format", "csv"],
    { home },
  );
  expect(counts.stdout.trim().split(/\r?\n/)).toEqual([
    "source,name,n",
    "a.log,WSAECONNREFUSED,3",
    "b.log,WSAECONNREFUSED,3",
  ]);
});

test("merge creates nothing when a store is not there", async () => {
  const home = temporaryFolder();
  const { code, stderr } = await run(["merge", "missing.db", "--store", "all.db"], { home });
  expect(code).toBe(2);
  expect(stderr).toContain("there is no store here yet");
  expect(existsSync(join(home, "all.db"))).toBe(false);
});

test("merge explains itself", async () => {
  const { stdout } = await run(["merge", "--help"]);
  for (const word of ["stores", "--store", "web-1.db"]) expect(stdout).toContain(word);
});
