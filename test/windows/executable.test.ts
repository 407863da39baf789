import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { globSync } from "tinyglobby";
import { describe, expect, test } from "vitest";
import { FIXTURES, run as here, temporaryFolder } from "../program.ts";
import { isMissing, start, windowsPath } from "./windows.ts";

const ROOT = join(FIXTURES, "..");
const LOG = windowsPath(join(FIXTURES, "service.log"));

/** Made by `npm run release`. */
const [EXECUTABLE] = globSync(".release/out/wsa-annotate-*-win-x64.exe", { cwd: ROOT, absolute: true });

if (EXECUTABLE === undefined) console.log("skipped: the executable for Windows is made by npm run release");

const startIn = (cwd: string, ...args: readonly string[]) =>
  start([windowsPath(EXECUTABLE as string), ...args], { cwd });
const run = (cwd: string, ...args: readonly string[]) => startIn(cwd, ...args).ended();

describe.skipIf(isMissing || EXECUTABLE === undefined)("the executable for Windows", () => {
  test.each([
    ["--version"],
    ["explain 10061 WSAECONNRESET --lang zh"],
    ["guide"],
    ["guide event-logs --lang zh"],
    ["guide grafana-sqlite"],
    ["report --help"],
  ])("says what the program says: %s", async (command) => {
    const args = command.split(" ");
    const [there, expected] = await Promise.all([run(temporaryFolder(), ...args), here(args)]);
    expect(there).toMatchObject({ stdout: expected.stdout, stderr: expected.stderr, code: expected.code });
  });

  test("explains a log as the program does, byte for byte", async () => {
    const [there, expected] = await Promise.all([
      run(temporaryFolder(), "annotate", LOG, "--no-store"),
      here(["annotate", join(FIXTURES, "service.log"), "--no-store"]),
    ]);
    expect(there.stderr).toBe("");
    expect(there.bytes.equals(expected.bytes)).toBe(true);
  });

  test("counts once, on threads too, and reports, asks and serves what it counted", async () => {
    const folder = temporaryFolder();
    const lines = Array.from({ length: 200_000 }, (_, n) => `2026-11-22T01:02:03Z ok ${n}\n`).join("");
    for (const name of ["a.log", "b.log"])
      writeFileSync(
        join(folder, name),
        `${lines}2026-11-22T01:02:03Z ${name}: connect failed: error 10060\n`.repeat(4),
      );
    const ingest = () => run(folder, "ingest", LOG, "a.log", "b.log", "--jobs", "2", "--store", "counts.db");
    expect((await ingest()).stderr).toMatch(/; 507 occurrences of 8 codes counted in counts\.db\n$/);
    expect((await ingest()).stderr).toContain(" 3 unchanged, nothing new; 0 occurrences of 0 codes");

    const report = await run(folder, "report", "--store", "counts.db", "--format", "json");
    expect(JSON.parse(report.stdout)).toMatchObject({ totals: { occurrences: 507 } });
    const query = await run(
      folder,
      "query",
      "SELECT sum(n) AS n FROM totals",
      "--store",
      "counts.db",
      "--format",
      "csv",
    );
    expect(query.stdout).toBe("n\r\n507\r\n");

    const server = startIn(folder, "serve", "--port", "0", "--store", "counts.db");
    try {
      const address = /http:\/\/127\.0\.0\.1:\d+/;
      await expect.poll(() => server.output() + server.errors(), { timeout: 30_000 }).toMatch(address);
      const url = address.exec(server.output() + server.errors())?.[0];
      expect(await (await fetch(`${url}/api/report`)).json()).toMatchObject({ totals: { occurrences: 507 } });
    } finally {
      server.child.kill("SIGKILL");
      await server.ended();
    }
  });
});
