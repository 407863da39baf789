import { mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseCatalogueFile } from "../../src/catalogue/catalogue-file.ts";
import { extendCatalogue } from "../../src/catalogue/extend.ts";
import { catalogue, entries } from "../../src/catalogue/index.ts";
import { createCatalogueCommand } from "../../src/commands/catalogue.ts";
import { runCommand } from "./run-command.ts";

const run = (...args: string[]) => runCommand(createCatalogueCommand, ["catalogue", ...args]);

async function fileOf(text: string, name = "acme.json"): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), "catalogue-")), name);
  await writeFile(path, text);
  return path;
}

describe("check", () => {
  test("tells what a good file brings, and what it has no cue for", async () => {
    const path = await fileOf(
      JSON.stringify([
        { code: 20017, name: "ACME_BUSY", title: "busy", cues: ["acme error"] },
        { code: 20018, name: "ACME_GONE", title: "gone" },
        { code: 10061, title: "the broker is down" },
      ]),
    );
    const { stdout, stderr, exitCode } = await run("check", path);
    expect(stdout).toBe(`${path}: 2 codes of acme, 1 of Winsock\n`);
    expect(stderr).toContain("20018 ACME_GONE");
    expect(stderr).not.toContain("ACME_BUSY");
    expect(exitCode).toBe(0);
  });

  test("writes every mistake with its line, and exits with 1", async () => {
    const path = await fileOf('[\n{ "code": 20017 },\n{ "code": 10061, "titel": "x" },\n{ "code": -1 }\n]');
    const { stdout, exitCode } = await run("check", path);
    const lines = stdout.trimEnd().split("\n");
    expect(lines.map((line) => line.slice(path.length).split(":")[1])).toEqual(["2", "3", "4"]);
    expect(lines[1]).toContain('unknown field "titel"; known are code, name');
    expect(exitCode).toBe(1);
  });

  test("needs a file that is there", async () => {
    expect((await run("check")).error?.code).toBe("usage");
    expect((await run("check", "/nowhere/acme.json")).error?.code).toBe("input");
  });

  test("a name that escapes the terminal is shown, not obeyed", async () => {
    const path = await fileOf(JSON.stringify([{ code: 20017, name: "ACME", "\u001b[31mred": 1 }]));
    expect((await run("check", path)).stdout).not.toContain("\u001b");
  });
});

describe("export", () => {
  test("in JSON is a catalogue file that changes nothing", async () => {
    const { stdout } = await run("export");
    const file = await parseCatalogueFile(stdout, "all.json");
    expect(file.rows.map(({ override }) => override)).toEqual(entries);
  });

  test("in CSV is one too, with the first cause of each code", async () => {
    const { stdout } = await run("export", "--format", "csv");
    const file = await parseCatalogueFile(stdout, "all.csv");
    expect(file.rows.map(({ override }) => override.code)).toEqual(entries.map(({ code }) => code));
    expect(file.rows.find(({ override }) => override.code === 10061)?.override).toMatchObject({
      name: "WSAECONNREFUSED",
      title: catalogue.byCode(10061)?.title,
      meaning: catalogue.byCode(10061)?.meaning,
      retryable: catalogue.byCode(10061)?.retryable,
    });
    expect(() => extendCatalogue(catalogue, file)).not.toThrow();
  });

  test("in CSV has the columns that are asked for, with their names or without", async () => {
    const columns = ["--format", "csv", "--columns", "code,name"];
    expect((await run("export", ...columns)).stdout).toMatch(/^code,name\r\n6,WSA_INVALID_HANDLE\r\n/);
    expect((await run("export", ...columns, "--no-header")).stdout).toMatch(/^6,WSA_INVALID_HANDLE\r\n/);
    expect((await run("export", "--format", "csv", "--columns", "code,titel")).error?.code).toBe("usage");
  });

  test("in Markdown is a page for each code, and a list of them", async () => {
    const folder = join(await mkdtemp(join(tmpdir(), "pages-")), "docs");
    await run("export", "--format", "markdown", "--output", folder);
    const names = await readdir(folder);
    expect(names).toHaveLength(entries.length + 1);
    const index = await readFile(join(folder, "index.md"), "utf8");
    for (const [, name] of index.matchAll(/\]\((.*?)\)/g)) expect(names).toContain(name);
    const page = await readFile(join(folder, "10061-WSAECONNREFUSED.md"), "utf8");
    expect(page).toMatch(/^# 10061 WSAECONNREFUSED: connection refused$/m);
    expect(page).toContain("0x274D");
  });

  test("in Markdown no text becomes markup but for code", async () => {
    const path = await fileOf(
      JSON.stringify([{ code: 20017, name: "ACME_BUSY", title: "<img src=x> `a|b` [x](javascript:1)" }]),
    );
    const { stdout } = await run("export", "--format", "markdown", "--catalogue", path);
    expect(stdout).toContain("\\<img src=x\\> `a|b` \\[x\\](javascript:1)");
  });

  test("has the codes of a file, which have no HRESULT", async () => {
    const path = await fileOf(JSON.stringify([{ code: 20017, name: "ACME_BUSY", title: "busy" }]));
    const { stdout } = await run("export", "--format", "markdown", "--catalogue", path);
    const page = stdout.slice(stdout.indexOf("# 20017"));
    expect(page).toContain("0x4E31");
    expect(page).not.toContain("HRESULT");
  });
});
