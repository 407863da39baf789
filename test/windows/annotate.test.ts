import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { FIXTURES, run as here, temporaryFolder } from "../program.ts";
import { cmd, isMissing, run, windowsPath } from "./windows.ts";

const logs = readdirSync(FIXTURES).filter((name) => name.endsWith(".log"));

describe.skipIf(isMissing)("annotate on Windows", () => {
  test.each(logs)("gives what it gives here, byte for byte: %s", async (name) => {
    const log = join(FIXTURES, name);
    const [there, expected] = await Promise.all([
      run(["annotate", windowsPath(log), "--no-store"]),
      here(["annotate", log, "--no-store"]),
    ]);
    expect(there.stderr).toBe(expected.stderr);
    expect(there.bytes.equals(expected.bytes)).toBe(true);
  });

  test.each(["below", "prefix"])("and in the style %s", async (style) => {
    const args = (log: string) => ["annotate", log, "--no-store", "--style", style, "--lang", "zh"];
    const log = join(FIXTURES, "service.log");
    const [there, expected] = await Promise.all([run(args(windowsPath(log))), here(args(log))]);
    expect(there.bytes.equals(expected.bytes)).toBe(true);
  });

  test("keeps CRLF, UTF-16 and a last line without an end", async () => {
    const folder = temporaryFolder();
    const text = "\ufeff2026-11-20T01:02:03Z 连接失败 error 10061\r\nok\r\n[WinError 10054]";
    writeFileSync(join(folder, "wide.log"), Buffer.from(text, "utf16le"));
    writeFileSync(join(folder, "narrow.log"), text);
    const options = ["--no-store", "--format", "json"];
    for (const name of ["wide.log", "narrow.log"]) {
      const [there, expected] = await Promise.all([
        run(["annotate", name, "--no-store"], { cwd: folder }),
        here(["annotate", join(folder, name), "--no-store"]),
      ]);
      expect(there.stdout).toContain("error 10061 «WSAECONNREFUSED: connection refused»\r\n");
      expect(there.bytes.equals(expected.bytes)).toBe(true);
    }
    const { stdout } = await run(["annotate", "narrow.log", ...options], { cwd: folder });
    expect(stdout).toContain('{"source":"narrow.log","line":1');
  });

  test("reads what another program writes into a pipe", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "logs"));
    writeFileSync(join(folder, "logs/app.log"), "connect failed: error 10061\r\nlistening on port 10061\r\n");
    const { stdout } = await cmd("type logs\\app.log | wsa-annotate --no-store", { cwd: folder });
    expect(stdout).toBe(
      "connect failed: error 10061 «WSAECONNREFUSED: connection refused»\r\nlistening on port 10061\r\n",
    );
  });
});
