import { execFileSync } from "node:child_process";
import { readFileSync, realpathSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { FIXTURES, run as here, temporaryFolder } from "../program.ts";
import { app, cmd, isMissing, NODE, run, start, windowsPath } from "./windows.ts";

const LOG = join(FIXTURES, "service.log");

/** Writes the files with which npm puts a program on the path of Windows. */
async function putOnPath(folder: string): Promise<void> {
  const npm = execFileSync("npm", ["root", "--global"], { encoding: "utf8" }).trim();
  const shim = createRequire(realpathSync(join(npm, "npm/package.json")))("cmd-shim");
  await shim(join(app(), "dist/cli.js"), join(folder, "wsa-annotate"));
  const path = join(folder, "wsa-annotate.cmd");
  // Only the way out of a batch job's question is beyond Wine's cmd.
  const whole = readFileSync(path, "utf8");
  writeFileSync(path, whole.replace(/^endLocal & goto .*? & (?=")/m, ""));
  expect(whole).toMatch(/^endLocal & goto .*%\*/m);
}

describe.skipIf(isMissing)("the program as npm installs it on Windows", () => {
  test("runs by its name in cmd, with its arguments as they were quoted", async () => {
    const folder = temporaryFolder();
    await putOnPath(folder);
    const node = NODE().replace(/\\node\.exe$/, "");
    const lines = [
      `set PATH=${windowsPath(folder)};${node};%PATH%`,
      `call wsa-annotate.cmd ingest "${windowsPath(FIXTURES).replaceAll("\\", "/")}service.l*" --store counts.db`,
      'call wsa-annotate.cmd report --store counts.db --format json --fail-on "10061 > 100" --fail-on "10013>9"',
    ];
    const { stderr } = await cmd(lines.join("\n"), { cwd: folder });
    expect(stderr).toContain("499 occurrences of 8 codes counted in counts.db\n");
    expect(stderr).toContain("report: 10061 WSAECONNREFUSED: 180 occurrences, more than 100\n");
    expect(stderr).not.toContain("10013");
  });

  test.each([
    ["explain", "10061", "连接被重置", "--lang", "zh"],
    ["completion", "powershell"],
    ["catalogue", "export", "--format", "csv"],
    ["annotate", "--help"],
  ])("says what it says here: %s %s", async (...args) => {
    const [there, expected] = await Promise.all([run(args), here(args)]);
    expect(there.stdout).toBe(expected.stdout);
    expect(there.code).toBe(expected.code);
  });

  test("is imported by a file's URL, and counts", async () => {
    const folder = temporaryFolder();
    const user = `
      import { pathToFileURL } from "node:url";
      const entry = process.argv[2];
      const { annotateText, ingest, openStore, report } = await import(pathToFileURL(entry));
      const store = await openStore("counts.db");
      const { occurrences } = await ingest([process.argv[3]], { store });
      const { totals } = await report(store);
      await store.close();
      console.log(JSON.stringify([annotateText("[WinError 10061]"), occurrences, totals.occurrences]));`;
    writeFileSync(join(folder, "user.mjs"), user);
    const entry = windowsPath(join(app(), "dist/index.js"));
    const command = [NODE(), "user.mjs", entry, windowsPath(LOG)];
    const { stdout, stderr } = await start(command, { cwd: folder }).ended();
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toEqual(["[WinError 10061 «WSAECONNREFUSED: connection refused»]", 499, 499]);
  });
});
