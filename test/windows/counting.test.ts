import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { FIXTURES, run as here, temporaryFolder } from "../program.ts";
import { cmd, DEVICES, isMissing, NODE, run, start, windowsPath } from "./windows.ts";

const LINES = [
  "2026-11-20T01:02:03Z connect to 10.0.0.5:5432: error 10061\r\n",
  "2026-11-20T01:03:03Z connect to 10.0.0.6:5432: error 10060\r\n",
];

/** What a store has counted, read by the program of this machine. */
async function counted(store: string): Promise<number> {
  const { stdout } = await here(["query", "SELECT sum(n) AS n FROM totals", "--format", "csv", "--store", store]);
  return Number(stdout.split("\n")[1]);
}

describe.skipIf(isMissing)("ingest on Windows", () => {
  test("counts folders, patterns and rotated logs, and nothing again", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "Program Files (x86)/App"), { recursive: true });
    cpSync(join(FIXTURES, "service.log"), join(folder, "Program Files (x86)/App/service.log"));
    writeFileSync(join(folder, "Program Files (x86)/App/other.log.1"), LINES.join(""));
    const first = await run(["ingest", "Program Files (x86)", "--store", "counts.db"], { cwd: folder });
    expect(first.stderr).toContain("2 logs read");
    for (const pattern of ['"Program Files (x86)\\**\\*.log*"', '"program files (x86)/app/*"']) {
      const again = await cmd(`wsa-annotate ingest ${pattern} --store counts.db`, { cwd: folder });
      expect(again.stderr).toMatch(/nothing new; 0 occurrences/);
    }
    expect(await counted(join(folder, "counts.db"))).toBe(501);
  });

  test("knows a short log by every path that leads to it", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "Logs"));
    writeFileSync(join(folder, "Logs/App.log"), LINES.join(""));
    mkdirSync(join(DEVICES(), "unc/files01"), { recursive: true });
    const share = `share-${process.pid}`;
    symlinkSync(join(folder, "Logs"), join(DEVICES(), "unc/files01", share));
    onTestFinished(() => rmSync(join(DEVICES(), "unc/files01", share)));
    const drive = windowsPath(folder);
    const paths = [
      "Logs\\App.log",
      "logs\\APP.LOG",
      "logs/app.log",
      `${drive.toLowerCase()}\\logs\\app.log`,
      `${drive}\\Logs\\*.LOG`,
      `\\\\?\\${drive}\\Logs\\App.log`,
      `\\\\?\\${drive}\\Logs\\*.log`,
      `\\\\files01\\${share}\\app.log`,
      `\\\\files01\\${share}\\**\\*.log`,
      `\\\\?\\UNC\\files01\\${share}`,
    ];
    for (const path of paths) {
      const { code, stderr } = await run(["ingest", path, "--store", "counts.db"], { cwd: folder });
      expect(`${path}: ${code} ${stderr}`).toMatch(/1 log read|1 unchanged/);
    }
    expect(await counted(join(folder, "counts.db"))).toBe(2);
  });

  test("reads, counts and reports in folders whose paths have more than 260 characters", async () => {
    const folder = temporaryFolder();
    const deep = Array.from({ length: 3 }, () => "d".repeat(100)).join("\\");
    mkdirSync(join(folder, deep.replaceAll("\\", "/")), { recursive: true });
    writeFileSync(join(folder, deep.replaceAll("\\", "/"), "app.log"), LINES.join(""));
    const store = ["--store", `${deep}\\counts.db`];
    await run(["ingest", `${deep}\\app.log`, "ddd*\\**\\*.log", ...store], { cwd: folder });
    const report = ["report", ...store, "--output", `${deep}\\report.csv`];
    expect((await run(report, { cwd: folder })).stderr).toBe("");
    expect(readFileSync(join(folder, deep.replaceAll("\\", "/"), "report.csv"), "utf8")).toContain("10061,");
    expect(await counted(join(folder, deep.replaceAll("\\", "/"), "counts.db"))).toBe(2);
  });

  test("reads a log that its writer holds open, and names one that is locked", async () => {
    const folder = temporaryFolder();
    const EXCLUSIVE = 0x10000000; // UV_FS_O_EXLOCK: nobody else may open it.
    const hold = `
      const fs = require("node:fs");
      fs.writeSync(fs.openSync("open.log", "a"), ${JSON.stringify(LINES.join(""))});
      fs.writeFileSync("locked.log", "error 10054");
      fs.openSync("locked.log", ${EXCLUSIVE} | fs.constants.O_RDWR);
      console.log("held");
      setInterval(() => {}, 1000);`;
    const writer = start([NODE(), "-e", hold], { cwd: folder });
    await expect.poll(writer.output, { timeout: 30_000 }).toContain("held");
    const { code, stderr } = await run(["ingest", ".", "--store", "counts.db"], { cwd: folder });
    writer.child.kill("SIGKILL");
    await writer.ended();
    expect(stderr).toContain("locked.log: another program keeps it locked\n");
    expect(stderr).toContain("1 log read");
    expect(code).toBe(2);
    expect(await counted(join(folder, "counts.db"))).toBe(2);
  });
});
