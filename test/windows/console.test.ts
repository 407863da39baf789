import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { run as here, temporaryFolder } from "../program.ts";
import { batchOf, CLI, cmd, environmentOfWine, isMissing, NODE, windowsPath } from "./windows.ts";

/** Starts a program in a console: Wine has one where it stands in a terminal, which `script` makes. */
function startInConsole(command: readonly string[], cwd: string) {
  const line = ["wine", ...command].map((part) => `'${part}'`).join(" ");
  return spawn("script", ["-qfec", line, "/dev/null"], { cwd, env: environmentOfWine(), stdio: "pipe" });
}

const hasTerminals = (() => {
  try {
    execFileSync("script", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

const line = (minute: number) => `2026-11-20T01:0${minute}:03Z connect to 10.0.0.${minute}:5432: error 10061`;

describe.skipIf(isMissing || !hasTerminals)("a console of Windows", () => {
  test.each([936, 65001])("shows Chinese and colours in code page %i, and files get UTF-8", async (page) => {
    const folder = temporaryFolder();
    const lines = [
      `chcp ${page}`,
      "wsa-annotate explain 10061 --short --lang zh",
      "wsa-annotate explain 10061 --short --lang zh > file.txt",
    ];
    const child = startInConsole(["cmd", "/c", windowsPath(batchOf(lines.join("\n")))], folder);
    const shown = await text(child.stdout);
    expect(shown).toContain(`${page}`);
    expect(shown).toContain("\u001b[31m");
    expect(shown).toContain("连接被拒绝");
    const expected = await here(["explain", "10061", "--short", "--lang", "zh"]);
    expect(readFileSync(join(folder, "file.txt"), "utf8")).toBe(expected.stdout);
  });

  test("follows a log through a rotation, until Ctrl-C", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "logs"));
    writeFileSync(join(folder, "logs/app.log"), `${line(1)}\r\n${line(2)}\r\n`);
    const child = startInConsole([NODE(), CLI(), "-f", "logs\\app.log", "--store", "counts.db"], folder);
    let shown = "";
    child.stdout.on("data", (bytes) => {
      shown += bytes;
    });
    const sees = (minute: number) => expect.poll(() => shown, { timeout: 40_000 }).toContain(`10.0.0.${minute}:5432`);
    await sees(2);
    const rotate = ["ren app.log app.log.1", `echo ${line(3)}>app.log`, `echo ${line(4)}>>app.log`];
    await cmd(rotate.join("\n"), { cwd: join(folder, "logs") });
    await sees(4);
    child.stdin.write("\u0003");
    const [code] = await once(child, "close");
    expect(code).toBe(130);
    const counted = ["query", "SELECT sum(n) AS n FROM totals", "--format", "csv", "--store"];
    expect((await here([...counted, join(folder, "counts.db")])).stdout).toBe("n\r\n4\r\n");
  });
});
