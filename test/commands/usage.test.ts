import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { run, temporaryFolder } from "../program.ts";

describe("a command line with a mistake is refused, with what was meant", () => {
  test.each([
    [["reprot"], 'reprot: no such file or command\n  hint: did you mean "wsa-annotate report"?\n'],
    [["igest", "logs", "--jobs", "2"], 'igest: no such file or command\n  hint: did you mean "wsa-annotate ingest"?\n'],
    [
      ["report", "--sicne", "7d"],
      "Unknown argument: sicne\n  hint: did you mean --since? Else see wsa-annotate report --help",
    ],
    [["--stlye", "below"], "Unknown argument: stlye\n  hint: did you mean --style? Else see wsa-annotate --help"],
    [["trend", "--bananas"], "Unknown argument: bananas\n  hint: see wsa-annotate trend --help\n"],
    [["report", "--format", "xml"], 'command line: format: "xml" is none of text, markdown, html, mime, json, csv\n'],
    [["report", "--format", "toString"], 'format: "toString" is none of text'],
    [["annotate", "--style", "__proto__"], 'style: "__proto__" is none of inline'],
    [["report", "--lang", "constructor"], 'lang: "constructor" is none of en, zh'],
    [["constructor"], "constructor: no such file\n"],
    [["ingest", "__proto__"], "__proto__: no such file\n"],
    [["trend", "toString"], "toString: not a Winsock error code\n"],
    [["serve", "--port", "web"], "--port web: not a port"],
    [["ingest", "x.log", "--jobs", "many"], "--jobs many: is no number of threads"],
    [["report", "--output", "r.htm5"], "--output r.htm5: no format has the ending .htm5\n  hint: use one of .txt"],
  ])("%j", async (args, message) => {
    const { code, stdout, stderr } = await run(args, { home: temporaryFolder() });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
  });

  test("a file that is called nearly as a command is read", async () => {
    const home = temporaryFolder();
    writeFileSync(join(home, "reprot"), "WSAECONNRESET\n");
    expect((await run(["reprot"], { home })).stdout).toContain("connection reset");
  });

  test("a folder for annotate is one for ingest", async () => {
    const home = temporaryFolder();
    mkdirSync(join(home, "logs"));
    const { code, stderr } = await run(["annotate", "logs"], { home });
    expect(code).toBe(2);
    expect(stderr).toContain("hint: wsa-annotate ingest reads folders");
  });
});
