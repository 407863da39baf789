import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { FIXTURES, run as here, temporaryFolder } from "../program.ts";
import { CLI, cmd, isMissing, NODE, run, start, windowsPath } from "./windows.ts";

const LOG = join(FIXTURES, "service.log");

describe.skipIf(isMissing)("the store on Windows", () => {
  test("lies in %LOCALAPPDATA% without --store", async () => {
    const folder = temporaryFolder();
    const lines = [
      `set LOCALAPPDATA=${windowsPath(folder)}\\State`,
      `wsa-annotate ingest ${windowsPath(LOG)}`,
      'wsa-annotate query "SELECT name, n FROM totals WHERE n > 90 ORDER BY n DESC" --format csv',
    ];
    const { stdout } = await cmd(lines.join("\n"));
    expect(stdout).toBe("name,n\r\nWSAECONNREFUSED,180\r\nWSAECONNRESET,99\r\n");
    expect(existsSync(join(folder, "State/wsa-annotate/wsa-annotate.db"))).toBe(true);
  });

  test("takes over what other stores have counted, each occurrence once", async () => {
    const folder = temporaryFolder();
    await here(["ingest", LOG, "--source", "service.log", "--store", join(folder, "linux.db")]);
    const lines = [
      `wsa-annotate ingest ${windowsPath(LOG)} --source service.log --store windows.db`,
      "wsa-annotate merge windows.db linux.db --store all.db",
      'wsa-annotate query "SELECT sum(n) AS n FROM totals" --store all.db --format json',
    ];
    const { stdout } = await cmd(lines.join("\n"), { cwd: folder });
    expect(stdout).toMatch(/"n":\s*499\b/);
  });

  test("is reported into a file, also in place of another one", async () => {
    const folder = temporaryFolder();
    const store = ["--store", join(folder, "counts.db")];
    await here(["ingest", LOG, ...store]);
    const options = ["--since", "2026-11-20", "--until", "2026-11-21", "--tz", "Europe/Berlin"];
    writeFileSync(join(folder, "night.html"), "the former one");
    const { stderr } = await run(["report", "--store", "counts.db", ...options, "--output", "night.html"], {
      cwd: folder,
    });
    expect(stderr).toBe("");
    const expected = join(folder, "expected.html");
    await here(["report", ...store, ...options, "--output", expected]);
    expect(readFileSync(join(folder, "night.html"), "utf8")).toBe(readFileSync(expected, "utf8"));
    expect(readdirSync(folder).filter((name) => name.includes("night"))).toEqual(["night.html"]);
  });

  test("is served to a browser, with the lines of its logs", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "Logs"));
    writeFileSync(join(folder, "Logs/app.log"), "2026-11-20T01:02:03Z connect to db-2:5432: error 10061\r\n");
    await run(["ingest", "logs", "--store", "counts.db"], { cwd: folder });
    const server = start([NODE(), CLI(), "serve", "--port", "0", "--with-logs", "--store", "counts.db"], {
      cwd: folder,
    });
    try {
      const address = /http:\/\/127\.0\.0\.1:\d+/;
      await expect.poll(() => server.output() + server.errors(), { timeout: 30_000 }).toMatch(address);
      const url = address.exec(server.output() + server.errors())?.[0];
      const report = await (await fetch(`${url}/api/report`)).json();
      expect(report).toMatchObject({ totals: { occurrences: 1 } });
      const page = await (await fetch(`${url}/`)).text();
      const link = /\/lines\?[^"]+/.exec(page)?.[0].replaceAll(/&(?:amp|#38);/g, "&");
      expect(await (await fetch(`${url}${link}`)).text()).toContain("connect to db-2:5432: error 10061");
      expect(await (await fetch(`${url}/metrics`)).text()).toMatch(/^wsa_occurrences_total\{.*\} 1$/m);
    } finally {
      server.child.kill("SIGKILL");
      await server.ended();
    }
  });
});
