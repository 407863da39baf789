import { spawnSync } from "node:child_process";
import { mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { CLI, run, temporaryFolder } from "../program.ts";
import { countedIn, logLines } from "./counted.ts";

describe("ingest says how much it read of standard input", () => {
  const log = logLines(0, 10);

  test("when it is a pipe, the second time too", async () => {
    const home = temporaryFolder();
    const ingest = () => run(["ingest", "-", "--source", "a.log"], { home, input: log });
    expect((await ingest()).stderr).toContain(`1 log read (${log.length} B), ${log.length} B new in 1`);
    expect((await ingest()).stderr).toContain(`1 log read (${log.length} B), nothing new`);
  });

  test("when it is a file", () => {
    const home = temporaryFolder();
    const path = join(home, "a.log");
    writeFileSync(path, log);
    const stdin = openSync(path, "r");
    const args = [CLI, "ingest", "-", "--store", join(home, "x.db")];
    const { stderr } = spawnSync(process.execPath, args, { stdio: [stdin, "pipe", "pipe"], encoding: "utf8" });
    expect(stderr).toContain(`1 log read (${log.length} B)`);
  });
});

describe("a tar archive that is compressed", () => {
  function scene() {
    const home = temporaryFolder();
    const logs = join(home, "logs");
    mkdirSync(logs);
    writeFileSync(join(logs, "a.log"), logLines(0, 2));
    writeFileSync(join(logs, "b.log.gz"), gzipSync(logLines(2, 5)));
    const tar = join(logs, "old.tar.gz");
    const made = spawnSync("tar", ["--format=ustar", "-czf", tar, "-C", logs, "a.log"]);
    // Without tar, its header by hand: the name, and the mark that tells it.
    if (made.error !== undefined) writeFileSync(tar, gzipSync(`a.log${"\0".repeat(252)}ustar\0${logLines(0, 2)}`));
    return { home, logs, tar, store: join(home, "x.db") };
  }

  test("is refused by name, and nothing of it is counted", async () => {
    const { tar, store } = scene();
    for (const command of [["ingest", "--store", store], ["--no-store"]]) {
      const { code, stdout, stderr } = await run([...command, tar]);
      expect(code).toBe(2);
      expect(stdout).toBe("");
      expect(stderr).toContain(`${tar}: is a tar archive, compressed\n  hint: unpack it first`);
    }
    expect(await countedIn(store)).toBe(0);
  });

  test("is skipped with a word in a folder, and the logs beside it are read", async () => {
    const { home, logs, store } = scene();
    const { code, stderr } = await run(["ingest", logs, "--store", store], { home });
    expect(code, stderr).toBe(0);
    expect(stderr).toMatch(/skipped: .*old\.tar\.gz \(a tar archive, compressed\)/);
    expect(await countedIn(store)).toBe(5);
  });

  test("that breaks off in its first bytes is told as broken", async () => {
    const { home, tar } = scene();
    const cut = join(home, "cut.gz");
    writeFileSync(cut, readFileSync(tar).subarray(0, 12));
    expect((await run(["ingest", cut], { home })).stderr).toContain("broken or unfinished gzip archive");
  });
});

test("of a very long line only what stands around the code is kept as an example", async () => {
  const home = temporaryFolder();
  const [log, store] = [join(home, "long.log"), join(home, "x.db")];
  writeFileSync(log, `${"é ".repeat(100_000)}recv failed: 10054 ${"ü ".repeat(100_000)}\n`);
  await run(["ingest", log, "--store", store], { home });
  const sql =
    "select length(text) as length, instr(text, 'recv failed: 10054') as place, instr(text, char(65533)) as broken from samples";
  const { stdout } = await run(["query", sql, "--store", store, "--format", "json"], { home });
  const [{ length, place, broken }] = JSON.parse(stdout);
  expect(length).toBeLessThanOrEqual(4096);
  expect(place).toBeGreaterThan(0);
  expect(broken).toBe(0);
});

test.each([
  ["ingest", "none.log"],
  ["ingest", "none/*.log"],
  ["ingest", "."],
  ["annotate", "none.log"],
  // It opens, and reading it fails.
  ...(process.platform === "linux" ? [["ingest", "/proc/self/mem"]] : []),
])("%s %s makes no store where there is nothing to read", async (...args) => {
  const home = temporaryFolder();
  await run([...args, "--store", "state/counts.db"], { home });
  expect(readdirSync(home)).toEqual([]);
  writeFileSync(join(home, "a.log"), "nothing here\n");
  await run(["ingest", "a.log", "--store", "state/counts.db"], { home });
  expect(readdirSync(join(home, "state"))).toContain("counts.db");
});
